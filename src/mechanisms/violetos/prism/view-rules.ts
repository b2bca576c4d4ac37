/** What the picture of a prism reads from a state, and what it says of it. */
import type { PlainState } from '../../../engine/checker.ts';
import { blamedOf, explained, those, type Claims } from '../../../drawing/claims.ts';
import { listed } from '../../../drawing/words.ts';

export interface Invocation {
  readonly through: number;
  /** Without one it is the notice that the facet was dropped. */
  readonly future: number | null;
}
export interface Future {
  readonly status: 'unused' | 'pending' | 'resolved' | 'canceled';
  readonly seen: boolean;
}
export interface Facet {
  readonly dropped: boolean;
  readonly told: boolean;
}
export interface Inbox {
  readonly filling: number;
  readonly writing: { readonly into: number; readonly through: number; readonly future: number } | null;
  readonly given: number;
  readonly read: number;
  readonly waiting: boolean;
  readonly aside: readonly number[];
  readonly buffers: readonly { readonly holds: readonly Invocation[] }[];
  readonly facets: readonly Facet[];
  readonly futures: readonly Future[];
}

/** A plain state has lost its type on the way out of the engine; the model's schema vouches for it. */
export const inboxIn = (state: PlainState) => state as unknown as Inbox;

const filled = ({ buffers, filling }: Inbox) => buffers[filling]?.holds ?? [];
const givenToTask = ({ buffers, filling, read, given }: Inbox) => buffers[1 - filling]?.holds.slice(read, given) ?? [];
const readable = (s: Inbox) => [...givenToTask(s), ...filled(s)];
const timesTold = (s: Inbox, i: number) => {
  const notices = readable(s).filter(({ through, future }) => future === null && through === i).length;
  return Number(s.facets[i]?.told) + notices + Number(s.aside.includes(i));
};

type Of = 'future' | 'facet' | 'task';

const buffersWith = ({ buffers }: Inbox, it: number) => those(buffers, ({ holds }) => holds.some(({ future }) => future === it));

const rules: Claims<Inbox, Of> = {
  'no invocation is seen twice': {
    of: 'future',
    by: (s) => those(s.futures, ({ seen }, i) => seen && readable(s).some(({ future }) => future === i)),
    says: (s, it) => `The task has read the invocation of future ${it}, and may read it again in buffer ${listed(buffersWith(s, it))}.`,
  },
  'a future pends only while its invocation can be read': {
    of: 'future',
    by: (s) =>
      those(
        s.futures,
        ({ status }, i) => status === 'pending' && s.writing?.future !== i && !readable(s).some(({ future }) => future === i),
      ),
    says: (s, it) =>
      buffersWith(s, it).length > 0
        ? `Future ${it} is pending. Its invocation is in buffer ${listed(buffersWith(s, it))}, behind those that the task was told of.`
        : `Future ${it} is pending, and its invocation is in no buffer.`,
  },
  'a dropped facet is told once': {
    of: 'facet',
    by: (s) => those(s.facets, ({ dropped }, i) => dropped && timesTold(s, i) !== 1),
    says: (s, it) =>
      timesTold(s, it) === 0
        ? `Facet ${it} is dropped, and no notice of it is left.`
        : `The drop of facet ${it} is told ${timesTold(s, it)} times.`,
  },
  'a waiting task has nothing to read': {
    of: 'task',
    by: (s) => (s.waiting && filled(s).length + s.aside.length > 0 ? [0] : []),
    says: (s) => `The task waits, and buffer ${s.filling} ${filled(s).length > 0 ? 'is not empty' : 'has a notice aside'}.`,
  },
};

/** Which futures, which facets, or whether the task breaks any of the sentences. */
export const blamed = (s: Inbox, broken: readonly string[], of: Of) => blamedOf(rules, s, broken, of);

export const explain = (rule: string, s: Inbox): string | undefined => explained(rules, rule, s);

export const facetIs = ({ dropped, told }: Facet) => (told ? 'dropped, told' : dropped ? 'dropped' : 'in use');

/** What the task does, and how far it has read. */
export function taskIs({ waiting, given, read }: Inbox): string {
  if (waiting) return 'waits in consume';
  return given === 0 ? 'awake, was given nothing' : `awake, has read ${read} of ${given}`;
}
