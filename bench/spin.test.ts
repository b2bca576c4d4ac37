/** The numbers of states and transitions beside those of an independent tool, from a reference model written in its language. */
import { describe, expect, test } from 'vitest';
import { explore, machine } from '../src/engine/checker.ts';
import type { Mechanism } from '../src/engine/language.ts';
import { isMechanism, loadMechanism } from '../src/mechanisms/registry.ts';
import { TWINS } from './figures.ts';
import { verifier, whyNoSpin } from './spin.ts';
import { twoPhaseCommit } from './two-phase-commit.ts';

const missing = whyNoSpin();
const twins = TWINS.filter(({ id }) => isMechanism(id));

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
    expectAgreement(await loadMechanism(id), name, {});
  });
});
