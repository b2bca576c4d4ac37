// npm test: everything a reviewer would run, then one line that adds it all up.
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from './check.mjs';
import { ensureChromium } from './chromium.mjs';
import { run } from './run.mjs';

const results = [];
const suite = (name, { passed, failed, skipped = 0 }) => {
  console.log(`\n${name}: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
  results.push({ passed, failed });
};
const reports = mkdtempSync(join(tmpdir(), 'orrery-'));

/** A suite that wrote no report has failed as a whole. */
const report = (file, count) => {
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { passed: 0, failed: 1 };
  }
};

function units() {
  const file = join(reports, 'units.json');
  const ok = run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
  return report(file, (it) => ({
    passed: it.numPassedTests,
    failed: it.numFailedTests + (ok || it.numFailedTests > 0 ? 0 : 1),
    skipped: it.numPendingTests,
  }));
}

function browser(chromium) {
  const file = join(reports, 'browser.json');
  const ok = run('playwright', ['test', '--reporter=line,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: file, CHROMIUM_PATH: chromium });
  return report(file, ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + (ok || stats.unexpected > 0 ? 0 : 1),
    skipped: stats.skipped,
  }));
}

suite('checks', check());
const built = run('astro', ['build', '--silent']);
suite('build', { passed: built ? 1 : 0, failed: built ? 0 : 1 });
suite('unit tests and built site', units());
if (built) {
  try {
    suite('browser', browser(await ensureChromium()));
  } catch (error) {
    console.error(error.message);
    suite('browser', { passed: 0, failed: 1 });
  }
}

const sum = (of) => results.reduce((total, it) => total + it[of], 0);
process.exitCode = sum('failed') > 0 ? 1 : 0;
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
