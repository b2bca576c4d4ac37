/** One client: where it is in its script, and which channels it has under which names. */
import type { ClientMessage, ClientStep } from './clients.ts';
import type { Kernel } from './kernel.ts';
import type { Party, ToldMessage } from './trace.ts';

export class Client {
  readonly name: Party;
  /** What it was told, for whoever compares two runs. */
  readonly told: string[] = [];
  private readonly script: readonly ClientStep[];
  private readonly kernel: Kernel;
  private readonly channels: Map<string, string>;
  private readonly room: number;
  private at = 0;

  /** `control` is its end of the control channel, and `room` that of the queues of the channels that it makes. */
  constructor(name: Party, script: readonly ClientStep[], kernel: Kernel, control: string, room: number) {
    this.name = name;
    this.script = script;
    this.kernel = kernel;
    this.channels = new Map([['service', control]]);
    this.room = room;
  }

  /** The next step that it can do at all, in words; undefined when it is done, or waits. */
  next(): string | undefined {
    const step = this.nextStep();
    return step && !this.waits(step) ? saysOf(step) : undefined;
  }

  take(): void {
    const step = this.nextStep()!;
    this.at++;
    if (step.do === 'leave') for (const end of this.kernel.heldBy(this.name)) this.kernel.close(this.name, end);
    else if (step.do === 'close') this.kernel.close(this.name, this.channels.get(step.on)!);
    else if (step.do === 'send') this.send(this.channels.get(step.on)!, step.message);
    else this.receive(step);
  }

  private send(end: string, message: ClientMessage): void {
    const { kernel, name } = this;
    let told: ToldMessage = message.kind === 'Connect' || message.kind === 'OpenReply' ? { kind: message.kind, callId: message.callId } : message; // prettier-ignore
    if ('carries' in message) {
      const [ours, theirs] = kernel.make(name, this.room);
      this.channels.set(message.carries, ours);
      told = { ...told, carries: theirs };
    }
    this.told.push(kernel.send(name, end, told) ?? 'sent');
  }

  private receive({ on, as }: Extract<ClientStep, { do: 'receive' }>): void {
    const { kernel, name } = this;
    const found = kernel.receive(name, this.channels.get(on)!);
    this.told.push(JSON.stringify(found));
    if (typeof found === 'string' || found.carries === undefined) return;
    if (as === undefined) kernel.close(name, found.carries);
    else this.channels.set(as, found.carries);
  }

  private waits(step: ClientStep): boolean {
    const { kernel } = this;
    if (step.do === 'leave' || step.do === 'close') return false;
    const end = this.channels.get(step.on)!;
    if (step.do === 'send') return !kernel.isWritable(end);
    return kernel.waitingAt(end).length === 0 && kernel.isOpen(kernel.peerOf(end));
  }

  private nextStep(): ClientStep | undefined {
    for (; this.at < this.script.length; this.at++) {
      const step = this.script[this.at]!;
      if (step.do === 'leave' ? this.kernel.heldBy(this.name).length > 0 : this.has(step.on)) return step;
    }
    return undefined;
  }

  private has(channel: string): boolean {
    const end = this.channels.get(channel);
    return end !== undefined && this.kernel.isHeld(this.name, end);
  }
}

/** A step as a script says it. */
export function saysOf(step: ClientStep): string {
  switch (step.do) {
    case 'send':
      return `sends ${messageSays(step.message)}${onSays(step.on)}`;
    case 'receive':
      return `receives${onSays(step.on)}`;
    case 'close':
      return `closes ${step.on === 'service' ? 'its control channel' : step.on}`;
    case 'leave':
      return 'closes all it holds, and is gone';
  }
}

const onSays = (on: string): string => (on === 'service' ? '' : ` on ${on}`);

/** A message in words: `Open 1 "file:motd"`, `OpenReply 1 with s1.1`. */
export function messageSays(message: ToldMessage | ClientMessage): string {
  const told: Partial<ToldMessage> = message;
  const text = told.uri ?? told.data;
  return [
    message.kind,
    ...(told.callId === undefined ? [] : [told.callId]),
    ...(text === undefined ? [] : [`“${text}”`]),
    ...(told.reason === undefined ? [] : [told.reason]),
    ...(told.carries === undefined ? [] : [`with ${told.carries}`]),
  ].join(' ');
}
