/** A small model for tests of links and traces, with parameters, faults and a table; and the same model with everything in another order. */
import { mechanism } from '../language/model.ts';
import { bool, id, oneOf, range, table } from '../language/schema.ts';

const lamp = id('lamp');
const mood = oneOf('calm', 'alert');

const of = mechanism({
  parameters: { lamps: { least: 1, most: 4, default: 2 }, levels: { least: 1, most: 5, default: 3 } },
  faults: { sticks: 'A lamp sticks.', fails: { doc: 'A lamp fails.', times: 2 } },
  state: ({ lamps, levels }) => ({ lamps: table(lamp, lamps, { level: range(0, levels), dead: bool }), mood }),
});
const dim = of.action({
  says: '{it} goes to {to}.',
  args: { it: lamp, to: range(0, 5) },
  when: { 'it is not dead': ({ it }) => !it.dead, 'it has such a level': ({ to }, _, { levels }) => to <= levels },
  then: ({ it, to }, _, { sticks }) => {
    if (!sticks) it.level = to;
  },
});
const fail = of.action({
  says: '{it} fails.',
  args: { it: lamp },
  fault: 'fails',
  then: ({ it }) => {
    it.dead = true;
  },
});
const turn = of.action({
  says: 'The mood is {to}.',
  args: { to: mood },
  then: ({ to }, s) => {
    s.mood = to;
  },
});
const parts = { id: 'test/lamp', title: 'Lamp', always: {}, sometimes: {} };
export const lampModel = of.model({ ...parts, actions: { dim, fail, turn } });

const turned = mechanism({
  parameters: { levels: { least: 1, most: 5, default: 3 }, lamps: { least: 1, most: 4, default: 2 } },
  faults: { fails: { doc: 'A lamp fails.', times: 2 }, sticks: 'A lamp sticks.' },
  state: ({ lamps, levels }) => ({ mood, lamps: table(lamp, lamps, { dead: bool, level: range(0, levels) }) }),
});
export const reorderedLampModel = turned.model({
  ...parts,
  actions: {
    turn: turned.action({
      says: 'The mood is {to}.',
      args: { to: mood },
      then: ({ to }, s) => {
        s.mood = to;
      },
    }),
    fail: turned.action({
      says: '{it} fails.',
      args: { it: lamp },
      fault: 'fails',
      then: ({ it }) => {
        it.dead = true;
      },
    }),
    dim: turned.action({
      says: '{it} goes to {to}.',
      args: { to: range(0, 5), it: lamp },
      when: { 'it has such a level': ({ to }, _, { levels }) => to <= levels, 'it is not dead': ({ it }) => !it.dead },
      then: ({ it, to }, _, { sticks }) => {
        if (!sticks) it.level = to;
      },
    }),
  },
});
