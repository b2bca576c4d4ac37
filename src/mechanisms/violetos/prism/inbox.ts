/** What the picture of a prism reads from a state, and what it says of it. */
import type { StateOf } from '../../../engine/language.ts';
import type { View } from '../../../drawing/view.ts';
import { listed, sentences } from '../../../drawing/words.ts';
import type { model } from './model.ts';

export type Model = typeof model;
export type Inbox = StateOf<Model>;
export type Invocation = Inbox['buffers'][number]['holds'][number];
export type Future = Inbox['futures'][number];
type Facet = Inbox['facets'][number];

const filled = ({ buffers, filling }: Inbox) => buffers[filling]?.holds ?? [];

/** How often the drop of a facet is told: as a notice that was read, that can be read, or that is set aside. */
function timesTold({ buffers, filling, read, given, facets, aside }: Inbox, i: number): number {
  const readable = [...(buffers[1 - filling]?.holds.slice(read, given) ?? []), ...(buffers[filling]?.holds ?? [])];
  const notices = readable.filter(({ through, future }) => future === null && through === i).length;
  return Number(facets[i]?.told) + notices + Number(aside.includes(i));
}

/** The buffers in which the invocation of a future stands. */
const buffersWith = ({ buffers }: Inbox, it: number) =>
  [...buffers.keys()].filter((i) => buffers[i]!.holds.some(({ future }) => future === it));

export const WAITING = 'a waiting task has nothing to read';

export const words: View<Model>['words'] = {
  'no invocation is seen twice': ({ now, rows }) =>
    sentences(
      rows('future'),
      (it) => `The task has read the invocation of future ${it}, and may read it again in buffer ${listed(buffersWith(now, it))}.`,
    ),
  'a future pends only while its invocation can be read': ({ now, rows }) =>
    sentences(rows('future'), (it) =>
      buffersWith(now, it).length > 0
        ? `Future ${it} is pending. Its invocation is in buffer ${listed(buffersWith(now, it))}, behind those that the task was told of.`
        : `Future ${it} is pending, and its invocation is in no buffer.`,
    ),
  'a dropped facet is told once': ({ now, rows }) =>
    sentences(rows('facet'), (it) =>
      timesTold(now, it) === 0
        ? `Facet ${it} is dropped, and no notice of it is left.`
        : `The drop of facet ${it} is told ${timesTold(now, it)} times.`,
    ),
  [WAITING]: ({ now }) => `The task waits, and buffer ${now.filling} ${filled(now).length > 0 ? 'is not empty' : 'has a notice aside'}.`,
};

export const facetIs = ({ dropped, told }: Facet) => (told ? 'dropped, told' : dropped ? 'dropped' : 'in use');

/** What the task does, and how far it has read. */
export function taskIs({ task, given, read }: Inbox): string {
  if (task !== 'awake') return task === 'asleep' ? 'waits in consume' : 'about to wait in consume';
  return given === 0 ? 'awake, was given nothing' : `awake, has read ${read} of ${given}`;
}
