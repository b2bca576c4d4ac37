/** What the picture of the layers reads from a state, and what it says of it. */
import type { View } from '../../../drawing/view.ts';
import { sentences } from '../../../drawing/words.ts';
import type { StateOf } from '../../../engine/language.ts';
import { layerOf, type model } from './model.ts';

export type Model = typeof model;
export type System = StateOf<Model>;
export type Program = System['programs'][number];

/** `program 1, an app`. */
const named = (index: number, config: { readonly programs: number }): string => {
  const layer = layerOf(index, config);
  return `Program ${index}, ${layer === 'container' ? 'in the container' : layer === 'app' ? 'an app' : 'a command'},`;
};

export const words: View<Model>['words'] = {
  'no app and no container touches a device itself': ({ now: { programs }, config, rows }) =>
    sentences(rows('program'), (i) => `${named(i, config)} has opened the node of ${programs[i]!.touched} itself, past every service.`),
  'a service acts only for a program that is who it says': ({ now: { programs }, config, rows }) =>
    sentences(
      rows('program'),
      (i) =>
        `${named(i, config)} has said that it is program ${programs[i]!.as}, and the service of ${programs[i]!.wants} has acted for it.`,
    ),
  'a service acts only as its policy lets it': ({ now: { programs }, config, rows }) =>
    sentences(rows('program'), (i) => {
      const { as, wants } = programs[i]!;
      return `The service of ${wants} has acted for ${named(i, config).replace('Program', 'program')} and its policy does not let program ${as} have it.`;
    }),
  'a command touches only what its user may': ({ now: { programs }, config, rows }) =>
    sentences(rows('program'), (i) => `${named(i, config)} has opened the node of ${programs[i]!.touched}, which its user may not.`),
};

export const hasAsked = ({ request }: Program): boolean => request !== 'none';

/** What a program has asked for, in its own layer. */
export function asked({ request, wants, as }: Program, index: number): string {
  if (request === 'none') return 'asks nothing';
  return `asks for ${wants}${as === index ? '' : `, names ${as}`}`;
}

/** What its request has come to at the service. */
export const atDoor = ({ request }: Program): string =>
  ({ none: 'nothing', made: 'to check', admitted: 'admitted', served: 'acted', refused: 'refused' })[request];

/** What it has of the kernel: through a service, and by itself. */
export function reached({ request, wants, touched }: Program): string {
  const parts = [
    ...(request === 'served' ? [`${wants}, by its service`] : []),
    ...(touched === 'nothing' ? [] : [`${touched}, by itself`]),
  ];
  return parts.join('; ') || 'nothing';
}
