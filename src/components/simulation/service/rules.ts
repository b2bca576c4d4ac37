/** What a service owes its clients, looked at after every step and when nothing more can happen. */
import { messageSays } from './client.ts';
import type { Kernel } from './kernel.ts';
import type { MainLoop } from './mainloop.ts';
import type { Operation, ToldMessage, Violation } from './trace.ts';

export const RULES = {
  panics: 'the service does not panic',
  unasked: 'no answer goes to who did not ask, and none goes twice',
  unanswered: 'every request that was taken is answered',
  leftLying: 'no request is left lying that could be taken',
  leaked: 'no handle is held when its channel has ended',
} as const;

/** The requests that the service has taken at one end and not answered yet. */
interface Owed {
  readonly calls: number[];
  data: number;
}

export class Rules {
  private readonly kernel: Kernel;
  private readonly loop: Pick<MainLoop, 'listensAt'>;
  private readonly answersData: boolean;
  private readonly owed = new Map<string, Owed>();

  constructor(kernel: Kernel, loop: Pick<MainLoop, 'listensAt'>, answersData: boolean) {
    this.kernel = kernel;
    this.loop = loop;
    this.answersData = answersData;
  }

  /** The first rule that these operations break. */
  after(operations: readonly Operation[]): Violation | undefined {
    for (const { by, does, end, message, error } of operations) {
      if (by !== 'service' || message === undefined || error === 'Full') continue;
      const owed = this.owedAt(end);
      if (does === 'receive') ask(owed, message, this.answersData);
      // An answer that finds nobody is an answer; one for which there is no room is none.
      else if (does === 'send' && (error === undefined || error === 'NoPeer') && !settle(owed, message, this.answersData))
        return { rule: RULES.unasked, says: `${messageSays(message)} was sent at ${end}, where no such request was open.` };
    }
    return undefined;
  }

  /** What is wrong when nothing more can happen. */
  atRest(): Violation | undefined {
    return this.unanswered() ?? this.leftLying() ?? this.leaked();
  }

  private unanswered(): Violation | undefined {
    for (const [end, { calls, data }] of this.owed) {
      if (!this.kernel.isOpen(end) || !this.kernel.isOpen(this.kernel.peerOf(end))) continue;
      const [call] = calls;
      if (call !== undefined) return { rule: RULES.unanswered, says: `Open ${call}, which was taken at ${end}, has no answer.` };
      if (data > 0) return { rule: RULES.unanswered, says: `Data, which was taken at ${end}, has no answer.` };
    }
    return undefined;
  }

  /** A message that waits for the service, at whose channel an answer would have room. */
  private leftLying(): Violation | undefined {
    const end = this.kernel.heldBy('service').find((it) => this.kernel.waitingAt(it).length > 0 && this.kernel.isWritable(it));
    if (end === undefined) return undefined;
    const why = this.loop.listensAt(end) ? 'isReceivable says no' : 'the loop does not listen there';
    return { rule: RULES.leftLying, says: `${messageSays(this.kernel.waitingAt(end)[0]!)} waits at ${end}, and ${why}.` };
  }

  private leaked(): Violation | undefined {
    const held = this.kernel.heldBy('service');
    const gone = held.find((it) => !this.kernel.isOpen(this.kernel.peerOf(it)));
    if (gone !== undefined) return { rule: RULES.leaked, says: `The service still holds ${gone}, whose peer is closed.` };
    const both = held.find((it) => held.includes(this.kernel.peerOf(it)));
    return both === undefined
      ? undefined
      : { rule: RULES.leaked, says: `The service still holds ${both} and its peer: nobody else can use that channel.` };
  }

  private owedAt(end: string): Owed {
    const known = this.owed.get(end) ?? { calls: [], data: 0 };
    this.owed.set(end, known);
    return known;
  }
}

function ask(owed: Owed, { kind, callId = 0 }: ToldMessage, answersData: boolean): void {
  if (kind === 'Open') owed.calls.push(callId);
  if (kind === 'Data' && answersData) owed.data++;
}

/** Whether a message that is sent may be: it is no answer, or somebody waits for it. */
function settle(owed: Owed, { kind, callId = 0 }: ToldMessage, answersData: boolean): boolean {
  if (kind === 'OpenReply' || kind === 'Abort') {
    const place = owed.calls.indexOf(callId);
    if (place >= 0) owed.calls.splice(place, 1);
    return place >= 0;
  }
  if ((kind !== 'Data' && kind !== 'Error') || !answersData) return true;
  return --owed.data >= 0;
}
