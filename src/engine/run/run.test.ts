import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rightsSpace } from './rights.fixture.ts';
import { explore } from '../search/explore.ts';
import { machine, type Machine } from './machine.ts';
import { someMechanism } from '../search/sketched-model.fixture.ts';
import { begin, instanceOf, follow, menuAt, verdictsAt, type Snapshot, type Refusal } from './run.ts';
import { LearntSteps } from '../learning/learnt-steps.ts';

const space = () => machine(rightsSpace);

/** Follows steps as a scenario writes them, all of which must be possible. */
function after(m: Machine, ...steps: object[]): Snapshot {
  return steps.reduce<Snapshot>((at, step) => {
    const next = follow(m, at, instanceOf(m, step));
    if ('because' in next) throw new Error(`${next.says} ${next.because.join(', ')}`);
    return next;
  }, begin(m));
}

test('a run goes from snapshot to snapshot', () => {
  const m = space();
  const start = begin(m);
  expect([start.instance, start.action, start.says, start.broken]).toEqual([undefined, undefined, undefined, []]);
  const next = after(m, { insert: { into: 0, all: ['grant', 'read'] } });
  expect(next.says).toBe('slot 0 gets read and grant.');
  expect(next.action).toBe('insert');
  expect(next.instance).toBe(instanceOf(m, { insert: { into: 0, all: ['read', 'grant'] } }));
  expect(next.state).toMatchObject({
    slots: [
      { live: true, rights: ['read', 'grant'], parent: null, generation: 0 },
      { live: false, rights: [], parent: null, generation: 0 },
      { live: false, rights: [], parent: null, generation: 0 },
    ],
    handles: [{ to: null, generation: 0, outlived: false, worked: false }],
  });
  expect(JSON.parse(JSON.stringify(next.state))).toEqual(next.state);
});

test('a refusal names every clause that does not hold', () => {
  const m = space();
  const instance = instanceOf(m, { grant: { from: 0, to: 0, some: [] } });
  expect(follow(m, begin(m), instance)).toEqual({
    instance,
    action: 'grant',
    says: 'slot 0 is granted on as slot 0, with nothing.',
    spoken: { from: 'slot 0', to: 'slot 0', some: 'nothing' },
    args: { from: 0, to: 0, some: [] },
    because: ['the source is live', 'the source may grant', 'there is some right'],
  } satisfies Refusal);
});

test('snapshots stay as they are, whatever is done later', () => {
  const m = space();
  const start = begin(m);
  const words = start.words.slice();
  const next = after(m, { insert: { into: 1, all: ['read'] } });
  expect(start.words).toEqual(words);
  expect(follow(m, start, next.instance!)).toEqual(next);
});

test('a rule that broke is told', () => {
  const m = machine(rightsSpace, { grantsMore: true });
  const at = after(m, { insert: { into: 0, all: ['grant'] } }, { grant: { from: 0, to: 1, some: ['write'] } });
  expect(at.broken).toEqual(['rights never grow']);
  expect(verdictsAt(m, at).filter(({ holds }) => !holds)).toEqual([{ rule: 'rights never grow', holds: false }]);
  expect(verdictsAt(m, begin(m))).toHaveLength(3);
});

test('what does not exist throws a RangeError with a sentence', () => {
  const m = space();
  const wrong: [() => unknown, string][] = [
    [() => follow(m, begin(m), m.instances), `There is no instance ${m.instances}; they go from 0 to ${m.instances - 1}.`],
    [() => follow(m, begin(m), 0.5), 'There is no instance 0.5'],
    [() => instanceOf(m, { revok: { it: 0 } }), "There is no action 'revok'; there are insert, grant, revoke"],
    [() => instanceOf(m, { revoke: { of: 0 } }), "'revoke' has no argument 'of'."],
    [() => instanceOf(m, { revoke: {} }), "'it' of 'revoke' cannot be undefined."],
    [() => instanceOf(m, { revoke: { it: 3 } }), "'it' of 'revoke' cannot be 3."],
    [() => instanceOf(m, { insert: { into: 0, all: ['run'] } }), `'all' of 'insert' cannot be ["run"].`],
    [() => instanceOf(m, {}), 'A step is one action and its arguments, not {}.'],
  ];
  for (const [attempt, sentence] of wrong) {
    expect(attempt).toThrow(RangeError);
    expect(attempt).toThrow(sentence);
  }
});

/** Compares the menu with the fast successors in the first states of a machine. */
function expectAgreement(m: Machine): void {
  const states: Int32Array[] = [];
  explore(m, { most: 50 }).each(() => states.push(m.words.slice()));
  for (const words of states) {
    const at: Snapshot = { ...begin(m), words };
    const menu = menuAt(m, at);
    const instances = menu.flatMap(({ enabled, refusals }) => [...enabled, ...refusals]).map(({ instance }) => instance);
    expect(instances.toSorted((a, b) => a - b)).toEqual(Array.from({ length: m.instances }, (_, instance) => instance));

    const steps: [number, Int32Array][] = [];
    m.words.set(words);
    new LearntSteps(m).each(new Float64Array(m.actions.length), (instance) => steps.push([instance, m.words.slice()]));
    const enabled = menu.flatMap((each) => each.enabled);
    expect(enabled.map(({ instance }) => [instance, (follow(m, at, instance) as Snapshot).words])).toEqual(steps);

    for (const refusal of menu.flatMap(({ refusals }) => refusals)) expect(follow(m, at, refusal.instance)).toEqual(refusal);
    for (const { action, args, instance } of enabled) expect(instanceOf(m, { [action]: args })).toBe(instance);
  }
}

test('every candidate is offered or refused, as the search has it', () => {
  expectAgreement(space());
  fc.assert(
    fc.property(someMechanism, (random) => expectAgreement(machine(random))),
    { numRuns: 30 },
  );
});
