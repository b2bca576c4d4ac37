/** Each mistake below is a compile error: `tsc` fails where an expected one is missing. */
import { expect, test } from 'vitest';
import { machine } from '../run/machine.ts';
import { mechanism, scenariosOf, withRuns, type RowIn } from './model.ts';
import { flags, id, option, orderedTable, range, table } from './schema.ts';

const slot = id('slot');
const frame = id('frame');
const space = mechanism({
  parameters: { slots: { least: 1, most: 3, default: 2 } },
  faults: { leaks: 'It leaks.' },
  state: ({ slots }) => ({
    slots: table(slot, slots, { holds: option(frame), rights: flags('read', 'write') }),
    frames: orderedTable(frame, 2, { uses: range(0, 2) }),
  }),
});
type Slot = RowIn<typeof space, 'slot'>;

const hold = space.action({
  says: '{by} holds {it}.',
  args: { by: slot, it: frame },
  when: { 'it is unused': ({ it }) => it.uses === 0 },
  then: ({ by, it }) => {
    by.holds = it;
    it.uses += 1;
  },
});

test('a model that is right compiles, and runs', () => {
  const model = space.model({
    id: 'test/space',
    title: 'Space',
    about: { question: 'Is it?', group: 'turns', basis: 'illustration', standsFor: 'of a test', shows: 'little', leavesOut: 'the rest' },
    actions: { hold },
    always: { 'the first frame has the index 0': (s) => s.frames[0]?.index === 0 },
    sometimes: {},
  });
  expect(machine(model).instances).toBe(4);
  const whole = withRuns(model, {
    scenarios: { once: { title: 'Once', with: { slots: 3 }, steps: [{ hold: { by: 0, it: 1 } }], ends: { refused: 'it is unused' } } },
    expect: [{ with: { leaks: true }, violates: 'the first frame has the index 0', steps: 1 }],
  });
  expect(machine(whole).mechanism.scenarios['once']?.title).toBe('Once');
});

test('names and kinds are checked', () => {
  space.action({
    // @ts-expect-error: a hole in a sentence is an argument
    says: '{bye} holds.',
    args: { by: slot },
    when: {
      // @ts-expect-error: a field that the row does not have
      'no such field': ({ by }) => by.hold === null,
      // @ts-expect-error: a row of another kind
      'no such kind': ({ by }, s) => s.frames.every((each) => each !== by),
      // @ts-expect-error: a word that is no right
      'no such right': ({ by }) => by.rights.has('run'),
      // @ts-expect-error: a fault that is not declared
      'no such fault': (_args, _s, { leek }) => leek,
      // @ts-expect-error: only rows of an ordered table have a position
      'no position': ({ by }) => by.index === 0,
    },
    then: ({ by }, s) => {
      // @ts-expect-error: a row of another kind
      by.holds = by;
      // @ts-expect-error: a table is changed in its rows
      s.slots = [];
    },
  });
  // @ts-expect-error: rows are told apart by their kind
  const wrong = (it: RowIn<typeof space, 'frame'>): Slot => it;
  expect(wrong).toBeDefined();
});

test('runs are checked against their model', () => {
  const model = space.model({
    id: 'test/space',
    title: 'Space',
    about: { question: 'Is it?', group: 'turns', basis: 'illustration', standsFor: 'of a test', shows: 'little', leavesOut: 'the rest' },
    actions: { hold },
    always: { 'all is well': () => true },
    sometimes: { 'all is calm': () => true },
  });
  withRuns(model, {
    scenarios: {
      // @ts-expect-error: an action that does not exist
      action: { title: '', steps: [{ held: { by: 0, it: 0 } }], ends: 'safe' },
      // @ts-expect-error: an argument that does not exist
      argument: { title: '', steps: [{ hold: { buy: 0, it: 0 } }], ends: 'safe' },
      // @ts-expect-error: a clause that does not exist
      clause: { title: '', steps: [], ends: { refused: 'it is used' } },
      // @ts-expect-error: a rule that does not exist
      rule: { title: '', steps: [], ends: { violates: 'all is ill' } },
      // @ts-expect-error: a fault that does not exist
      fault: { title: '', with: { leeks: true }, steps: [], ends: 'safe' },
      // @ts-expect-error: a parameter that does not exist
      parameter: { title: '', with: { slot: 3 }, steps: [], ends: 'safe' },
      // @ts-expect-error: a goal is no rule
      goal: { title: '', steps: [], ends: { violates: 'all is calm' } },
      // @ts-expect-error: an argument is missing
      missing: { title: '', steps: [{ hold: { by: 0 } }], ends: 'safe' },
    },
    expect: [
      // @ts-expect-error: a fault that does not exist
      { with: { leeks: true }, violates: 'all is well', steps: 1 },
      // @ts-expect-error: a rule that does not exist
      { violates: 'all is ill', steps: 1 },
      // @ts-expect-error: a goal is no rule
      { violates: 'all is calm', steps: 1 },
      // @ts-expect-error: a number is missing
      { states: 1, transitions: 1 },
    ],
  });
});

test('scenarios of a model in its own file are checked against it, and need no `about`', () => {
  const model = space.model({
    id: 'test/space',
    title: 'Space',
    actions: { hold },
    always: { 'all is well': () => true },
    sometimes: { 'all is calm': () => true },
  });
  const right = { title: 'Once', with: { slots: 3 }, steps: [{ hold: { by: 0, it: 1 } }], ends: { refused: 'it is unused' } } as const;
  expect(scenariosOf(model, { right })).toEqual({ right });
  scenariosOf(model, {
    // @ts-expect-error: an action that does not exist
    action: { title: '', steps: [{ held: { by: 0, it: 0 } }], ends: 'safe' },
    // @ts-expect-error: a clause that does not exist
    clause: { title: '', steps: [], ends: { refused: 'it is used' } },
    // @ts-expect-error: a goal is no rule
    goal: { title: '', steps: [], ends: { violates: 'all is calm' } },
    // @ts-expect-error: a parameter that does not exist
    parameter: { title: '', with: { slot: 3 }, steps: [], ends: 'safe' },
  });
});
