import { expect, test } from 'vitest';
import { compareRandomModels } from './random-models.fixture.ts';

/** `npm run test:all` sets ORRERY_ALL. */
const RUNS = process.env['ORRERY_ALL'] === '1' ? 3_000 : 300;

test(`the engine agrees with a search that knows nothing of it, in ${RUNS} random models`, () => {
  const paths = compareRandomModels(RUNS);
  expect(paths.models).toBe(RUNS);
  // Every path of the learning and every kind of ending was taken, so the comparison was about something.
  for (const [path, times] of Object.entries(paths)) expect(times, path).toBeGreaterThan(0);
});
