// npm test: everything a change must pass, then one line that adds it all up. Two things are done at a time.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runBeside } from './beside.mjs';
import { buildCommand } from './build.mjs';
import { check, style, types } from './check.mjs';
import { ensureChromium } from './chromium.mjs';
import { failures } from './failures.mjs';
import { inLanes } from './lanes.mjs';
import * as published from './published.mjs';
import { run } from './run.mjs';

const reports = mkdtempSync(join(tmpdir(), 'orrery-'));

/** A suite that wrote no report has failed as a whole, and so has one that ended badly without a failed test. */
function counted(file, ok, count) {
  try {
    const found = count(JSON.parse(readFileSync(join(reports, file), 'utf8')));
    return { ...found, failed: found.failed + (ok || found.failed > 0 ? 0 : 1) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

async function build(args = [], env = {}) {
  const { ok, text } = await runBeside('node', [...buildCommand, '--silent', ...args], env);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, text };
}

async function vitest(project) {
  const file = `${project}.json`;
  const args = ['run', '--project', project, '--maxWorkers=1', '--reporter=dot', '--reporter=json'];
  const { ok, text } = await runBeside('vitest', [...args, `--outputFile.json=${join(reports, file)}`]);
  const count = (it) => ({ passed: it.numPassedTests, failed: it.numFailedTests, skipped: it.numPendingTests });
  return { ...counted(file, ok, count), text };
}

async function browser() {
  let chromium;
  try {
    chromium = await ensureChromium();
  } catch (error) {
    return { passed: 0, failed: 1, text: `${error.message}\n` };
  }
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: join(reports, 'browser.json'), CHROMIUM_PATH: chromium };
  // A test that fails is tried once more, and told even if it passes then: a busy machine should not turn away a change, nor hide a race.
  const ok = run('playwright', ['test', '--retries=1', '--reporter=line,json'], env);
  const count = (report) => {
    const { expected, flaky, unexpected: failed, skipped } = report.stats;
    return { passed: expected + flaky, failed, skipped, text: failures(report) };
  };
  return counted('browser.json', ok, count);
}

/** A suite of the built site is left out when there is none: the build has failed already. */
const withSites = (suite) => async (results) => {
  const unbuilt = ['build', 'build below a path'].filter((name) => results[name].failed > 0);
  return unbuilt.length === 0 ? suite() : { passed: 0, failed: 0, text: `Not run, because this failed: ${unbuilt.join(', ')}.\n` };
};

const suites = [
  { name: 'build', run: () => build() },
  { name: 'units', run: () => vitest('units') },
  { name: 'build below a path', after: ['build'], run: () => build(['--outDir', published.folder], published.env) },
  { name: 'built site', after: ['build below a path'], run: withSites(() => vitest('site')) },
  // The long ones have begun: these two end the lane that is free first.
  { name: 'types', run: () => check(types) },
  { name: 'style', run: () => check(style) },
  { name: 'browser', after: ['units', 'built site', 'types', 'style'], lanes: 2, run: withSites(browser) },
];

const told = suites.map((suite) => ({
  ...suite,
  run: async (results) => {
    console.log(`Started: ${suite.name}.`);
    const began = performance.now();
    const { passed, failed, skipped = 0, text = '' } = await suite.run(results);
    const counts = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
    console.log(`\n${text}${suite.name}: ${counts}, in ${((performance.now() - began) / 1000).toFixed(0)} s\n`);
    return { passed, failed };
  },
}));

const results = Object.values(await inLanes(told, 2));
rmSync(reports, { recursive: true });
const sum = (of) => results.reduce((total, it) => total + it[of], 0);
process.exitCode = sum('failed') > 0 ? 1 : 0;
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
