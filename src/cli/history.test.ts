/** The command over the documents as they stood on their dates (../shared/upstream-history), and over a made-up repository. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { called } from './command/call.fixture.ts';
import type { Citation } from '../schemas/evidence.ts';
import { command } from './history.ts';
import { withObservations, withCommits } from './history/lists.ts';

const kept = join(process.cwd(), '../shared/upstream-history');
const there = existsSync(kept);
const table = join(process.cwd(), 'src/upstream/versions/upstream-history.txt');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'history-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]) => called(command, ...args);

test.runIf(!there)('the documents of other days are not beside this project (../shared/upstream-history), so no history is read', () => {
  expect(there).toBe(false);
});

describe.runIf(there)('the documents as they stood on their dates', () => {
  test('each is recognised, and what changed from each to the next is the table, line by line', async () => {
    const { out } = await run(kept);
    const lines = out.split('\n').filter((it) => /^( {4}\d{4}-|\S+ of )/.test(it));
    expect(lines.map((it) => it.replace(/ \([^()]*upstream-history[^()]*\)$/, '')).join('\n')).toBe(readFileSync(table, 'utf8').trimEnd());
    const files = readdirSync(kept, { recursive: true }).filter((it) => /\d-[0-9a-f]{7}\.\w+$/.test(String(it)));
    const versions = new Set(lines.flatMap((it) => /^ {4}(\S+ \S+) /.exec(it)?.[1] ?? []));
    expect(files.length).toBeGreaterThan(40);
    // SUPPORT.md and README.md have one commit in common.
    expect(versions.size).toBe(files.length - 1);
  });

  test('the records hold what they say', async () => {
    expect(await run('--brief', kept)).toMatchObject({
      status: 0,
      out: expect.stringContaining('The records hold what the versions say.') as string,
    });
  });

  test('what was taken out of the records is put back as it was; a second time nothing is written', async () => {
    const root = copyOfRecords();
    const files = recordsIn(root);
    const before = new Map(files.map((it) => [it, readFileSync(it, 'utf8')]));
    let taken = 0;
    for (const [file, text] of before) {
      const without = withoutHistory(text, versionsKept());
      taken += without.taken;
      if (without.taken > 0) writeFileSync(file, without.text);
    }
    expect(taken).toBeGreaterThan(5);
    expect((await run('--brief', '--write', '--project', root, kept)).status).toBe(1);
    for (const [file, text] of before) expect(readFileSync(file, 'utf8'), file).toBe(text);
    expect(await run('--brief', '--write', '--project', root, kept)).toMatchObject({ status: 0 });
    for (const [file, text] of before) expect(readFileSync(file, 'utf8'), file).toBe(text);
  });
});

const versionsKept = (): string[] =>
  readdirSync(kept, { recursive: true }).flatMap((it) => /-([0-9a-f]{7})\.\w+$/.exec(String(it))?.[1] ?? []);

function copyOfRecords(): string {
  const root = mkdtempSync(join(folder, 'project-'));
  cpSync(join(process.cwd(), 'src/content'), join(root, 'src/content'), { recursive: true });
  return root;
}

const recordsIn = (root: string): string[] =>
  ['milestones', 'platforms', 'sources'].flatMap((name) =>
    readdirSync(join(root, 'src/content', name), { recursive: true })
      .map((it) => join(root, 'src/content', name, String(it)))
      .filter((it) => it.endsWith('.yaml')),
  );

/** Cuts the entries that are marked by history and cite one of these commits, by their lines alone. */
function withoutHistory(text: string, commits: readonly string[]): { text: string; taken: number } {
  let taken = 0;
  const lines = text.split('\n');
  for (let i = lines.length - 1; i >= 0; i--) {
    const indent = /^( *)by: history$/.exec(lines[i]!)?.[1]?.length;
    if (indent === undefined) continue;
    let from = i;
    while (!lines[from]!.startsWith(`${' '.repeat(indent - 2)}- `)) from--;
    let to = i + 1;
    while (to < lines.length && /^ */.exec(lines[to]!)![0].length >= indent && lines[to]!.trim() !== '') to++;
    if (!commits.some((it) => lines.slice(from, to).join(' ').includes(`'${it}`))) continue;
    lines.splice(from, to - from);
    taken++;
  }
  return { text: lines.join('\n'), taken };
}

