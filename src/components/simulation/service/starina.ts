/**
 * What a service is written in: the messages, channels and handlers of Starina's SDK at 98dae3c, in JavaScript. The kinds of message, the error
 * codes, the handlers and what they are given are named as they are there; what differs is said at each name.
 */

/** The error codes of Starina that channels give, and those that a service has use for. */
export type ErrorCode =
  /** What was asked for is not there; also a handle that is closed, or that was given away. */
  | 'NotFound'
  /** It is there already. */
  | 'AlreadyExists'
  /** The service does not do that. */
  | 'NotSupported'
  /** Whoever asks may not. */
  | 'NotAllowed'
  /** A message carries a handle that its sender does not hold. */
  | 'HandleNotMovable'
  /** The other end of the channel is closed. */
  | 'NoPeer'
  /** Nothing is queued at this end, and its peer may still send. */
  | 'Empty'
  /** The queue of the peer has no room. Nothing waits in Starina: try again later, or tell somebody. */
  | 'Full'
  | 'InvalidArg'
  | 'InvalidMessage'
  | 'InvalidUri'
  | 'InUse';

/** `Channel.send` and `Channel.recv` throw this, where the SDK returns a `Result`. One that nobody catches is a panic. */
export class SysError extends Error {
  /** Which it is. */
  readonly code: ErrorCode;

  constructor(code: ErrorCode) {
    super(code);
    this.name = 'SysError';
    this.code = code;
  }
}

/** The six kinds of message. Connect and Data have no answer of their own; Open is answered by OpenReply or by Abort, with its call id. */
export type Message = Connect | Open | OpenReply | Data | Abort | SendError;

/** Gives a server the control channel of a new client. The handle of `ch` moves with the message. */
export interface Connect {
  readonly kind: 'Connect';
  readonly ch: Channel;
}
/** Opens a resource. */
export interface Open {
  readonly kind: 'Open';
  /** Chosen by who asks. Two clients may choose the same number. */
  readonly callId: number;
  readonly uri: string;
}
/** Hands back the data channel of what was opened. The handle of `ch` moves with the message. */
export interface OpenReply {
  readonly kind: 'OpenReply';
  /** That of the Open which it answers. */
  readonly callId: number;
  readonly ch: Channel;
}
/** A piece of data. In Starina it is bytes; here it is text. */
export interface Data {
  readonly kind: 'Data';
  readonly data: string;
}
/** Says that an open failed. */
export interface Abort {
  readonly kind: 'Abort';
  /** That of the Open which it answers. */
  readonly callId: number;
  readonly reason: ErrorCode;
}
/** Says that something went wrong on a data channel. */
export interface SendError {
  readonly kind: 'Error';
  readonly reason: ErrorCode;
}

/** One end of a channel. Whoever holds its handle may send and receive there; a message that carries it takes it away. */
export interface Channel {
  /** The name of this end in the timeline. In Starina it is a number of the process. */
  readonly handle: string;
  /**
   * Puts a message into the queue of the peer, at once. Throws a SysError: `Full`, `NoPeer`, `HandleNotMovable`, or `NotFound` for an end that is
   * closed or was given away. A refused message keeps its handle here.
   */
  send(message: Message): void;
  /** Takes the oldest message that waits at this end. Throws a SysError: `Empty`, or `NoPeer` behind the last message. The loop does this for you. */
  recv(): Message;
  /** Whether the queue of the peer has room, or nobody is there to be waited for. In Starina a poll tells it, as `Readiness::WRITABLE`. */
  isWritable(): boolean;
  /** Closes this end: what is queued here goes, and the peer is told when it has read the rest. In Starina an end that is dropped is closed. */
  close(): void;
}

/** Which channels the loop listens to. */
export interface Dispatcher {
  /** From now on each message that comes on this channel is given to the handler. */
  addChannel(ch: Channel, handler: ChannelHandler): void;
}

/** What is given with each call of the service as a whole. */
export interface StartupContext {
  readonly dispatcher: Dispatcher;
  /** Makes a connected pair of ends, both held by the service: `Channel::new` of the SDK. */
  newChannel(): [Channel, Channel];
  /** Writes a line of the log: the macro `info!` of the SDK. */
  info(text: string): void;
}

/** What is given with each call for one channel. */
export interface ChannelContext extends StartupContext {
  /** The channel on which it came. */
  readonly sender: Channel;
}

/**
 * What is done with the messages of one channel. The loop of the SDK knows `is_receivable`, `data` and `disconnected`, and never calls the last;
 * at any other message it panics. `open` and `other` are of this site. A message without a handler is logged and dropped, with its handle.
 */
export interface ChannelHandler {
  /** Whether a message is to be taken now; it waits as long as this is false. It must change nothing. Left out: always. */
  isReceivable?(ctx: ChannelContext): boolean;
  /** A Data message came. */
  data?(ctx: ChannelContext, data: string): void;
  /** An Open message came. */
  open?(ctx: ChannelContext, callId: number, uri: string): void;
  /** A message of any other kind came. */
  other?(ctx: ChannelContext, message: Message): void;
  /** The peer is closed, and nothing is queued any more. This end is still held by the service. */
  disconnected?(ctx: ChannelContext): void;
}

/** A service: what it says of itself, and what it does when somebody connects. */
export interface Service {
  /** Its name in the log. */
  readonly name: string;
  /** Whether it answers each Data with one Data or one Error. Then that is checked, as it is for Open. */
  readonly answersData: boolean;
  /** Once, before any message. */
  init?(ctx: StartupContext): void;
  /** A client has connected; `ch` is the service's end of its control channel. */
  connected(ctx: StartupContext, ch: Channel): void;
}

/** Names the service of a file: `export const service = serve({ … })`. */
export const serve = (service: Service): Service => service;
