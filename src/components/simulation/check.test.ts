import { describe, expect, it } from 'vitest';
import { machine } from '../../engine/machine.ts';
import { capabilitySpace } from '../../models/themelios/capability-space.ts';
import { asExpected, expectedOf, type Outcome } from './check.ts';

const outcome = (more: Partial<Outcome>): Outcome => ({
  states: 99_352,
  transitions: 539_490,
  depth: 9,
  exhaustive: true,
  violation: undefined,
  deadlock: undefined,
  unseen: [],
  ms: 1,
  ...more,
});

describe('what a check is compared with', () => {
  it('is the expectation of exactly these settings', () => {
    expect(expectedOf(machine(capabilitySpace))).toMatchObject({ states: 99_352 });
    expect(expectedOf(machine(capabilitySpace, { grantsMore: true }))).toMatchObject({ steps: 2 });
    expect(expectedOf(machine(capabilitySpace, { slots: 4 }))).toBeUndefined();
  });

  it('matches in every number or not at all', () => {
    const m = machine(capabilitySpace);
    expect(asExpected(m, outcome({}))).toBe(true);
    expect(asExpected(m, outcome({ depth: 8 }))).toBe(false);
    expect(asExpected(m, outcome({ exhaustive: false }))).toBe(false);
    expect(asExpected(machine(capabilitySpace, { slots: 4 }), outcome({}))).toBeUndefined();
  });

  it('expects a fault to break its property in so many steps', () => {
    const m = machine(capabilitySpace, { grantsMore: true });
    const rule = 'rights never grow down a derivation';
    expect(asExpected(m, outcome({ violation: { rule, path: [1, 2] } }))).toBe(true);
    expect(asExpected(m, outcome({ violation: { rule, path: [1, 2, 3] } }))).toBe(false);
  });
});
