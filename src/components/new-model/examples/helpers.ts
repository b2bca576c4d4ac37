/**
 * Functions beside the actions take a row, the state or the configuration, and are typed by the mechanism: a field that it does not have is
 * an error in them too.
 */
import { type ConfigIn, id, mechanism, range, type RowIn, type StateIn, table } from '../../../engine/language.ts';

const plant = id('plant');

const garden = mechanism({
  parameters: { water: { label: 'Cans of water a day', least: 1, most: 3, default: 2 } },
  state: ({ water }) => ({ cans: range(0, water), plants: table(plant, 2, { height: range(0, 2) }) }),
  start: (s, { water }) => {
    s.cans = water;
  },
});
type Plant = RowIn<typeof garden, 'plant'>;
type Garden = StateIn<typeof garden>;
type Config = ConfigIn<typeof garden>;

const grows = (it: Plant): boolean => it.height < 2;
const tallest = ({ plants }: Garden): number => Math.max(...plants.map(({ height }) => height));
const refill = (s: Garden, { water }: Config): void => {
  s.cans = water;
};

const pour = garden.action({
  says: '{it} is watered, and grows.',
  args: { it: plant },
  when: { 'it still grows': ({ it }) => grows(it), 'there is water': (_, s) => s.cans > 0 },
  then: ({ it }, s) => {
    it.height += 1;
    s.cans -= 1;
  },
});
const night = garden.action({
  says: 'A day passes, and the cans are full again.',
  when: { 'a can is empty': (_, s, { water }) => s.cans < water },
  then: (_, s, config) => refill(s, config),
});

export const model = garden.model({
  id: 'example/helpers',
  title: 'A garden',
  actions: { pour, night },
  always: {},
  sometimes: { 'one is as tall as it gets': (s) => tallest(s) === 2 },
  final: (s) => s.plants.every((it) => !grows(it)),
});
