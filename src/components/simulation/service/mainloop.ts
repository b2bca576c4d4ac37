/**
 * The loop that drives a service, after `mainloop.rs` of the SDK: it looks which channels are ready, takes one message, and calls the handler. The
 * order is not its own: whoever plays says which of the ready channels comes next.
 */
import type { Kernel } from './kernel.ts';
import { SysError, type Channel, type ChannelContext, type ChannelHandler, type Message, type Service, type StartupContext } from './starina.ts'; // prettier-ignore
import type { ToldMessage } from './trace.ts';
import { messageSays } from './client.ts';

/** The end of the startup channel at which the service hears of clients. */
const STARTUP = 'startup.1';

/** What the service threw, and nobody caught. */
export class Panic extends Error {}

function panicOf(problem: unknown): Panic {
  if (problem instanceof SysError) return new Panic(problem.code);
  return new Panic(problem instanceof Error ? `${problem.name}: ${problem.message}` : String(problem));
}

export class MainLoop {
  /** What the service was told, call by call: with it, what it does next is settled. */
  readonly told: string[] = [];
  readonly log: string[] = [];
  private readonly kernel: Kernel;
  private readonly service: Service;
  private readonly room: number;
  private readonly channels = new Map<string, Channel>();
  private readonly handlers = new Map<string, ChannelHandler>();

  /** `room`: of the queues of the channels that the service makes. */
  constructor(kernel: Kernel, service: Service, room: number) {
    this.kernel = kernel;
    this.service = service;
    this.room = room;
  }

  init(): void {
    this.calling('init', () => this.service.init?.(this.startup));
  }

  /** The ends at which something can be handled now, each with what. */
  ready(): readonly { readonly end: string; readonly says: string }[] {
    return [STARTUP, ...this.handlers.keys()].flatMap((end) => {
      if (!this.kernel.isHeld('service', end)) return [];
      const [oldest] = this.kernel.waitingAt(end);
      if (oldest) return this.isReceivable(end) ? [{ end, says: `takes ${messageSays(oldest)} at ${end}` }] : [];
      return end === STARTUP || this.kernel.isOpen(this.kernel.peerOf(end))
        ? []
        : [{ end, says: `is told that the peer of ${end} is closed` }];
    });
  }

  /** Whether the loop listens at this end. */
  listensAt(end: string): boolean {
    return end === STARTUP || this.handlers.has(end);
  }

  /** Throws a Panic. */
  handle(end: string): void {
    if (this.kernel.waitingAt(end).length > 0) return this.message(end);
    const handler = this.handlers.get(end)!;
    this.handlers.delete(end); // told once
    this.calling(`${end} is disconnected`, () => handler.disconnected?.(this.contextOf(end)));
  }

  private message(end: string): void {
    const told = this.kernel.receive('service', end) as ToldMessage;
    const message = this.messageOf(told);
    const what = `${end} ${messageSays(told)}`;
    if (end !== STARTUP) return this.calling(what, () => this.dispatch(end, message));
    this.calling(what, () => {
      if (message.kind === 'Connect') return this.service.connected(this.startup, message.ch);
      throw new Error(`the startup channel brings Connect, not ${message.kind}`);
    });
  }

  private dispatch(end: string, message: Message): unknown {
    const handler = this.handlers.get(end)!;
    const ctx = this.contextOf(end);
    if (message.kind === 'Data' && handler.data) return handler.data(ctx, message.data);
    if (message.kind === 'Open' && handler.open) return handler.open(ctx, message.callId, message.uri);
    if (handler.other) return handler.other(ctx, message);
    this.log.push(`no handler for ${message.kind}`);
    if ('ch' in message) message.ch.close();
    return undefined;
  }