test('what is no folder, holds nothing that is read, or is named after no document: a sentence', async () => {
  expect(await run(join(folder, 'nowhere'))).toMatchObject({ status: 2, err: expect.stringContaining('There is no folder') as string });
  const empty = join(folder, 'empty');
  mkdirSync(empty);
  expect(await run(empty)).toMatchObject({ status: 2, err: expect.stringContaining('no git directory of a source') as string });
  const foreign = join(folder, 'teapot-readme');
  mkdirSync(foreign);
  writeFileSync(join(foreign, '2026-01-01-abcdef0.md'), '# Teapot\n');
  expect(await run(foreign)).toMatchObject({ status: 2, err: expect.stringContaining('is named after no tracked document') as string });
});

test('a version that cannot be read is named, and the others are read', async () => {
  const at = join(folder, 'starina-readme');
  mkdirSync(at);
  writeFileSync(join(at, '2026-01-01-abcdef0.md'), '# Starina\n\n## Roadmap\n\n- [ ] A thing\n');
  writeFileSync(join(at, '2026-01-02-abcdef1.md'), '');
  writeFileSync(join(at, '2026-01-03-abcdef2.md'), '# Starina\n\n## Roadmap\n\n- [x] A thing\n');
  const { status, out, err } = await run(at);
  expect(status).toBe(2);
  expect(err).toContain('abcdef1 of 2026-01-02, line 0: it is empty.');
  expect(out).toContain('2026-01-03 abcdef2  A thing: not-started -> complete');
});

describe('versions without a day', () => {
  const list = (bell: string, ring: string): string =>
    `# Milestones\n\n| Phase | Goal | Status |\n|---|---|---|\n| **0** | Bell | ${bell} |\n| **1** | Ring | ${ring} |\n\n## Phase 0 — Bell (${bell})\n\n## Phase 1 — Ring (${ring})\n`;
  const folderOf = (name: string, files: Record<string, string>): string => {
    const at = join(folder, name, 'themelios-milestones');
    mkdirSync(at, { recursive: true });
    for (const [file, text] of Object.entries(files)) writeFileSync(join(at, file), text);
    return at;
  };

  test('are read in the order of their places, whatever their commits are', async () => {
    const at = folderOf('places', {
      'undated-10-aaaaaaaa.md': list('Complete', 'Complete'),
      'undated-02-cccccccc.md': list('Complete', 'In progress'),
      'undated-01-bbbbbbbb.md': list('Complete', 'Not started'),
    });
    const { out, err } = await run(at);
    expect(err).toBe('');
    expect(out).toContain('docs/src/milestones.md of themelios-upstream, 3 versions, undated');
    expect(out.split('\n').filter((it) => it.startsWith('    undated'))).toEqual([
      '    undated bbbbbbbb  the first version, 2 items',
      '    undated cccccccc  Ring: not-started -> in-progress',
      '    undated cccccccc  other lines: 1 reworded (6)',
      '    undated aaaaaaaa  Ring: in-progress -> complete',
      '    undated aaaaaaaa  other lines: 1 reworded (6)',
    ]);
  });

  test('two of one place, or some with a day and some without: a sentence', async () => {
    const one = list('Complete', 'Complete');
    expect(await run(folderOf('twice', { 'undated-01-bbbbbbbb.md': one, 'undated-1-aaaaaaaa.md': one }))).toMatchObject({
      status: 2,
      err: expect.stringContaining('have the place 1') as string,
    });
    expect(await run(folderOf('mixed', { 'undated-01-bbbbbbbb.md': one, '2026-01-01-aaaaaaaa.md': one }))).toMatchObject({
      status: 2,
      err: expect.stringContaining('no order is known') as string,
    });
  });
});

