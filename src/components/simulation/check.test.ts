import { describe, expect, it } from 'vitest';
import { machine } from '../../engine/checker.ts';
import { runs as capabilitySpaceRuns } from '../../mechanisms/themelios/capability-space/runs.ts';
import { asExpected, expectedOf, expectedWith, livenessPropertyVerdict, provesAll, symmetricAsExpected, type Outcome } from './check.ts';

const outcome = (more: Partial<Outcome>): Outcome => ({
  states: 99_352,
  transitions: 539_490,
  depth: 9,
  exhaustive: true,
  violation: undefined,
  deadlock: undefined,
  deadlocks: 0,
  lasso: undefined,
  unchecked: undefined,
  fired: {},
  symmetric: undefined,
  unseen: [],
  ms: 1,
  ...more,
});

describe('what a check is compared with', () => {
  it('is the expectation of exactly these settings', () => {
    expect(expectedOf(machine(capabilitySpaceRuns))).toMatchObject({ states: 99_352 });
    expect(expectedOf(machine(capabilitySpaceRuns, { grantsMore: true }))).toMatchObject({ steps: 2 });
    expect(expectedOf(machine(capabilitySpaceRuns, { slots: 4 }))).toBeUndefined();
  });

  it('is looked for under other parameters when there is none: a fault may need more room to do harm', () => {
    expect(expectedWith(machine(capabilitySpaceRuns, { removesOne: true }))).toEqual([['reuses', 2]]);
    expect(expectedWith(machine(capabilitySpaceRuns, { slots: 4, reuses: 2 }))).toEqual([
      ['slots', 3],
      ['reuses', 1],
    ]);
    expect(expectedWith(machine(capabilitySpaceRuns, { removesOne: true, grantsMore: true }))).toBeUndefined();
  });

  it('matches in every number or not at all', () => {
    const m = machine(capabilitySpaceRuns);
    expect(asExpected(m, outcome({}))).toBe(true);
    expect(asExpected(m, outcome({ depth: 8 }))).toBe(false);
    expect(asExpected(m, outcome({ exhaustive: false }))).toBe(false);
    expect(asExpected(machine(capabilitySpaceRuns, { slots: 4 }), outcome({}))).toBeUndefined();
  });

  it('expects a fault to break its property in so many steps', () => {
    const m = machine(capabilitySpaceRuns, { grantsMore: true });
    const rule = 'rights never grow down a derivation';
    expect(asExpected(m, outcome({ violation: { rule, path: [1, 2] } }))).toBe(true);
    expect(asExpected(m, outcome({ violation: { rule, path: [1, 2, 3] } }))).toBe(false);
  });

  it('keeps the search that counts alike rows once apart', () => {
    const m = machine(capabilitySpaceRuns);
    expect(symmetricAsExpected(m, { states: 17_078, transitions: 93_121, depth: 9 })).toBe(true);
    expect(symmetricAsExpected(m, { states: 99_352, transitions: 539_490, depth: 9 })).toBe(false);
    expect(symmetricAsExpected(machine(capabilitySpaceRuns, { slots: 4 }), outcome({}))).toBeUndefined();
  });
});

describe('what a search says of a promise', () => {
  const liveness = ['one', 'two', 'three'];
  const lasso = { property: 'two', of: undefined, stem: [1], loop: [2] };

  it('holds when no run was found, and is open when nothing was searched or not all', () => {
    expect(livenessPropertyVerdict(liveness, 'one', outcome({}))).toBe('holds');
    expect(livenessPropertyVerdict(liveness, 'one', undefined)).toBeUndefined();
    expect(livenessPropertyVerdict(liveness, 'one', outcome({ exhaustive: false }))).toBeUndefined();
    expect(livenessPropertyVerdict(liveness, 'one', outcome({ unchecked: 'partly' }))).toBeUndefined();
  });

  it('leaves those open that come after the first that some run does not keep', () => {
    const found = outcome({ lasso });
    expect(liveness.map((livenessProperty) => livenessPropertyVerdict(liveness, livenessProperty, found))).toEqual([
      'holds',
      'violated',
      undefined,
    ]);
    expect(provesAll(found)).toBe(false);
    expect(provesAll(outcome({}))).toBe(true);
    expect(provesAll(outcome({ unseen: ['a goal'] }))).toBe(false);
  });
});
