/** What the picture of placement reads from a state, and what it says of it. */
import type { StateOf } from '../../../engine/language.ts';
import type { View } from '../../../drawing/view.ts';
import { listed, sentences } from '../../../drawing/words.ts';
import type { model } from './model.ts';

export type Model = typeof model;
export type Both = StateOf<Model>;

export const placementNames = ['All isolated', 'Trusted in the kernel'] as const;

/** In the space of the kernel: never in the first placement. */
export const isInside = ({ parts }: Both, where: number, i: number): boolean => where === 1 && parts[i]!.trusted;

export const insideOf = (s: Both, where: number): readonly number[] => s.parts.flatMap((_, i) => (isInside(s, where, i) ? [i] : []));
export const outsideOf = (s: Both, where: number): readonly number[] => s.parts.flatMap((_, i) => (isInside(s, where, i) ? [] : [i]));

const messages = (many: number) => (many === 0 ? '' : many === 1 ? ', 1 message waits' : `, ${many} messages wait`);

/** Whether it runs, and what has become of its memory. */
export function partIs({ parts }: Both, where: number, i: number): string {
  const { runs, waiting, spoiltBy } = parts[i]!;
  const by = spoiltBy[where]!;
  return `${runs[where] ? 'runs' : 'ended'}${by === null ? '' : `, spoilt by part\u00a0${by}`}${messages(waiting[where]!)}`;
}

/** The same with its place, for the table. */
export const partIsThere = (s: Both, where: number, i: number) =>
  `${isInside(s, where, i) ? 'in the space of the kernel' : 'in a space of its own'}, ${partIs(s, where, i)}`;

export const kernelIs = ({ placements }: Both, where: number): string => {
  const by = placements[where]!.kernelSpoiltBy;
  return by === null ? 'whole' : `spoilt by part\u00a0${by}`;
};

/** The door of the last call and its answer. */
export function callIs({ placements }: Both, where: number): string {
  const { door, answer } = placements[where]!;
  return door === 'none' ? 'no call' : `${door === 'trap' ? 'a trap' : 'a function'}: ${answer}`;
}

/** Who wrote over what in a placement; the kernel itself comes last. */
const spoils = ({ parts, placements }: Both, where: number) =>
  [
    ...parts.map(({ spoiltBy }, i) => ({ of: `part ${i}`, at: i, by: spoiltBy[where]! })),
    { of: 'the kernel', at: -1, by: placements[where]!.kernelSpoiltBy },
  ].flatMap(({ by, ...each }) => (by === null ? [] : [{ ...each, by }]));

/** Whether something is written over by an isolated part there. */
const crossed = (s: Both, where: number) => spoils(s, where).filter(({ by }) => !isInside(s, where, by));
export const isKernelCrossed = (s: Both, where: number) => crossed(s, where).some(({ at }) => at < 0);

const told = (where: number, of: string, by: number) =>
  `In the placement "${placementNames[where]!.toLowerCase()}", the memory of ${of} was written by part ${by}`;

export const words: View<Model>['words'] = {
  'both placements answer alike while nothing has gone wrong': ({ now }) =>
    `The first placement answers ${now.placements[0]!.answer}, and the second ${now.placements[1]!.answer}.`,
  'the fault of an isolated part stays within its border': ({ now }) =>
    sentences([0, 1], (where) =>
      crossed(now, where)
        .map(({ of, by }) => `${told(where, of, by)}, which is isolated.`)
        .join(' '),
    ).trim(),
  'nothing outside of the kernel is reached by a module': ({ now }) =>
    spoils(now, 1)
      .filter(({ at, by }) => at >= 0 && !isInside(now, 1, at) && isInside(now, 1, by))
      .map(({ of, by }) => `${told(1, of, by)}, a module, though it has a space of its own.`)
      .join(' '),
  'only a part that was verified is in the space of the kernel': ({ rows }) =>
    sentences(rows('part'), (it) => `Part ${it} is in the space of the kernel, and nobody has verified it.`),
  'a part ends only by a fault of its own': ({ now, rows }) =>
    sentences(rows('part'), (it) => {
      const erred = now.parts.flatMap((each, i) => (each.erred ? [i] : []));
      return `Part ${it} has ended, and not it but part ${listed(erred)} has erred.`;
    }),
};