/** A repository of this name with a document of some lines that stay the same, and the items of a roadmap. */
function repositoryAt(at: string): { git(day: string, ...args: string[]): void; save(name: string, items: string): void } {
  mkdirSync(at, { recursive: true });
  const body = 'A long line of words that stays the same, so that the file is known under its new name.\n'.repeat(4);
  const git = (day: string, ...args: string[]): void => {
    const env = {
      PATH: process.env['PATH'],
      HOME: folder,
      GIT_AUTHOR_DATE: `${day}T12:00:00Z`,
      GIT_COMMITTER_DATE: '2026-06-01T12:00:00Z',
      GIT_CONFIG_NOSYSTEM: '1',
    };
    const { status, stderr } = spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], { cwd: at, env });
    expect(stderr.toString() === '' || status === 0).toBe(true);
  };
  git('2026-01-01', 'init', '-q', '-b', 'main');
  return { git, save: (name, items) => writeFileSync(join(at, name), `# Starina\n\n${body}\n## Roadmap\n\n${items}\n`) };
}

test('a git directory: every version of the document, also from before it was renamed, by the day of its author', async () => {
  const { git, save } = repositoryAt(join(folder, 'starina'));
  save('readme.md', '- [ ] A thing');
  git('2026-01-01', 'add', '.');
  git('2026-01-01', 'commit', '-q', '-m', 'one');
  git('2026-01-02', 'mv', 'readme.md', 'README.md');
  git('2026-01-02', 'commit', '-q', '-m', 'two');
  save('README.md', '- [x] A thing');
  git('2026-01-03', 'commit', '-q', '-a', '-m', 'three');
  const { out } = await run(folder);
  expect(out).toContain('README.md of starina-upstream, 3 versions, 2026-01-01 to 2026-01-03');
  expect(out).toContain('A thing: not-started -> complete');
});

test('a branch that ran beside is no course: its merge is a version, and nothing is taken back in between', async () => {
  const { git, save } = repositoryAt(join(folder, 'merged', 'starina'));
  const commit = (day: string, one: string, other: string): void => {
    save('README.md', `- [${one}] One thing\n- [${other}] Another matter`);
    git(day, 'add', '.');
    git(day, 'commit', '-q', '-m', day);
  };
  commit('2026-01-01', ' ', ' ');
  git('2026-01-02', 'checkout', '-q', '-b', 'side');
  commit('2026-01-02', 'x', ' ');
  git('2026-01-03', 'checkout', '-q', 'main');
  commit('2026-01-03', ' ', 'x');
  git('2026-01-04', 'merge', '-q', '--no-commit', '--strategy=ours', 'side');
  commit('2026-01-04', 'x', 'x');
  const { out } = await run(join(folder, 'merged'));
  expect(
    out
      .split('\n')
      .filter((it) => it.startsWith('    2026-'))
      .map((it) => it.replace(/ [0-9a-f]{7} /, '')),
  ).toEqual([
    '    2026-01-01 the first version, 2 items',
    '    2026-01-03 Another matter: not-started -> complete',
    '    2026-01-04 One thing: not-started -> complete',
  ]);
});

test('a repository without a commit is named, and hides nothing of the others', async () => {
  repositoryAt(join(folder, 'empty-one', 'starina'));
  expect(await run(join(folder, 'empty-one'))).toMatchObject({
    status: 2,
    err: expect.stringContaining('There is no commit that is checked out') as string,
  });
});

