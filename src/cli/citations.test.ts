/** The command itself, on a small project and a git repository that the test makes: what it finds, what it prints, and that nothing it is given makes it crash. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { cited, readme, rule, system, upstream } from '../facts/entries.fixture.ts';
import type { Citation } from '../schemas/evidence.ts';

const temporary = mkdtempSync(join(tmpdir(), 'orrery-citations-'));
afterAll(() => rmSync(temporary, { recursive: true }));
const repositories = join(temporary, 'repositories');
const directory = join(repositories, 'orbit-os+orbit', 'repo');
const kept = 'src/upstream/cited-lines.txt';

function write(path: string, text: string | Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function git(folder: string, ...args: string[]): string {
  const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
  const { status, stdout, stderr } = spawnSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' });
  expect([status, stderr.includes('fatal')]).toEqual([0, false]);
  return stdout.trim();
}

/** The two commits of Orbit's repository. */
let [first, second] = ['', ''];
beforeAll(() => {
  const work = join(temporary, 'work');
  mkdirSync(work);
  git(work, 'init', '--quiet', '--initial-branch=main');
  const body = ['int turn;', 'void spin(void) {', '\tturn = 1;', '}', '\u001b[2Jhidden\u202e'];
  write(join(work, 'kernel/main.c'), `${body.join('\n')}\n`);
  write(join(work, 'kernel/gone.c'), 'gone\n');
  write(join(work, 'large.bin'), Buffer.alloc(5 * 1024 * 1024, 120));
  git(work, 'add', '.');
  git(work, 'commit', '--quiet', '-m', 'one');
  first = git(work, 'rev-parse', 'HEAD');
  write(
    join(work, 'kernel/main.c'),
    `/* new */\n${body.join('\n').replace('\tturn = 1;', '    turn  = 1;').replace('int turn', 'int turns')}\n`,
  );
  rmSync(join(work, 'kernel/gone.c'));
  git(work, 'add', '.');
  git(work, 'commit', '--quiet', '-m', 'two');
  second = git(work, 'rev-parse', 'HEAD');
  git(work, 'branch', 'abcdef9');
  mkdirSync(dirname(directory), { recursive: true });
  git(temporary, 'clone', '--quiet', '--bare', work, directory);
});

let project = '';
beforeEach(() => {
  project = mkdtempSync(join(temporary, 'project-'));
  mkdirSync(join(project, 'src/upstream'), { recursive: true });
});

/** It cites no repository, so that only the rules do. */
const aSystem = system({ upstream: [{ asOf: 'undated', state: 'active', text: 'It is worked on.', cite: [cited()] }] });

/** Writes a project whose rules carry these citations; `web` is the address of the repository. */
function records(cites: Record<string, readonly object[]>, web = 'https://example.org/orbit-os/orbit'): void {
  const commits = [first, second, 'abcdef9999', 'eeeeee1'].map((it) => ({ commit: it.slice(0, 7), date: '2026-01-02', what: 'a tree' }));
  const rules = Object.entries(cites).map(([id, cite]) => rule(`orbit.${id}`, { statement: `It must ${id}.`, cite: cite as Citation[] }));
  for (const { file, data } of [aSystem, readme(), upstream({ web, commits }), ...rules]) write(join(project, file), stringify(data));
}
const at = (more: object, path = 'kernel/main.c', commit = first): object => ({
  source: 'orbit-upstream',
  commit: commit.slice(0, 7),
  path,
  ...more,
});

function run(...args: string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/citations.ts', '--project', project, ...args], {
    encoding: 'utf8',
  });
  expect(stderr).not.toMatch(/^\s+at /m);
  return { status, out: stdout, err: stderr };
}
/** The numbers of the sum: statements, citations, in a repository, from single files, not here, problems, without lines or mark. */
const sum = (out: string): number[] | undefined => /^orbit((?: +\d+)+)$/m.exec(out)?.[1]!.trim().split(/ +/).map(Number);

