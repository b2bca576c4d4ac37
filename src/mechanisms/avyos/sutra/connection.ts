/** What the picture of a connection reads from a state, and what it says of it. */
import type { View } from '../../../drawing/view.ts';
import { sentences } from '../../../drawing/words.ts';
import type { StateOf } from '../../../engine/language.ts';
import { namesOf, type Config, type model } from './model.ts';

export type Model = typeof model;
export type Connection = StateOf<Model>;
type Caller = Connection['callers'][number];

/** The opcode with which a client sends what was asked for last. */
const sentAs = ({ asked }: Caller, config: Config): number => (asked === null ? 0 : namesOf.client(config).indexOf(asked) + 1);

export const words: View<Model>['words'] = {
  'the service runs what was asked for': ({ now: { callers }, config, rows }) =>
    sentences(rows('caller'), (i) => {
      const { asked, ran } = callers[i]!;
      return `Caller ${i} asked for ${asked}, which is ${sentAs(callers[i]!, config)} at the client; at the service that is ${ran}, and it has run.`;
    }),
  'a reply goes to the request that it answers': ({ now: { callers }, config, rows }) =>
    sentences(
      rows('caller'),
      (i) => `Caller ${i} waited for opcode ${sentAs(callers[i]!, config)}, and took a frame that was not its reply.`,
    ),
  'no event overtakes the reply to its cause': ({ rows }) =>
    sentences(rows('caller'), (i) => `An event about the window of caller ${i} came before its reply.`),
};

/** What a caller is about, in words. */
export function callerIs({ state, asked, startled }: Caller): string {
  const is =
    state === 'idle'
      ? 'has asked nothing'
      : state === 'waiting'
        ? `waits for ${asked}`
        : state === 'answered'
          ? `has its reply to ${asked}`
          : state === 'misled'
            ? `took a wrong frame for ${asked}`
            : 'told that it has ended';
  return startled ? `${is}, and had an event too early` : is;
}

/** What the service ran for a caller since it asked. */
export const ranFor = ({ ran, asked }: Caller): string => (asked === null ? 'nothing yet' : (ran ?? 'nothing yet'));

/** Whether there is a window of a caller, and what the caller thinks. */
export function windowOf({ window, knows, state }: Caller): string {
  if (window === knows) return window ? 'known' : 'none';
  if (state === 'misled') return window ? 'there, thought gone' : 'none, thought there';
  return window ? 'there, not told of' : 'gone, not told of';
}

/** What a row of the opcodes is called at either end; `none` where it has none. */
export function opcodes(config: Config): { readonly opcode: number; readonly client: string; readonly service: string }[] {
  const [client, service] = [namesOf.client(config), namesOf.service(config)];
  const most = Math.max(client.length, service.length);
  return Array.from({ length: most }, (_, i) => ({ opcode: i + 1, client: client[i] ?? 'none', service: service[i] ?? 'none' }));
}

export const loopIs = ({ loop }: Connection): string => (loop === null ? 'loop free' : `loop waits for caller ${loop}`);

/** What the service is about. */
export function serviceIs({ open, serving, callers }: Connection): string {
  if (!open) return 'closed';
  return serving === null ? 'free' : `ran ${callers[serving]!.ran}`;
}
