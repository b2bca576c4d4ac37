/** The clients that play against a service: scripts of single steps, because a schedule may put anything between two of them. */
import type { ErrorCode } from './starina.ts';

/** What a client may send. `carries` is a name for a new channel: one end goes with the message, the other stays under that name. */
export type ClientMessage =
  | { readonly kind: 'Open'; readonly callId: number; readonly uri: string }
  | { readonly kind: 'Data'; readonly data: string }
  | { readonly kind: 'Connect' | 'OpenReply'; readonly callId?: number; readonly carries: string }
  | { readonly kind: 'Abort'; readonly callId: number; readonly reason: ErrorCode }
  | { readonly kind: 'Error'; readonly reason: ErrorCode };

/** `on` names a channel; `service` is the control channel. A step on a channel that the client does not have is passed over. */
export type ClientStep =
  /** Waits until there is room, or nobody to send to. */
  | { readonly do: 'send'; readonly on: string; readonly message: ClientMessage }
  /** Waits for a message, or for the end of the channel. A channel that comes with it is kept under the name `as`, or closed. */
  | { readonly do: 'receive'; readonly on: string; readonly as?: string }
  | { readonly do: 'close'; readonly on: string }
  /** Closes everything that it holds. */
  | { readonly do: 'leave' };

const open = (callId: number, uri: string): ClientStep => ({ do: 'send', on: 'service', message: { kind: 'Open', callId, uri } });
const data = (text: string, on = 'service'): ClientStep => ({ do: 'send', on, message: { kind: 'Data', data: text } });
const receive = (on = 'service', as?: string): ClientStep => ({ do: 'receive', on, ...(as !== undefined && { as }) });
const leave: ClientStep = { do: 'leave' };

/** Who plays. */
export interface Cast {
  readonly id: string;
  readonly title: string;
  readonly clients: readonly (readonly ClientStep[])[];
}

/** Kinds that no client sends, a channel that nobody wants, and a call that was never made. */
const rude: readonly ClientStep[] = [
  { do: 'send', on: 'service', message: { kind: 'Abort', callId: 7, reason: 'NotFound' } },
  { do: 'send', on: 'service', message: { kind: 'Connect', carries: 'unasked' } },
  leave,
];

/** What each service is tried with; the first is what Run begins with. */
export const casts: Readonly<Record<'echo' | 'name-server' | 'file-server', readonly Cast[]>> = {
  echo: [
    { id: 'one', title: 'One client asks twice and leaves', clients: [[data('one'), receive(), data('two'), receive(), leave]] },
    {
      id: 'two',
      title: 'Two clients at once; the second leaves without reading',
      clients: [
        [data('one'), data('two'), receive(), receive(), leave],
        [data('three'), leave],
      ],
    },
    { id: 'rude', title: 'A client breaks the protocol beside one that keeps it', clients: [[data('one'), receive(), leave], rude] },
  ],
  'name-server': [
    {
      id: 'one',
      title: 'One client takes a name, looks it up, and leaves',
      clients: [[open(1, 'new:printer'), receive('service', 'listen'), open(2, 'printer'), receive('service', 'own'), leave]],
    },
    {
      id: 'two',
      title: 'Two clients at once, with the same call ids: one takes the name, one looks it up',
      clients: [
        [open(1, 'new:printer'), receive('service', 'listen'), receive('listen', 'visitor'), leave],
        [open(1, 'printer'), receive('service', 'printer'), leave],
      ],
    },
    {
      id: 'gone',
      title: 'The owner gives its name up while another looks it up, and nobody waits for an answer',
      clients: [
        [open(1, 'new:printer'), receive('service', 'listen'), { do: 'close', on: 'listen' }, open(2, 'new:printer'), leave],
        [open(1, 'printer'), leave],
      ],
    },
    {
      id: 'rude',
      title: 'A client breaks the protocol beside one that keeps it',
      clients: [[open(1, 'new:printer'), receive('service', 'listen'), leave], rude],
    },
  ],
  'file-server': [
    {
      id: 'one',
      title: 'One client opens a file, reads it, and leaves',
      clients: [[open(1, 'file:motd'), receive('service', 'file'), data('read', 'file'), receive('file'), leave]],
    },
    {
      id: 'two',
      title: 'Two clients at once, with the same call ids; the second leaves without reading',
      clients: [
        [open(1, 'new:note'), receive('service', 'file'), data('write hello', 'file'), receive('file'), leave],
        [open(1, 'file:note'), open(2, 'file:motd'), leave],
      ],
    },
    {
      id: 'rude',
      title: 'A client breaks the protocol beside one that keeps it',
      clients: [[open(1, 'file:motd'), receive('service', 'file'), data('erase', 'file'), receive('file'), leave], rude],
    },
  ],
};
