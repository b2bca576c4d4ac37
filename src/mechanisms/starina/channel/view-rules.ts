/** What the picture of a channel reads from a state, and what it says of it. */
import type { PlainState } from '../../../engine/checker.ts';
import { blamedOf, explained, those, type Claims } from '../../../drawing/claims.ts';
import { listed } from '../../../drawing/words.ts';

export interface Message {
  readonly number: number;
  readonly carries: readonly number[];
}
export interface End {
  readonly open: boolean;
  readonly arrived: readonly Message[];
  readonly received: number;
  readonly toldNoPeer: boolean;
}
export interface Handle {
  readonly holder: number | null;
  readonly closed: boolean;
}
export interface Pair {
  readonly ends: readonly End[];
  readonly handles: readonly Handle[];
}

/** A plain state has lost its type on the way out of the engine; the model's schema vouches for it. */
export const pairIn = (state: PlainState) => state as unknown as Pair;

/** Every place in which a handle is, in words; none if it is lost. */
function placesOf({ ends, handles }: Pair, i: number): string[] {
  const { holder, closed } = handles[i]!;
  const inMessages = ends.flatMap(({ arrived }, to) =>
    arrived.filter(({ carries }) => carries.includes(i)).map(({ number }) => `in message ${number} to end\u00a0${to}`),
  );
  return [
    ...(holder === null ? [] : [`held by end\u00a0${holder}`]),
    ...inMessages,
    ...(closed ? ['closed, in a message that nobody read'] : []),
  ];
}

/** The message at this place of a queue is the one that is due there: the oldest has the number that comes next. */
function isDue({ arrived, received }: End, place: number): boolean {
  const { number } = arrived[place]!;
  const before = place === 0 ? undefined : arrived[place - 1]!.number;
  // Numbers go round, and how far they go the state does not say: a smaller number than the one before may only be 0.
  return before === undefined ? number === received : number === before + 1 || (number === 0 && before > 0);
}

const firstUndue = (end: End) => end.arrived.findIndex((_, place) => !isDue(end, place));

type Of = 'end' | 'handle';

const rules: Claims<Pair, Of> = {
  'a handle is in exactly one place': {
    of: 'handle',
    by: (s) => those(s.handles, (_, i) => placesOf(s, i).length !== 1),
    says: (s, it) => {
      const places = placesOf(s, it);
      return places.length === 0
        ? `Handle ${it} is nowhere: no end holds it, and no message carries it.`
        : `Handle ${it} is ${listed(places)}.`;
    },
  },
  'messages arrive in the order they were sent': {
    of: 'end',
    by: (s) => those(s.ends, (end) => firstUndue(end) >= 0),
    says: ({ ends }, it) => {
      const { arrived, received } = ends[it]!;
      const place = firstUndue(ends[it]!);
      return place > 0
        ? `At end ${it}, message ${arrived[place]!.number} stands behind message ${arrived[place - 1]!.number}.`
        : `End ${it} is due to receive message ${received}, and message ${arrived[0]!.number} stands before it.`;
    },
  },
  'queued messages outlive the peer': {
    of: 'end',
    by: (s) => those(s.ends, ({ toldNoPeer, arrived }) => toldNoPeer && arrived.length > 0),
    says: ({ ends }, it) =>
      `End ${it} was told NoPeer, and message ${listed(ends[it]!.arrived.map(({ number }) => number))} still waits for it.`,
  },
};

/** Which ends, or which handles, break any of the sentences. */
export const blamed = (s: Pair, broken: readonly string[], of: Of) => blamedOf(rules, s, broken, of);

export const explain = (rule: string, s: Pair): string | undefined => explained(rules, rule, s);

export const endIs = ({ open, toldNoPeer }: End) => (open ? (toldNoPeer ? 'open, told NoPeer' : 'open') : 'closed');

/** `message 0, message 1 with handle 2`, the oldest first, and whether `room` is used up. */
export function waitingAt({ arrived }: End, room: number): string {
  const messages = arrived.map(({ number, carries }) => `message ${number}${carries.length > 0 ? ` with handle ${listed(carries)}` : ''}`);
  return messages.length === 0 ? 'nothing' : `${messages.join(', ')}${messages.length >= room ? '; the queue is full' : ''}`;
}

export const handleIs = (s: Pair, i: number) => listed(placesOf(s, i)) || 'nowhere';