describe('the check', () => {
  test('all that is cited is there', () => {
    records({
      turn: [at({ lines: [2, 4] }), at({ whole: 'file' })],
      stop: [at({ whole: 'folder' }, 'kernel')],
      lack: [at({ absent: 'a lock' }, 'kernel')],
    });
    const { status, out, err } = run(repositories);
    expect([status, err, sum(out)]).toEqual([0, '', [3, 4, 4, 0, 0, 0, 0]]);
  });

  test.each([
    [{ lines: [4, 6] }, 'kernel/main.c', /has 5 lines, and line 6 is cited/],
    [{ lines: [1, 1] }, 'kernel', /is a folder, and a folder has no lines/],
    [{ whole: 'file' }, 'kernel', /is a folder/],
    [{ whole: 'folder' }, 'kernel/main.c', /is a file/],
    [{ absent: 'a lock' }, 'kernel/main.rs', /there is no kernel\/main\.rs at/],
    [{ lines: [1, 1] }, 'large.bin', /has 5242880 bytes .* at most 4194304 are opened/],
    [{}, 'kernel/{main,gone}.c', /names several files/],
  ])('%j of %s is a problem', (more, path, says) => {
    records({ turn: [at({ lines: [1, 1] }), at(more, path)] });
    const { status, out, err } = run(repositories);
    expect(err).toMatch(says);
    expect(err).toMatch(/^src\/content\/rules\/orbit\.turn\.yaml:\d+ {2}cite\[1\]: /);
    expect([status, sum(out)?.[5]]).toEqual([1, 1]);
  });

  test('a commit that is not there, and one that only a branch has the name of', () => {
    records({ turn: [at({ lines: [1, 1] }, 'kernel/main.c', 'eeeeee1')], stop: [at({ lines: [1, 1] }, 'kernel/main.c', 'abcdef9999')] });
    const { status, err } = run(repositories);
    expect(status).toBe(1);
    expect(err.match(/has no commit (eeeeee1|abcdef9)/g)).toHaveLength(2);
  });

  test('without lines or mark is no problem here, and is counted', () => {
    records({ turn: [at({})] });
    expect(sum(run(repositories).out)).toEqual([1, 1, 1, 0, 0, 0, 1]);
  });

  test.each(['orbit-os+orbit', 'orbit-os+orbit.git', 'orbit-os/orbit', 'orbit-os/orbit/.git', 'orbit', 'orbit.git'])(
    'a git directory may be named %s',
    (name) => {
      records({ turn: [at({ lines: [1, 1] })] });
      const folder = mkdtempSync(join(temporary, 'names-'));
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      cpSync(directory, join(folder, name), { recursive: true });
      expect(sum(run(folder).out)).toEqual([1, 1, 1, 0, 0, 0, 0]);
    },
  );
});

describe('single files', () => {
  test.each(['orbit-os+orbit', 'orbit-os+orbit/files'])(
    'below %s are checked, and what was not stored is not held to be missing',
    (place) => {
      records({
        turn: [at({ lines: [2, 2] }), at({ lines: [9, 9] })],
        stop: [at({ lines: [1, 1] }, 'kernel/other.c')],
        go: [at({ whole: 'folder' }, 'kernel')],
      });
      const folder = mkdtempSync(join(temporary, 'single-'));
      write(join(folder, place, first, 'kernel/main.c'), 'a\nb\n');
      const { status, out, err } = run(folder);
      expect(err).toMatch(/has 2 lines, and line 9 is cited/);
      expect([status, sum(out)]).toEqual([1, [3, 4, 0, 3, 1, 1, 0]]);
    },
  );

  test('stand in for a commit that the repository lacks', () => {
    records({ turn: [at({ lines: [1, 1] }, 'kernel/main.c', 'eeeeee1')] });
    const folder = mkdtempSync(join(temporary, 'single-'));
    write(join(folder, 'orbit-os+orbit/eeeeee1234/kernel/main.c'), 'a\n');
    expect(sum(run(repositories, folder).out)).toEqual([1, 1, 0, 1, 0, 0, 0]);
  });

  test('are not followed out of their folder', () => {
    records({ turn: [at({ lines: [1, 1] })] });
    const folder = mkdtempSync(join(temporary, 'single-'));
    mkdirSync(join(folder, 'orbit-os+orbit', first, 'kernel'), { recursive: true });
    write(join(temporary, 'secret'), 'secret\n');
    symlinkSync(join(temporary, 'secret'), join(folder, 'orbit-os+orbit', first, 'kernel/main.c'));
    const { out } = run(folder, '--show');
    expect(out).not.toContain('secret');
    expect(sum(out)).toEqual([1, 1, 0, 0, 1, 0, 0]);
  });

  test.each(['https://example.org/orbit', 'https://example.org/%2e%2e/orbit'])(
    'an address without owner and name, %s, leads to no folder',
    (web) => {
      records({ turn: [at({ lines: [1, 1] })] }, web);
      expect(sum(run(repositories).out)).toEqual([1, 1, 0, 0, 1, 0, 0]);
    },
  );
});

