import { expect, test } from 'vitest';
import { linkTo, openLink } from '../engine/checker.ts';
import { loadMechanism, mechanismIds } from './registry.ts';
import { momentOf, stepsOf } from './moments.ts';

test.each(mechanismIds)('%s: every moment of every scenario can be reached, and is what its link opens', async (id) => {
  const mechanism = await loadMechanism(id);
  for (const [scenario, told] of Object.entries(mechanism.scenarios)) {
    const last = stepsOf(told);
    const { m, log } = momentOf(mechanism, { scenario, step: last });
    expect(log).toHaveLength(last);
    expect(openLink(mechanism, linkTo(m, log))).toMatchObject({ run: { log, position: last }, says: undefined });
    if (last < told.steps.length) expect(() => momentOf(mechanism, { scenario, step: last + 1 })).toThrow(/is refused: /);
  }
});

test('what is no moment is refused with what there is', async () => {
  const mechanism = await loadMechanism(mechanismIds[0]!);
  expect(() => momentOf(mechanism, { scenario: 'toString', step: 0 })).toThrow(/no scenario 'toString'; there are /);
  expect(() => momentOf(mechanism, { scenario: Object.keys(mechanism.scenarios)[0]!, step: 99 })).toThrow(/has \d+ steps, not 99/);
});
