/** What the picture of the loop reads from a state, and what it says of it. */
import type { StateOf } from '../../../engine/language.ts';
import type { View } from '../../../drawing/view.ts';
import { sentences } from '../../../drawing/words.ts';
import type { model } from './model.ts';

export type Model = typeof model;
export type Loop = StateOf<Model>;
type Device = Loop['devices'][number];
type Rule = keyof View<Model>['words'];

/** The places of the ring, as they follow one another. */
export const places = [
  { name: 'ports', says: 'the library looks', phases: ['ports'] },
  { name: 'library', says: 'bits are injected', phases: ['inject'] },
  { name: 'guest', says: 'it runs', phases: ['guest'] },
  { name: 'exit', says: 'an access, or a wait', phases: ['access', 'wait'] },
] as const;
export type Place = (typeof places)[number]['name'];

export const isAt = ({ phase }: Loop, place: Place): boolean =>
  places.some(({ name, phases }) => name === place && phases.some((each) => each === phase));

/** Whether a place has something of a device: what came, its bit, its pending number. */
export const isIn = (place: Place, { arrived, raised, pending }: Device): boolean =>
  place === 'ports' ? arrived : place === 'library' ? raised : place === 'guest' && pending;

const phaseWords: Readonly<Record<Loop['phase'], string>> = {
  ports: 'a turn begins',
  inject: 'the ports were looked at',
  guest: 'the guest runs',
  access: 'the guest has left with an access',
  wait: 'the guest waits for an interrupt',
};
export const phaseIs = ({ phase }: Loop): string => phaseWords[phase];

/** What the table says of a device, a row each, and the rule that is broken where that row is not as it should be. */
export const rows: readonly { readonly name: string; readonly says: (s: Loop, device: number) => string; readonly rule?: Rule }[] = [
  { name: 'Port', says: ({ devices }, i) => (devices[i]!.arrived ? 'something came' : 'nothing') },
  { name: 'Holds', says: ({ devices }, i) => (devices[i]!.status ? 'something unread' : 'nothing') },
  { name: 'Bits', says: ({ devices }, i) => bitsOf(devices[i]!), rule: 'no interrupt is left in the library while the guest runs' },
  { name: 'Guest', says: guestDoes, rule: 'no number is handled without a cause' },
];

/** Of its number: in the library, in the state of the run, at the controller of the guest. */
const bitsOf = ({ raised, injected, pending }: Device): string =>
  [...(raised ? ['raised'] : []), ...(injected ? ['injected'] : []), ...(pending ? ['pending'] : [])].join(', ') || 'none';

/** What the guest does with the number of a device. */
function guestDoes({ handles, acknowledged }: Loop, device: number): string {
  if (handles !== device) return 'no claim';
  return acknowledged ? 'acknowledged' : 'claimed';
}

export const words: View<Model>['words'] = {
  'no number is handled without a cause': ({ rows }) =>
    sentences(rows('device'), (it) => `The guest handles the number of device ${it}, which holds nothing that the guest has not read.`),
  'no interrupt is left in the library while the guest runs': ({ rows }) =>
    sentences(rows('device'), (it) => `The guest runs, and the bit of device ${it} is still in the library.`),
};