describe('for a reader', () => {
  test('a statement stands above its lines, and nothing of them moves the cursor', () => {
    records({ turn: [at({ lines: [3, 5] }), { source: 'orbit-readme', lines: [1, 1] }] });
    const { out } = run(repositories, '--show');
    expect(out.split('\n').slice(0, 12)).toEqual([
      '── 1 of 1  src/content/rules/orbit.turn.yaml:5  cite[0]  (orbit, /rules/#orbit.turn)',
      '  system: orbit',
      '  statement: It must turn.',
      '  modality: must',
      `  ▸ orbit-upstream ${first.slice(0, 7)} kernel/main.c, lines 3 to 5`,
      '        3      turn = 1;',
      '        4  }',
      '        5  (U+001B)[2Jhidden(U+202E)',
      '  ▸ orbit-readme, lines 1 to 1',
      '',
      expect.stringContaining('system'),
      expect.stringContaining('orbit'),
    ]);
  });

  test('a line of a primary source is shown as the line of its document', () => {
    records({ turn: [at({ lines: [1, 1] }), { source: 'orbit-readme', lines: [1, 1] }] });
    const stands = {
      source: 'orbit-upstream',
      commit: first.slice(0, 7),
      path: 'kernel/main.c',
      lines: [[1, 1, 2, 2]] as [number, number, number, number][],
    };
    const { file, data } = readme(['111111'], { stands });
    write(join(project, file), stringify(data));
    expect(run(repositories, '--show').out).toContain(
      `  ▸ orbit-readme, lines 1 to 1\n    = orbit-upstream ${first.slice(0, 7)} kernel/main.c, lines 2 to 2\n        2  void spin(void) {\n`,
    );
  });

  test('a sample is the same for the same seed, and a statement can be chosen by its file', () => {
    records(Object.fromEntries(['turn', 'stop', 'go', 'rise', 'fall'].map((it) => [it, [at({ lines: [1, 1] })]])));
    const drawn = (seed: string): string => run(repositories, '--sample', '2', '--seed', seed).out;
    expect(drawn('x')).toBe(drawn('x'));
    expect(drawn('x').match(/^──/gm)).toHaveLength(2);
    expect(['a', 'b', 'c', 'd'].some((it) => drawn(it) !== drawn('x'))).toBe(true);
    expect(run(repositories, '--show', '--file', 'orbit.rise').out.match(/It must \w+/g)).toEqual(['It must rise']);
  });

  test('of what changed since a commit of the project: another word, another citation, a new record; not what only moved', () => {
    records({ turn: [at({ lines: [1, 1] })], stop: [at({ lines: [1, 1] })], go: [at({ lines: [1, 1] })] });
    git(project, 'init', '--quiet');
    git(project, 'add', '.');
    git(project, 'commit', '--quiet', '-m', 'one');
    const then = git(project, 'rev-parse', 'HEAD');
    expect(run(repositories, '--since', then)).toMatchObject({
      status: 0,
      out: expect.stringContaining('none is new or changed') as string,
    });
    records({ turn: [at({ lines: [2, 2] })], stop: [at({ lines: [1, 1] })], rise: [at({ lines: [1, 1] })] });
    const stop = join(project, 'src/content/rules/orbit.stop.yaml');
    write(stop, `# moved\n${readFileSync(stop, 'utf8')}`);
    expect(run(repositories, '--show', '--since', then).out.match(/It must \w+/g)).toEqual(['It must rise', 'It must turn']);
  });
});

describe('the hashes', () => {
  test('are kept, blanks apart, and told when the lines are others', () => {
    records({ turn: [at({ lines: [2, 3] })], stop: [at({ whole: 'file' }, 'kernel/gone.c')] });
    expect(run(repositories).out).toContain('of 2 citations no hash is kept yet');
    expect(run(repositories, '--write')).toMatchObject({ status: 0, out: expect.stringContaining('2 hashes are kept') as string });
    const text = readFileSync(join(project, kept), 'utf8');
    expect(text).toMatch(new RegExp(`^orbit-upstream ${first.slice(0, 7)} kernel/main\\.c 2-3 [0-9a-f]{12}$`, 'm'));
    expect(run(repositories)).toMatchObject({ status: 0, err: '' });

    const folder = mkdtempSync(join(temporary, 'single-'));
    const single = join(folder, 'orbit-os+orbit', first, 'kernel/main.c');
    write(single, 'x\r\n  void  spin(void) {\r\nturn = 1;\r\n');
    expect(run(folder)).toMatchObject({ status: 0, err: '' });
    write(single, 'x\nvoid spin(void) {\nturn = 2;\n');
    expect(run(folder)).toMatchObject({ status: 1, err: expect.stringContaining('the lines are not those that were kept') as string });
    // What could not be looked at keeps what it had; what is looked at is kept as it is now.
    run(folder, '--write');
    const after = readFileSync(join(project, kept), 'utf8');
    expect(after.split('\n').filter((it) => it.includes('gone.c'))).toEqual(text.split('\n').filter((it) => it.includes('gone.c')));
    expect(after).not.toBe(text);
  });

  test('a place that nothing cites any more goes', () => {
    records({ turn: [at({ lines: [2, 3] })], stop: [at({ lines: [1, 1] })] });
    run(repositories, '--write');
    records({ turn: [at({ lines: [2, 3] })], stop: [at({ lines: [4, 4] })] });
    run(repositories, '--write', '--file', 'orbit.turn');
    expect(readFileSync(join(project, kept), 'utf8').match(/^orbit-upstream .*$/gm)).toHaveLength(1);
  });

  test('a file of hashes that is none is refused with its line', () => {
    records({ turn: [at({ lines: [2, 3] })] });
    write(join(project, kept), '# hashes\nnonsense\n');
    expect(run(repositories)).toMatchObject({ status: 2, err: expect.stringContaining(`${kept}:2`) as string });
  });
});

