/** The numbers of states and transitions beside those of an independent tool, from a twin written in its language. */
import { describe, expect, test } from 'vitest';
import { TWINS } from '../../bench/figures.ts';
import { verifier, whyNoSpin } from '../../bench/spin.ts';
import { twoPhaseCommit } from '../../bench/two-phase-commit.ts';
import { registry } from '../models/registry.ts';
import { explore } from './explore.ts';
import { machine } from './machine.ts';
import type { Mechanism } from './model.ts';

const missing = whyNoSpin();
const twins = TWINS.filter(({ id }) => id in registry);

function expectAgreement(mechanism: Mechanism, twin: string, config: object, defines?: Record<string, number>): void {
  const pan = verifier(twin, 'depth first', defines);
  const { states, transitions } = explore(machine(mechanism, config));
  expect(pan.run()).toMatchObject({ states, transitions, errors: 0 });
  pan.remove();
}

describe.skipIf(missing)(missing ?? 'SPIN counts the same states and transitions', () => {
  test.each([2, 3, 5])('of two-phase commit with %i managers', (managers) => {
    expectAgreement(twoPhaseCommit, 'two-phase-commit', { managers }, { N: managers });
  });

  test.each(twins)('of $name', async ({ name, id }) => {
    expectAgreement(await registry[id]!(), name, {});
  });
});
