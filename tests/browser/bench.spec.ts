/** What `npm run sim -- bench --chromium` measures in a page can be measured. Its figures are those of a quiet machine, and no test's. */
import { expect, test } from '@playwright/test';
import { stepFigures } from '../../bench/chromium/steps.ts';
import { stopFigures } from '../../bench/chromium/stop.ts';
import { everything } from '../site/built-site.ts';

test.skip(!everything, 'with everything: npm run test:all');

test('steps and a stop are measured', async ({ browser, baseURL }) => {
  test.setTimeout(600_000);
  const figures = [...(await stepFigures(browser, `${baseURL}/`)), ...(await stopFigures(browser, `${baseURL}/`))];
  for (const { name, value } of figures.filter(({ unit }) => unit === 'ms')) expect(value, name).toBeGreaterThan(0);
  expect(figures.length).toBeGreaterThan(6);
});
