/** The commands as processes: what becomes of them when nobody can read what they say, and where they find the project. */
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from './project.ts';

const script = (name: string): string => join(projectRoot, `src/cli/${name}.ts`);

test.runIf(existsSync('/dev/full')).each([
  ['facts', []],
  ['sim', ['list']],
] as const)('R8: the output of %s on a full device is lost, and that is no success', (name, args) => {
  const full = openSync('/dev/full', 'w');
  const { status, stderr } = spawnSync(process.execPath, [script(name), ...args], { stdio: ['ignore', full, 'pipe'], encoding: 'utf8' });
  closeSync(full);
  expect([status, stderr]).toEqual([2, 'The output could not be written (ENOSPC), so what was found is lost.\n']);
});

test('R8: a reader that goes away is no success either', async () => {
  const command = spawn(process.execPath, [script('sim'), 'list'], { stdio: ['ignore', 'pipe', 'pipe'] });
  command.stdout.destroy();
  let said = '';
  command.stderr.on('data', (part: Buffer) => (said += part.toString()));
  const status = await new Promise((resolve) => command.on('close', resolve));
  expect([status, said]).toEqual([2, 'The output could not be written (its reader is gone), so what was found is lost.\n']);
});

test('R7: from another folder the records are found all the same', () => {
  const { status, stdout } = spawnSync(process.execPath, [script('facts')], { cwd: tmpdir(), encoding: 'utf8' });
  expect([status, stdout]).toEqual([0, expect.stringMatching(/^ *[1-9]\d* systems$/m)]);
});

test('R7: what is no folder, and what is not declared, is refused by name', () => {
  const sources = (...args: string[]) => spawnSync(process.execPath, [script('sources'), ...args], { encoding: 'utf8' });
  expect(sources(script('sources'))).toMatchObject({ status: 2, stderr: expect.stringMatching(/^There is no folder .*\n$/) as string });
  expect(sources('--json', '.')).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/^There is no option --json\. .*\n$/) as string,
  });
  expect(sources('.', 'again')).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/^'again' is one word too many\. .*\n$/) as string,
  });
});
