/** The command as a reader calls it. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { called } from './command/call.fixture.ts';
import { command } from './sim.ts';

const sim = (...args: string[]) => called(command, ...args);
const model = 'themelios/capability-space';

test('it lists the models', async () => {
  const { status, out } = await sim('list', '--json');
  expect(status).toBe(0);
  expect(JSON.parse(out)).toContainEqual(expect.objectContaining({ id: model, title: 'Capability space' }));
});

test('it checks a model', async () => {
  const { status, out } = await sim('check', model);
  expect([status, out]).toEqual([0, expect.stringMatching(/\d+ searches, all as expected/)]);
});

test('it walks, and replays what it walked', async () => {
  const walked = (await sim('run', model, '--seed', '3', '--steps', '6', '--json')).out;
  const { steps } = JSON.parse(walked) as { steps: { says: string }[] };
  const file = join(mkdtempSync(join(tmpdir(), 'orrery-sim-')), 'trace.json');
  writeFileSync(file, walked);
  const { status, out } = await sim('run', model, '--trace', file);
  expect(status).toBe(0);
  expect(out.trimEnd().split('\n')).toEqual(steps.map(({ says }, i) => `   ${i + 1} ${says}`));

  writeFileSync(file, JSON.stringify({ ...(JSON.parse(walked) as object), states: undefined, steps: steps.toReversed() }));
  const reversed = await sim('run', model, '--trace', file);
  expect([reversed.status, reversed.err]).toEqual([1, expect.stringMatching(/^Step \d, ".*", is refused; it needs: /)]);
});

test('F9: a walk through a broken rule says so, and is no success', async () => {
  const walk = await sim('run', 'themelios/scheduler', '--with', 'keepsMark', '--steps', '40', '--json');
  const { broken } = JSON.parse(walk.out) as { broken: { step: number; rules: string[] }[] };
  expect(walk.status).toBe(1);
  expect(broken[0]).toEqual({ step: expect.any(Number) as number, rules: ['no two tasks are running'] });
  expect(walk.err).toContain(`After step ${broken[0]!.step} it is not so that no two tasks are running.`);
});

test('it prints a run for other tools', async () => {
  const as = async (format: string) => (await sim('run', model, '--steps', '3', '--as', format)).out;
  expect(await as('mermaid')).toMatch(/^sequenceDiagram\n/);
  expect(await as('csv')).toMatch(/^step,verb,says,/);
  expect(JSON.parse(await as('chrome'))).toHaveProperty('traceEvents');
  const file = join(mkdtempSync(join(tmpdir(), 'orrery-sim-')), 'trace.itf.json');
  writeFileSync(file, await as('itf'));
  expect((await sim('run', model, '--trace', file)).status).toBe(0);
});

test('it prints what more a search can tell, as text and as JSON', async () => {
  const { status, out } = await sim('survey', 'themelios/ab-update', '--with', 'blocks=1');
  expect(status).toBe(0);
  expect(out).toMatch(/^44 states, by the steps to them:\n {5}0 {9}1 /);
  expect(out).toMatch(/\* blocks=1 +44 states, 76 transitions, depth 12\n/);
  const { sizes, faults } = JSON.parse((await sim('survey', 'themelios/ab-update', '--json')).out) as {
    sizes: unknown[];
    faults: unknown[];
  };
  expect([sizes.length > 2, faults.length > 3]).toEqual([true, true]);
});

test('it prints a state graph as DOT, or says that it is too large', async () => {
  const { status, out } = await sim('graph', 'themelios/ab-update');
  expect([status, out.match(/shape=/g)?.length, out.match(/ -> /g)?.length]).toEqual([0, 56, 100]);
  const large = await sim('graph', 'themelios/ab-update', '--most', '55');
  expect([large.status, large.out, large.err]).toEqual([1, '', expect.stringContaining('has more than 55 states at these settings')]);
});

test('R8: a wrong call is told in a sentence', async () => {
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
    const { status, err } = await sim(...args);
    expect([status, err.split('\n').length]).toEqual([2, 2]);
  }
});

test('C2: a model that is not there is looked for in the registry by name', async () => {
  expect((await sim('check', 'themelios/scheduller')).err).toMatch(
    /^There is no model 'themelios\/scheduller' in src\/mechanisms\/registry\.ts\. Did you mean 'themelios\/scheduler'\? /,
  );
});

test('it holds a log against a model', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'orrery-sim-'));
  const [map, log] = [join(folder, 'a.map'), join(folder, 'a.log')];
  writeFileSync(map, 'model themelios/ipc\nline ^(?<who>\\d) waits => receive by=$who\nline ^(?<who>\\d) calls => call by=$who\n');
  writeFileSync(log, '0 waits\n1 calls\n');
  const conform = () => sim('conform', 'themelios/ipc', log, '--map', map);
  expect(await conform()).toMatchObject({
    status: 0,
    out: expect.stringMatching(/Explained: 2 of 2 lines are steps, .*#run=themelios\/ipc:/s),
  });
  writeFileSync(log, '0 waits\n0 waits\n');
  expect(await conform()).toMatchObject({
    status: 1,
    out: expect.stringMatching(/Line 2: 0 waits\nNo run explains it.*Refused, because it needs: /s),
  });
  expect(await sim('conform', 'themelios/ipc', folder, '--map', map)).toMatchObject({ status: 2 });
  writeFileSync(map, 'model themelios/ipc\nline ^x => cal by=0\n');
  expect(await conform()).toMatchObject({ status: 1, err: expect.stringMatching(/a\.map:2: the model has no action 'cal'\n {4}It has /) });
});

test('a log is held against the map that is shipped for its model, and where there is none the call is told so', async () => {
  const log = new URL('../logs/shipped/avyos/supervisor.log', import.meta.url).pathname;
  const { status, out } = await sim('conform', 'avyos/supervisor', log);
  expect([status, out]).toEqual([0, expect.stringContaining('Explained: 10 of 12 lines are steps')]);
  const none = await sim('conform', 'starina/channel', log);
  expect([none.status, none.err]).toEqual([
    2,
    expect.stringMatching(/No map is shipped for starina\/channel: .* There are maps for avyos\/supervisor, /),
  ]);
});

test('it tells the task of a lab, and grades an answer to it', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'orrery-lab-')), 'answer');
  const answer = async (id: string, text: string) => {
    writeFileSync(file, text);
    return sim('lab', id, file);
  };
  expect((await sim('lab', 'themelios-two-queues')).out).toMatch(
    /^Make one caller .*\n.*\nSolved: .*\nAn answer is a file: the steps as YAML/,
  );
  expect(await answer('themelios-two-queues', '- call: { by: 1 }\n')).toMatchObject({
    status: 0,
    out: expect.stringMatching(/^Right\. /) as string,
  });
  expect(await answer('themelios-two-queues', '- reply: { by: 1 }\n')).toMatchObject({
    status: 1,
    out: expect.stringMatching(/^Wrong\. Step 1 cannot be done.*\n +1 .*\n.*#run=.*\nIt needs: “a caller waits under its token”/) as string,
  });
  const solution = 'carries.items.every((each) => each.holder === by)\n';
  expect((await answer('starina-only-what-one-has', solution)).out).toMatch(/^Right\. .*\n.* \(\d+ states\)\n/);
  expect((await answer('starina-only-what-one-has', 'true')).out).toMatch(/^Wrong\. After this run it does not hold that .*\n +1 /);
  expect(await answer('themelios-two-queues', 'nothing')).toMatchObject({
    status: 2,
    err: expect.stringContaining('It is no list.') as string,
  });
  expect(await sim('lab', 'nothing')).toMatchObject({ status: 2, err: expect.stringContaining("There is no lab 'nothing'") as string });
});
