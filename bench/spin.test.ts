/** The numbers of states and transitions beside those of an independent tool, from a reference model written in its language. */
import { describe, expect, test } from 'vitest';
import { explore, machine } from '../src/engine/checker.ts';
import type { Mechanism } from '../src/engine/language.ts';
import { isMechanism, loadMechanism } from '../src/mechanisms/registry.ts';
import { everything } from '../tests/site/built-site.ts';
import { REFERENCE_MODELS } from './figures.ts';
import { verifier, whyNoSpin } from './spin.ts';
import { boundedBuffer } from './bounded-buffer.ts';
import { messagePassing } from './message-passing.ts';
import { twoPhaseCommit } from './two-phase-commit.ts';

const missing = whyNoSpin();
/** Each is compiled, which takes longer than to run it: of several alike the largest for each change, and all with everything. */
const some = <Case>(cases: readonly Case[]): readonly Case[] => (everything ? cases : cases.slice(-1));
const references = REFERENCE_MODELS.filter(({ id }) => isMechanism(id));

function expectAgreement(mechanism: Mechanism, reference: string, config: object, defines?: Record<string, number>): void {
  const pan = verifier(reference, 'depth first', defines, '-O0');
  const { states, transitions } = explore(machine(mechanism, config));
  expect(pan.run()).toMatchObject({ states, transitions, errors: 0 });
  pan.remove();
}

describe.skipIf(missing)(missing ?? 'SPIN counts the same states and transitions', () => {
  test.each(some([2, 3, 5]))('of two-phase commit with %i managers', (managers) => {
    expectAgreement(twoPhaseCommit, 'two-phase-commit', { managers }, { N: managers });
  });

  test.each(some([2, 3, 4]))('of message passing with %i processes', (processes) => {
    expectAgreement(messagePassing, 'message-passing', { processes }, { N: processes });
  });

  test.each(
    some([
      [1, 1, 1],
      [1, 3, 2],
      [4, 1, 2],
      [2, 2, 3],
    ] as const),
  )('of a bounded buffer with %i producers, %i consumers and %i places', (producers, consumers, places) => {
    expectAgreement(boundedBuffer, 'bounded-buffer', { producers, consumers, places }, { P: producers, C: consumers, K: places });
  });

  test.each(references)('of $name', async ({ name, id }) => {
    expectAgreement(await loadMechanism(id), name, {});
  });
});
