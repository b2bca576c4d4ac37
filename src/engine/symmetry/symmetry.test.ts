import { describe, expect, test } from 'vitest';
import { model as capabilitySpace } from '../../mechanisms/themelios/capability-space/model.ts';
import { asymmetry } from '../search/asymmetry.ts';
import { explore } from '../search/explore.ts';
import { Layout } from '../state/layout.ts';
import { machine, type Machine } from '../run/machine.ts';
import { mechanism, type Mechanism } from '../language/model.ts';
import { Renaming } from './renaming.ts';
import { bool, id, oneOf, option, orderedTable, perId, queue, table, type Schema } from '../language/schema.ts';
import { canonical } from './symmetry.ts';
import { twoPhaseCommit } from '../../../bench/two-phase-commit.ts';

test('alike rows are counted once', () => {
  const m = machine(twoPhaseCommit);
  const { states, transitions, depth } = explore(m, { canon: canonical(m) });
  expect({ states, transitions, depth }).toEqual({ states: 314, transitions: 1_332, depth: 16 });
});

/** How many different results `form` has over all reachable states. */
function formsOf(m: Machine, form: (words: Int32Array) => string): number {
  const forms = new Set<string>();
  explore(m).each(() => forms.add(form(m.words)));
  return forms.size;
}

/** A form that tries every order of the rows of one kind. */
function leastOrder(m: Machine, kind: string): (words: Int32Array) => string {
  const renaming = Renaming.of(
    m.layout,
    m.layout.tables.find((each) => each.kind === kind)!,
  )!;
  const orders = permutations([...renaming.place.keys()]);
  return (words) =>
    orders
      .map((order) => {
        const renamed = words.slice();
        renaming.place.set(order);
        renaming.apply(renamed);
        return renamed.join();
      })
      .reduce((least, each) => (each < least ? each : least));
}

const permutations = (items: readonly number[]): number[][] =>
  items.length === 0 ? [[]] : items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));

const cases: [string, Mechanism, object, string][] = [
  ['two-phase commit with three managers', twoPhaseCommit, { managers: 3 }, 'manager'],
  ['two-phase commit', twoPhaseCommit, {}, 'manager'],
  ['a capability space of two slots', capabilitySpace, { slots: 2, reuses: 2 }, 'slot'],
  ['a capability space', capabilitySpace, {}, 'slot'],
];
describe.for(cases)('%s', ([, of, config, kind]) => {
  test('the symmetric search finds as many states as the full search has forms', () => {
    const m = machine(of, config);
    const canon = canonical(m)!;
    const { states } = explore(m, { canon });
    const form = (words: Int32Array) => {
      canon(words);
      return words.join();
    };
    expect(states).toBe(formsOf(m, form));
    // Two states have one form exactly when some order of the rows makes them equal.
    expect(states).toBe(formsOf(m, leastOrder(m, kind)));
  });

  test('a form is its own form', () => {
    const m = machine(of, config);
    const canon = canonical(m)!;
    explore(m, { canon }).each(() => {
      const words = m.words.slice();
      canon(words);
      expect(words).toEqual(m.words);
    });
  });

  test('its rows are alike', () => {
    expect(asymmetry(machine(of, config))).toBeUndefined();
  });
});

const task = id('task');
const frame = id('frame');

function lockOf(chooses: boolean): Mechanism {
  const lock = mechanism({
    parameters: {},
    state: () => ({ tasks: table(task, 3, { waits: bool }), holder: option(task), phase: oneOf('free', 'held') }),
  });
  const wait = lock.action({
    says: '{by} waits.',
    args: { by: task },
    then: ({ by }) => {
      by.waits = true;
    },
  });
  const give = lock.action({
    says: 'The lock is given to {to}.',
    args: { to: task },
    when: { 'it waits': ({ to }, s) => (chooses ? s.tasks.find((each) => each.waits) === to : to.waits) },
    then: ({ to }, s) => {
      s.holder = to;
    },
  });
  return lock.model({
    id: 'test/lock',
    title: 'Lock',
    actions: { wait, give },
    always: {},
    sometimes: {},
    final: () => true,
  });
}

test('a model that prefers the first of alike rows is found out', () => {
  expect(asymmetry(machine(lockOf(false)))).toBeUndefined();
  expect(asymmetry(machine(lockOf(true)))).toBe("'give' depends on the position of a task.");
});

test('symmetry is off where rows cannot be renamed', () => {
  const canonOf = (schema: Schema) => canonical({ layout: new Layout(schema) });
  const tasks = table(task, 2, { on: bool });
  expect(canonOf({ tasks })).toBeDefined();
  expect(canonOf({ tasks: orderedTable(task, 2, { on: bool }) })).toBeUndefined();
  expect(canonOf({ tasks, ready: queue(task, 2) })).toBeUndefined();
  expect(canonOf({ tasks, frames: orderedTable(frame, 2, { of: perId(task, bool) }) })).toBeUndefined();
  expect(canonOf({ tasks, frames: orderedTable(frame, 1, { owners: perId(frame, option(task)) }) })).toBeUndefined();
});
