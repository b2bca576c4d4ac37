/**
 * The built site in a real Chromium. `npm test` builds first; run alone, these tests take the last build.
 * Those that build a site of their own, for the large counts and for the weight, run with everything: `npm run test:all`.
 */
import { chromium, defineConfig } from '@playwright/test';
import { chromiumArgs, findChromium } from './scripts/chromium.mjs';

/** Another one lets two checkouts be tested side by side. */
const port = Number(process.env['ORRERY_TEST_PORT'] ?? 4399);
const found = await findChromium();
/** Playwright starts its own without being told where it is, and then takes the small one. */
const executablePath = found === chromium.executablePath() ? undefined : found;

const ownBuilds = ['**/board-scale.spec.ts', '**/matrix-scale.spec.ts', '**/weight.spec.ts'];

export default defineConfig({
  testDir: 'tests/browser',
  testIgnore: process.env['ORRERY_ALL'] === '1' ? [] : ownBuilds,
  fullyParallel: true,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 20_000 }, // a machine that builds beside the tests is slow, not wrong
  reporter: 'line',
  use: {
    serviceWorkers: 'block', // what a test sees then comes from the host; `offline.spec.ts` allows them
    baseURL: `http://localhost:${port}`,
    launchOptions: { args: chromiumArgs, ...(executablePath ? { executablePath } : {}) },
  },
  webServer: { command: `node tests/browser/serve.ts dist ${port}`, port, reuseExistingServer: false },
});
