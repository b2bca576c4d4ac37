/** `npm run sources -- <folder> --repositories <folder>`: at which commit, and on which lines of its document, a copy stands. The rest of the command is tested in tests/records. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { cited, readme, system, upstream } from '../facts/entries.fixture.ts';
import type { PrimarySource } from '../schemas/sources.ts';
import { called } from './command/call.fixture.ts';
import { command } from './sources.ts';

const temporary = mkdtempSync(join(tmpdir(), 'orrery-standing-'));
afterAll(() => rmSync(temporary, { recursive: true }));
const [project, copies, repositories] = ['project', 'copies', 'repositories'].map((it) => join(temporary, it)) as [string, string, string];

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
function git(folder: string, ...args: string[]): string {
  const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
  const { status, stdout } = spawnSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' });
  expect(status).toBe(0);
  return stdout.trim();
}
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const run = (folder = repositories) => called(command, copies, '--repositories', folder, '--project', project);

const lines = ['Skip to content', '', 'Orbit', 'It turns.', 'And stops.'];
const body = '# Orbit\n\nIt *turns*.\n\n- And stops.\n';
const hashesOf = (text: string): string =>
  text
    .trimEnd()
    .split('\n')
    .map((it) => sha256(it).slice(0, 6))
    .join(' ');
/** The commits of the README, the oldest first: too early, as it was copied, the same with a word more, and the same again. */
const commits: string[] = [];

function sources(stands?: PrimarySource['stands']): void {
  const data = {
    sha256: sha256(lines.join('\n')),
    ignored: [{ lines: [1, lines.length] as [number, number], why: 'An aside.' }],
    ...(stands && { stands }),
  };
  const list = commits.map((commit) => ({ commit: commit.slice(0, 8), date: '2026-01-02', what: 'a tree' }));
  const all = [
    { ...system({ upstream: [{ asOf: 'undated', state: 'active', text: 'It is worked on.', cite: [cited()] }] }) },
    readme(
      lines.map((it) => sha256(it).slice(0, 6)),
      data,
    ),
    upstream({ web: 'https://example.org/orbit-os/orbit', commits: list }),
  ];
  for (const { file, data: value } of all) write(join(project, file), stringify(value));
}

beforeAll(() => {
  const work = join(repositories, 'orbit-os', 'orbit');
  mkdirSync(work, { recursive: true });
  git(work, 'init', '--quiet', '--initial-branch=main');
  for (const text of ['# Orbit\n', body, `${body}\nNew.\n`, body]) {
    write(join(work, 'README.md'), text);
    git(work, 'add', '.');
    git(work, 'commit', '--quiet', '-m', 'a state');
    commits.push(git(work, 'rev-parse', 'HEAD'));
  }
  write(join(copies, 'orbit.txt'), lines.join('\n'));
});

test('of the states with most lines the oldest is found, and what the record should say is printed', async () => {
  sources();
  const { status, out, err } = await run();
  expect(status).toBe(1);
  expect(out).toContain(`3 of 4 lines stand in README.md of orbit-upstream at ${commits[1]!.slice(0, 7)}, `);
  const written = parse(err.slice(err.indexOf('stands:'))) as unknown;
  expect(written).toEqual({
    stands: {
      source: 'orbit-upstream',
      commit: commits[1]!.slice(0, 8),
      path: 'README.md',
      lines: [
        [3, 3, 1, 1],
        [4, 4, 3, 3],
        [5, 5, 5, 5],
      ],
      lineHashes: `${hashesOf(body)}\n`,
    },
  });
});

test('a record that says so is in order, and another state with the same lines may be named as well', async () => {
  const stands = (commit: string, last = 5): PrimarySource['stands'] => ({
    source: 'orbit-upstream',
    commit: commit.slice(0, 8),
    path: 'README.md',
    lines: [
      [3, 3, 1, 1],
      [4, 4, 3, 3],
      [5, 5, last, last],
    ],
    lineHashes: hashesOf(commit === commits[2] ? `${body}\nNew.` : body),
  });
  for (const commit of commits.slice(1)) {
    sources(stands(commit));
    expect(await run()).toMatchObject({
      out: expect.stringContaining(`at ${commit.slice(0, 7)}`) as string,
      err: expect.not.stringContaining('stands') as string,
    });
  }
  for (const wrong of [stands(commits[0]!), stands(commits[1]!, 6)]) {
    sources(wrong);
    expect(await run()).toMatchObject({
      status: 1,
      err: expect.stringContaining('what it says of that is something else; write') as string,
    });
  }
});

test('single files are states too, and what is not at hand is said', async () => {
  sources();
  const folder = join(temporary, 'single');
  write(join(folder, 'orbit-os+orbit', commits[2]!, 'README.md'), '# Orbit\nIt turns.\n');
  expect((await run(folder)).out).toContain(`2 of 4 lines stand in README.md of orbit-upstream at ${commits[2]!.slice(0, 7)}, undated`);
  expect((await run(copies)).out).toContain('no state of its document is at hand');
});