describe('lists in a record', () => {
  const record = `title: A thing # of ours
status:
  # what a person found
  - asOf: '2026-01-01'
    status: planned
    cite: [{ source: a, lines: [1, 1] }]
  - asOf: '2026-03-01'
    status: complete
    cite:
      - { source: a, lines: [1, 1] }
needs: []
`;
  const observation = {
    asOf: '2026-02-01',
    word: 'partial' as const,
    note: 'Half of it.',
    why: undefined,
    commit: '0123456',
    cite: [{ source: 'b', commit: '0123456', path: 'README.md', lines: [3, 4] as [number, number] }] as [Citation],
  };
  test('one is put between two, and every other line stays; taken out again, the record is as it was', () => {
    const added = withObservations(record, ['status'], 'status', { remove: [], add: [{ behind: 0, observation }] });
    expect(added.split('\n').slice(6, 12)).toEqual([
      "  - asOf: '2026-02-01'",
      '    status: partial',
      '    by: history',
      '    note: Half of it.',
      '    cite:',
      "      - { source: b, commit: '0123456', path: README.md, lines: [3, 4] }",
    ]);
    expect(withObservations(added, ['status'], 'status', { remove: [1], add: [] })).toBe(record);
  });
  test('a remark between two entries stays when the one above it goes', () => {
    const remarked = record.replace("  - asOf: '2026-03-01'", "  # of the second\n  - asOf: '2026-03-01'");
    expect(withObservations(remarked, ['status'], 'status', { remove: [0], add: [] })).toBe(
      remarked.replace(/ {2}- asOf: '2026-01-01'\n.*\n.*\n/, ''),
    );
  });
  test('first and last', () => {
    const first = withObservations(record, ['status'], 'status', { remove: [], add: [{ behind: -1, observation }] });
    expect(first.indexOf('2026-02-01')).toBeLessThan(first.indexOf('2026-01-01'));
    const last = withObservations(record, ['status'], 'status', { remove: [], add: [{ behind: 1, observation }] });
    expect(last.endsWith('path: README.md, lines: [3, 4] }\nneeds: []\n')).toBe(true);
  });
  test('a list in brackets, and one that is not there, are refused with a sentence', () => {
    const add = [{ behind: 0, observation }];
    expect(() => withObservations('status: [{ asOf: undated }]\n', ['status'], 'status', { remove: [], add })).toThrow(
      'stands in brackets',
    );
    expect(() => withObservations('title: a\n', ['states'], 'state', { remove: [], add })).toThrow('no list states');
  });
  test('more than one place is cited on a line each, and no day is no quoted word', () => {
    const two = {
      ...observation,
      asOf: 'undated',
      cite: [...observation.cite, { ...observation.cite[0], lines: [9, 9] }] as [Citation, Citation],
    };
    const added = withObservations(record, ['status'], 'status', { remove: [], add: [{ behind: 0, observation: two }] });
    expect(added.split('\n')[6]).toBe('  - asOf: undated');
    expect(added).toContain(
      "    cite:\n      - { source: b, commit: '0123456', path: README.md, lines: [3, 4] }\n      - { source: b, commit: '0123456', path: README.md, lines: [9, 9] }\n",
    );
  });
  test('a commit without a day comes behind all others', () => {
    const source = "commits:\n  - { commit: 'aaaaaa0', date: null, what: 'a' }\nread: '2026-01-01'\n";
    expect(withCommits(source, [{ commit: 'bbbbbb0', day: undefined, path: 'README.md' }])).toBe(
      "commits:\n  - { commit: 'aaaaaa0', date: null, what: 'a' }\n  - { commit: 'bbbbbb0', date: null, what: 'a version of README.md' }\nread: '2026-01-01'\n",
    );
  });
  test('a commit comes to its day, once', () => {
    const source = "commits:\n  - { commit: 'aaaaaa0', date: '2026-01-01', what: 'a' }\n  - { commit: 'aaaaaa1', date: null, what: 'b' }\n";
    const added = withCommits(source, [
      { commit: 'bbbbbb0', day: '2026-02-01', path: 'README.md' },
      { commit: 'aaaaaa0', day: '2026-01-01', path: 'README.md' },
    ]);
    expect(added.split('\n')[2]).toBe("  - { commit: 'bbbbbb0', date: '2026-02-01', what: 'a version of README.md' }");
    expect(added.split('\n')).toHaveLength(5);
  });
});
