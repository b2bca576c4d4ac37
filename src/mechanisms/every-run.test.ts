/** What holds of the runs of every model: the same seed is the same run, here and in another process, and what is written is read back. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importItf, importTrace, itfOf, linkTo, machine, openLink, traceOf, walk } from '../engine/checker.ts';
import { everyRun, SEEDS } from './every-run.fixture.ts';
import { loadMechanism, mechanismIds } from './registry.ts';

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const program = "import { everyRun } from './src/mechanisms/every-run.fixture.ts'; console.log(JSON.stringify(await everyRun()));";
const inAnotherProcess = (): unknown => JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', program], options));
const options = { cwd: join(import.meta.dirname, '../..'), encoding: 'utf8', maxBuffer: 2 ** 28 } as const;

test('a replay is the same in two runs and in two processes', async () => {
  const once = json(await everyRun());
  expect(json(await everyRun())).toEqual(once);
  expect(inAnotherProcess()).toEqual(once);
});

describe.each(mechanismIds)('%s', (id) => {
  test('with any faults on, and at any size, a walk goes on until nothing more can happen', async () => {
    const { parameters, faults, ...of } = await loadMechanism(id);
    const names = Object.keys(faults);
    const sets = [names, ...names.map((name) => [name]), ...names.flatMap((a, i) => names.slice(i + 1).map((b) => [a, b]))];
    for (const size of ['least', 'default', 'most'] as const)
      for (const on of sets) {
        const sizes = Object.entries(parameters).map(([name, it]) => [name, it[size]]);
        const m = machine(
          { parameters, faults, ...of },
          { ...Object.fromEntries(sizes), ...Object.fromEntries(on.map((name) => [name, true])) },
        );
        for (const seed of SEEDS) expect(() => walk(m, { seed, steps: 60 }), `${size}, ${on.join(' and ')}`).not.toThrow();
      }
  });

  test('a run comes back from its trace, from ITF and from its link', async () => {
    const of = await loadMechanism(id);
    const m = machine(of);
    for (const seed of SEEDS) {
      const { log } = walk(m, { seed, steps: 100 });
      const same = { config: m.config, log, problem: undefined };
      expect(importTrace(of, json(traceOf(m, log)))).toEqual(same);
      expect(importItf(of, json(itfOf(m, log)))).toEqual(same);
      expect(openLink(of, linkTo(m, log)).run).toMatchObject({ log, position: log.length });
    }
  });
});
