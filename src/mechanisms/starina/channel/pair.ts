/** What the picture of a channel reads from a state, and what it says of it. */
import type { StateOf } from '../../../engine/language.ts';
import type { View } from '../../../drawing/view.ts';
import { listed, sentences } from '../../../drawing/words.ts';
import type { model } from './model.ts';

export type Model = typeof model;
export type Pair = StateOf<Model>;
type End = Pair['ends'][number];

/** Every place in which a handle is, in words; none if it is lost. */
function placesOf({ ends, handles }: Pair, i: number): string[] {
  const { holder, unread } = handles[i]!;
  const inMessages = ends.flatMap(({ arrived }, to) =>
    arrived.filter(({ carries }) => carries.includes(i)).map(({ number }) => `in message ${number} to end\u00a0${to}`),
  );
  return [
    ...(holder === null ? [] : [`held by end\u00a0${holder}`]),
    ...inMessages,
    ...(unread ? ['gone with the queue of a closed end, in a message that nobody read'] : []),
  ];
}

/** The place of the first message that is not the one due there. */
const outOfOrder = ({ arrived, received }: End, room: number): number =>
  arrived.findIndex(({ number }, place) => number !== (place === 0 ? received : (arrived[place - 1]!.number + 1) % (room + 1)));

export const words: View<Model>['words'] = {
  'a handle is in exactly one place': ({ now, rows }) =>
    sentences(rows('handle'), (it) => {
      const places = placesOf(now, it);
      return places.length === 0
        ? `Handle ${it} is nowhere: no end holds it, and no message carries it.`
        : `Handle ${it} is ${listed(places)}.`;
    }),
  'messages arrive in the order they were sent': ({ now, config, rows }) =>
    sentences(rows('end'), (it) => {
      const { arrived, received } = now.ends[it]!;
      const place = outOfOrder(now.ends[it]!, config.room);
      return place > 0
        ? `At end ${it}, message ${arrived[place]!.number} stands behind message ${arrived[place - 1]!.number}.`
        : `End ${it} is due to receive message ${received}, and message ${arrived[0]!.number} stands before it.`;
    }),
  'queued messages outlive the peer': ({ now, rows }) =>
    sentences(
      rows('end'),
      (it) => `End ${it} was told NoPeer, and message ${listed(now.ends[it]!.arrived.map(({ number }) => number))} still waits for it.`,
    ),
};

export const endIs = ({ open, toldNoPeer }: End) => (open ? (toldNoPeer ? 'open, told NoPeer' : 'open') : 'closed');

/** `message 0, message 1 with handle 2`, the oldest first, and whether `room` is used up. */
export function waitingAt({ arrived }: End, room: number): string {
  const messages = arrived.map(({ number, carries }) => `message ${number}${carries.length > 0 ? ` with handle ${listed(carries)}` : ''}`);
  return messages.length === 0 ? 'nothing' : `${messages.join(', ')}${messages.length >= room ? '; the queue is full' : ''}`;
}

export const handleIs = (s: Pair, i: number) => listed(placesOf(s, i)) || 'nowhere';
