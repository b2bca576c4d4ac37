import { expect, test } from 'vitest';
import { explore } from '../search/explore.ts';
import { machine } from './machine.ts';
import { mechanism } from '../language/model.ts';
import { begin, follow, menuAt, type Snapshot } from './run.ts';
import { bool, id, table } from '../language/schema.ts';
import { twoPhaseCommit } from '../../../bench/two-phase-commit.ts';

test('a machine is a mechanism at one configuration', () => {
  const m = machine(twoPhaseCommit, { managers: 3 });
  expect(m.config).toEqual({ managers: 3, hasty: false });
  expect(m.actions.map(({ name, first, count }) => [name, first, count])).toEqual([
    ['decideCommit', 0, 1],
    ['decideAbort', 1, 1],
    ['countVote', 2, 3],
    ['prepare', 5, 3],
    ['giveUp', 8, 3],
    ['obeyCommit', 11, 3],
    ['obeyAbort', 14, 3],
  ]);
  expect(m.instances).toBe(17);
});

test('a configuration that does not exist is refused', () => {
  expect(() => machine(twoPhaseCommit, { managers: 1 })).toThrow('bench/two-phase-commit cannot be configured with managers = 1.');
  expect(() => machine(twoPhaseCommit, { managers: 2.5 })).toThrow('managers = 2.5');
  expect(() => machine(twoPhaseCommit, { hasty: 1 })).toThrow('hasty = 1');
  expect(() => machine(twoPhaseCommit, { hastily: true })).toThrow('hastily = true');
});

const line = id('line');
const wires = mechanism({
  parameters: { lines: { least: 1, most: 3, default: 2 } },
  faults: { storms: { doc: 'A line breaks.', times: 2 }, cutters: 'Someone cuts lines.' },
  state: ({ lines }) => ({ lines: table(line, lines, { broken: bool }) }),
});
const snap = wires.action({
  says: '{it} breaks.',
  args: { it: line },
  fault: 'storms',
  when: { 'it is whole': ({ it }) => !it.broken },
  then: ({ it }) => {
    it.broken = true;
  },
});
const cut = wires.action({
  says: '{it} is cut.',
  args: { it: line },
  fault: 'cutters',
  then: ({ it }) => {
    it.broken = true;
  },
});
const grid = wires.model({
  id: 'test/grid',
  title: 'Grid',
  actions: { snap, cut },
  always: {},
  sometimes: {},
  final: () => true,
});

test('a budgeted fault happens at most so often', () => {
  expect(explore(machine(grid, { lines: 3 })).states).toBe(1);
  expect(explore(machine(grid, { lines: 3, storms: true })).states).toBe(1 + 3 + 3);
});

test('the budget is part of the state, and a fault that may not happen says so', () => {
  const m = machine(grid, { storms: true });
  const once = follow(m, begin(m), 0) as Snapshot;
  expect(once.state).toEqual({ lines: [{ broken: true }, { broken: false }], 'storms left': 1 });
  const refusals = menuAt(m, once).flatMap((menu) => menu.refusals);
  expect(refusals.map(({ says, because }) => [says, because])).toEqual([
    ['line 0 breaks.', ['it is whole']],
    ['line 0 is cut.', ['the fault may still happen']],
    ['line 1 is cut.', ['the fault may still happen']],
  ]);
});

test('a fault without a budget happens as often as it can', () => {
  expect(explore(machine(grid, { cutters: true })).states).toBe(4);
});