  /** It is asked whenever somebody looks at what can happen, so it is no part of what the service was told. */
  private isReceivable(end: string): boolean {
    const { length } = this.told;
    const { length: calls } = this.kernel.operations;
    try {
      const isReceivable = this.handlers.get(end)?.isReceivable?.(this.contextOf(end)) ?? true;
      if (this.kernel.operations.length > calls) throw new Error('isReceivable must change nothing');
      return isReceivable;
    } catch (problem) {
      throw panicOf(problem);
    } finally {
      this.told.length = length;
    }
  }

  private calling(what: string, call: () => unknown): void {
    this.told.push(what);
    try {
      const result = call();
      if (typeof result === 'object' && result !== null && 'then' in result)
        throw new Error('a handler returned a promise, and the loop waits for nobody');
    } catch (problem) {
      throw panicOf(problem);
    }
  }

  private readonly dispatcher = {
    addChannel: (ch: Channel, handler: ChannelHandler) => {
      if (!this.kernel.isHeld('service', ch.handle)) throw new SysError('NotFound');
      this.handlers.set(ch.handle, handler);
    },
  };

  private readonly startup: StartupContext = {
    dispatcher: this.dispatcher,
    newChannel: () => this.kernel.make('service', this.room).map((end) => this.channel(end)) as [Channel, Channel],
    info: (text) => void this.log.push(String(text).slice(0, 400)),
  };

  private contextOf(end: string): ChannelContext {
    return { ...this.startup, sender: this.channel(end) };
  }

  private channel(handle: string): Channel {
    const known = this.channels.get(handle);
    if (known) return known;
    const channel: Channel = {
      handle,
      send: (message) => this.checked(this.kernel.send('service', handle, toldOf(message))),
      recv: () => {
        const found = this.kernel.receive('service', handle);
        this.told.push(JSON.stringify(found));
        if (typeof found === 'string') throw new SysError(found);
        return this.messageOf(found);
      },
      isWritable: () => {
        if (!this.kernel.isHeld('service', handle)) throw new SysError('NotFound');
        const isWritable = this.kernel.isWritable(handle);
        this.told.push(String(isWritable));
        return isWritable;
      },
      close: () => {
        this.checked(this.kernel.close('service', handle));
        this.handlers.delete(handle);
      },
    };
    this.channels.set(handle, channel);
    return channel;
  }

  private checked(error: ReturnType<Kernel['close']>): void {
    this.told.push(error ?? 'done');
    if (error !== undefined) throw new SysError(error);
  }

  private messageOf({ kind, callId = 0, uri = '', data = '', reason = 'InvalidMessage', carries }: ToldMessage): Message {
    if (kind === 'Connect') return { kind, ch: this.channel(carries!) };
    if (kind === 'OpenReply') return { kind, callId, ch: this.channel(carries!) };
    if (kind === 'Open') return { kind, callId, uri };
    if (kind === 'Data') return { kind, data };
    return kind === 'Abort' ? { kind, callId, reason } : { kind, reason };
  }
}

const KINDS = ['Connect', 'Open', 'OpenReply', 'Data', 'Abort', 'Error'] as const;

/** What a service may have made of anything at all: its types are checked beside it, and run in spite of what they say. */
function toldOf(message: Message): ToldMessage {
  const { kind, callId, uri, data, reason, ch } = Object(message) as Readonly<Record<string, unknown>>;
  if (!KINDS.some((it) => it === kind)) throw new SysError('InvalidMessage');
  const handle: unknown = Object(ch).handle;
  if ((kind === 'Connect' || kind === 'OpenReply') !== (typeof handle === 'string')) throw new SysError('InvalidMessage');
  return {
    kind: kind as ToldMessage['kind'],
    ...(callId !== undefined && { callId: Number(callId) >>> 0 }),
    ...(uri !== undefined && { uri: String(uri).slice(0, 200) }),
    ...(data !== undefined && { data: String(data).slice(0, 4_096) }),
    ...(reason !== undefined && { reason: String(reason).slice(0, 40) as SysError['code'] }),
    ...(typeof handle === 'string' && { carries: handle.slice(0, 40) }),
  };
}