describe('at another commit', () => {
  test('lines are the same, moved, changed or gone', () => {
    records({
      moved: [at({ lines: [2, 4] })],
      changed: [at({ lines: [1, 1] })],
      gone: [at({ lines: [1, 1] }, 'kernel/gone.c')],
      whole: [at({ whole: 'file' })],
      there: [at({ whole: 'folder' }, 'kernel')],
    });
    const { status, out } = run(repositories, '--at', second.slice(0, 8));
    expect(status).toBe(1);
    expect(
      out
        .replaceAll(/ {2}\(.*\)$/gm, '')
        .split('\n')
        .sort(),
    ).toEqual(
      [
        '',
        'changed      orbit-upstream kernel/main.c',
        'changed      orbit-upstream kernel/main.c 1-1',
        `gone         orbit-upstream kernel/gone.c 1-1: there is no kernel/gone.c at ${second.slice(0, 8)}`,
        'moved        orbit-upstream kernel/main.c 2-4 to 3-5',
        `orbit-upstream at ${second.slice(0, 8)}: 2 changed, 1 gone, 1 moved, 1 there`,
      ].sort(),
    );
    expect(run(repositories, '--at', first)).toMatchObject({ status: 0, out: expect.stringContaining('4 same, 1 there') as string });
  });

  test('the kept hash is enough where the cited commit is not at hand', () => {
    records({ moved: [at({ lines: [2, 4] })] });
    run(repositories, '--write');
    const folder = mkdtempSync(join(temporary, 'single-'));
    write(join(folder, 'orbit-os+orbit/eeeeee1/kernel/main.c'), 'void spin(void) {\nturn = 1;\n}\n');
    expect(run(folder, '--at', 'eeeeee1').out).toContain('kernel/main.c 2-4 to 1-3');
  });
});

describe('R8: a call that is none', () => {
  test.each([
    [[], /Name the folder with the git directories, or several\./],
    [['/nowhere'], /There is no folder \/nowhere\./],
    [[repositories, '--sample', '3'], /--sample and --seed go together/],
    [[repositories, '--seed', 'x'], /--sample and --seed go together/],
    [[repositories, '--sample', 'three', '--seed', 'x'], /--sample is a whole number/],
    [[repositories, '--sample', '1', '--seed', 'x', '--show'], /--show is too much/],
    [[repositories, '--at', 'main'], /'main' is no commit/],
    [[repositories, '--at', '0000000'], /None of the cited repositories has a commit 0000000/],
    [[repositories, '--at', 'abcdef1', '--write'], /goes without --show, --sample and --write/],
    [[repositories, '--since', '--output=/tmp/x'], /--since needs a value/],
    [[repositories, '--since=--output=x'], /The project has no commit '--output=x'/],
    [[repositories, '--system', 'orbits'], /There is no system 'orbits'\. Did you mean 'orbit'\?/],
    [[repositories, '--file', 'nothing'], /No statement that cites a repository is among those/],
    [[repositories, '--shw'], /There is no option --shw\. Did you mean --show\?/],
  ])('%j is refused with a sentence', (args, says) => {
    records({ turn: [at({ lines: [1, 1] })] });
    const { status, err } = run(...args);
    expect([status, err]).toEqual([2, expect.stringMatching(says)]);
  });

  test('a git directory that is none is told, and so are records that cannot be read', () => {
    records({ turn: [at({ lines: [1, 1] })] });
    const folder = mkdtempSync(join(temporary, 'bad-'));
    for (const it of ['objects', 'refs']) mkdirSync(join(folder, 'orbit', it), { recursive: true });
    expect(run(folder)).toMatchObject({ status: 2, err: expect.stringMatching(/^Git cannot read .*\/orbit /) as string });
    renameSync(join(project, 'src/content/rules/orbit.turn.yaml'), join(project, 'src/content/rules/orbit.turn.yml'));
    expect(run(repositories)).toMatchObject({ status: 2, err: expect.stringContaining('The records cannot be read') as string });
  });
});
