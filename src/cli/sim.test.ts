/** The command as a reader calls it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const sim = (...args: string[]) => spawnSync(process.execPath, ['src/cli/sim.ts', ...args], { encoding: 'utf8' });
const model = 'themelios/capability-space';

test('it lists the models', () => {
  const { status, stdout } = sim('list', '--json');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toContainEqual(expect.objectContaining({ id: model, title: 'Capability space' }));
});

test('it checks a model', () => {
  const { status, stdout } = sim('check', model);
  expect([status, stdout]).toEqual([0, expect.stringMatching(/\d+ searches, all as expected/)]);
});

test('it walks, and replays what it walked', () => {
  const walked = sim('run', model, '--seed', '3', '--steps', '6', '--json').stdout;
  const { steps } = JSON.parse(walked) as { steps: { says: string }[] };
  const file = join(mkdtempSync(join(tmpdir(), 'orrery-sim-')), 'trace.json');
  writeFileSync(file, walked);
  const { status, stdout } = sim('run', model, '--trace', file);
  expect(status).toBe(0);
  expect(stdout.trimEnd().split('\n')).toEqual(steps.map(({ says }, i) => `   ${i + 1} ${says}`));

  writeFileSync(file, JSON.stringify({ ...(JSON.parse(walked) as object), states: undefined, steps: steps.toReversed() }));
  const reversed = sim('run', model, '--trace', file);
  expect([reversed.status, reversed.stderr]).toEqual([1, expect.stringMatching(/^Step \d, ".*", is refused; it needs: /)]);
});

test('F9: a walk through a broken rule says so, and is no success', () => {
  const walk = sim('run', 'themelios/scheduler', '--with', 'keepsMark', '--steps', '40', '--json');
  const { broken } = JSON.parse(walk.stdout) as { broken: { step: number; rules: string[] }[] };
  expect(walk.status).toBe(1);
  expect(broken[0]).toEqual({ step: expect.any(Number) as number, rules: ['no two tasks are running'] });
  expect(walk.stderr).toContain(`After step ${broken[0]!.step} it is not so that no two tasks are running.`);
});

test('it prints a run for other tools', () => {
  const as = (format: string) => sim('run', model, '--steps', '3', '--as', format).stdout;
  expect(as('mermaid')).toMatch(/^sequenceDiagram\n/);
  expect(as('csv')).toMatch(/^step,verb,says,/);
  expect(JSON.parse(as('chrome'))).toHaveProperty('traceEvents');
  const file = join(mkdtempSync(join(tmpdir(), 'orrery-sim-')), 'trace.itf.json');
  writeFileSync(file, as('itf'));
  expect(sim('run', model, '--trace', file).status).toBe(0);
});

test('R8: a wrong call is told in a sentence', () => {
  for (const args of [
    [],
    ['dance'],
    ['run'],
    ['check', 'nobody'],
    ['run', model, '--steps', 'many'],
    ['run', model, '--with', 'slots=99'],
    ['list', '--loud'],
    ['run', model, '--as', 'poem'],
    ['run', model, '--as', 'constructor'],
    ['check', 'constructor'],
    ['run', model, '--steps', '1e15'],
    ['run', model, '--trace', 'x', '--steps', '3'],
    ['run', model, '--trace', '.'],
  ]) {
    const { status, stderr } = sim(...args);
    expect([status, stderr.split('\n').length]).toEqual([2, 2]);
  }
});

test('C2: a model that is not there is looked for in the registry by name', () => {
  expect(sim('check', 'themelios/scheduller').stderr).toMatch(
    /^There is no model 'themelios\/scheduller' in src\/mechanisms\/registry\.ts\. Did you mean 'themelios\/scheduler'\? /,
  );
});
