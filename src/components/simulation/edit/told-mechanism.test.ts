/** An edited model in the page beside the model itself: for every mechanism that is shipped, both say the same along every scenario. */
import { expect, test } from 'vitest';
import { begin, blamesAt, follow, type Machine, machine, menuAt, reachedAt, type Snapshot, traceOf } from '../../../engine/checker.ts';
import { insist, id, mechanism, type MechanismWithRuns, range, table } from '../../../engine/language.ts';
import { loadMechanism, mechanismIds } from '../../../mechanisms/registry.ts';
import { open } from '../session.ts';
import { toldOfModel } from './told.fixture.ts';
import { FROM_THE_START } from './told-mechanism.ts';

const said = (m: Machine, at: Snapshot) => ({
  state: at.state,
  broken: at.broken,
  menu: menuAt(m, at),
  blames: blamesAt(m, { words: at.words, broken: at.broken.filter((rule) => m.invariants.some(({ name }) => name === rule)) }),
  reached: reachedAt(m, at),
});

test.each(mechanismIds)('%s', async (id) => {
  const real = await loadMechanism(id);
  const told = toldOfModel(real);
  expect(Object.keys(told.scenarios)).toEqual([...Object.keys(real.scenarios), FROM_THE_START]);
  for (const scenario of Object.keys(real.scenarios)) {
    const wanted = open(real, scenario, 'start');
    const found = await told.elsewhere.settled(() => open(told, scenario, 'start'));
    expect(found.frames.map(({ snapshot }) => said(found.m, snapshot))).toEqual(
      wanted.frames.map(({ snapshot }) => said(wanted.m, snapshot)),
    );
    expect(found.frames.map(({ refusal }) => refusal)).toEqual(wanted.frames.map(({ refusal }) => refusal));
  }
});

const counter = mechanism({
  parameters: { most: { least: 1, most: 3, default: 2 } },
  faults: { jumps: { doc: 'It jumps.', times: 1 } },
  state: ({ most }) => ({ cells: table(id('cell'), 2, { n: range(0, most) }) }),
});
const about = { question: '?', group: 'turns', basis: 'illustration', standsFor: '', shows: '', leavesOut: '' } as const;
const counting: MechanismWithRuns = {
  ...counter.model({
    id: 'test/counter',
    title: 'Counter',
    actions: {
      count: counter.action({
        says: '{it} counts.',
        args: { it: id('cell') },
        when: { 'it has room': ({ it }, _, { most }) => it.n < most },
        then: ({ it }, _, { most }) => {
          it.n += 1;
          insist(it.n < most || most < 3, 'three is never reached');
        },
      }),
      jump: counter.action({
        says: 'All jump.',
        fault: 'jumps',
        then: (_, { cells }, { most }) => {
          for (const each of cells) each.n = most;
        },
      }),
      fail: counter.action({
        says: 'It fails.',
        when: { 'one has counted': (_, { cells }) => cells.some(({ n }) => n > 0) },
        then: () => {
          throw new Error('out of luck');
        },
      }),
    },
    always: { 'no two are full': ({ cells }, { most }) => cells.filter(({ n }) => n === most).length < 2 },
    sometimes: {},
  }),
  about,
  scenarios: {},
  expect: [],
};

const both = (config: object, ...log: readonly number[]) => {
  const run = (m: Machine) => log.reduce((at, instance) => follow(m, at, instance) as Snapshot, begin(m));
  const told = toldOfModel(counting);
  return Promise.all([
    Promise.resolve().then(() => {
      const m = machine(counting, config);
      return said(m, run(m));
    }),
    told.elsewhere.settled(() => {
      const m = machine(told, config);
      return said(m, run(m));
    }),
  ]);
};

test.each<[object, number[]]>([
  [{}, [0, 1, 0]],
  [{ jumps: true }, [0, 2]],
  [{ most: 3 }, [0, 0, 0]],
  [{ most: 3, jumps: true }, [2]],
])('budgets of faults and insistence, %o', async (config, log) => {
  const [real, told] = await both(config, ...log);
  expect(told).toEqual(real);
});

test('what an effect throws is told, and so is a setting that the model does not have', async () => {
  const told = toldOfModel(counting);
  const failing = told.elsewhere.settled(() => follow(machine(told), follow(machine(told), begin(machine(told)), 0) as Snapshot, 3));
  await expect(failing).rejects.toThrow("the effect of 'fail'");
  await expect(told.elsewhere.settled(() => machine(told, { most: 9 }))).rejects.toThrow('cannot be configured');
});

test('an export names the model as edited', async () => {
  const told = toldOfModel(counting);
  const trace = await told.elsewhere.settled(() => traceOf(machine(told), [0, 1], undefined));
  expect(JSON.stringify(trace)).toContain('test/counter-edited');
});

test('a model of no scenario of the shipped one stands at its start', async () => {
  const told = toldOfModel(counting);
  expect(Object.values(told.scenarios).map(({ title }) => title)).toEqual(['From the start']);
});
