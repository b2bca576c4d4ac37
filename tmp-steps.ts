import { chromium } from '@playwright/test';
import { chromiumArgs, findChromium } from './scripts/chromium.mjs';
import { stepFigures } from './bench/chromium/steps.ts';
const executablePath = await findChromium();
const browser = await chromium.launch({ args: chromiumArgs, executablePath });
for (const f of await stepFigures(browser, process.argv[2] ?? 'http://localhost:4416/')) console.log(f.name.padEnd(42), f.value!.toFixed(1), f.target, f.note);
await browser.close();
