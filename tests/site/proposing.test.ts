/** What the watch's workflow does with what was found, run as the forge runs it: with Git for real, and GitHub's command made up. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from './built-site.ts';

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly run?: string }[] }>>;
}
const workflow = parse(readFileSync(join(root, '.github/workflows/watch.yml'), 'utf8')) as Workflow;
const script = workflow.jobs['propose']!.steps.at(-1)!.run!;

let temporary = '';
beforeAll(() => {
  temporary = mkdtempSync(join(tmpdir(), 'proposing-'));
});
afterAll(() => rmSync(temporary, { recursive: true }));

let at = '';
const inside = (path: string): string => join(at, path);
const write = (path: string, text: string, mode = 0o644): void => {
  mkdirSync(dirname(inside(path)), { recursive: true });
  writeFileSync(inside(path), text, { mode });
};
function run(command: string, args: readonly string[], folder: string): { status: number | null; out: string } {
  const env = {
    PATH: `${inside('programs')}:${process.env['PATH'] ?? ''}`,
    HOME: at,
    RUNNER_TEMP: inside('temp'),
    GIT_CONFIG_NOSYSTEM: '1',
    AT: at,
  };
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: inside(folder), env, encoding: 'utf8' });
  return { status, out: `${stdout}${stderr}` };
}
function git(folder: string, ...args: string[]): string {
  const { status, out } = run('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], folder);
  expect([args, status, out]).toEqual([args, 0, out]);
  return out.trim();
}

/** A forge with a main branch, a clone of it as the job has it, and a patch. */
beforeEach(() => {
  at = mkdtempSync(join(temporary, 'run-'));
  mkdirSync(inside('temp/proposal'), { recursive: true });
  write('work/src/content/a.yaml', 'one\n');
  write('work/src/records/history.txt', 'one\n');
  write('work/package.json', '{}\n');
  git('work', 'init', '--quiet', '--initial-branch=main');
  git('work', 'add', '.');
  git('work', 'commit', '--quiet', '--message', 'one');
  git('', 'clone', '--quiet', '--bare', 'work', 'forge.git');
  // Every call as a line, and what is open as the test says.
  write('programs/gh', '#!/bin/bash\nprintf "%s\\n" "$*" >> "$AT/calls"\n[ "$2" != list ] || cat "$AT/open"\n', 0o755);
  write('open', '');
  proposes({ 'src/content/a.yaml': 'two\n' });
});

/** The patch that the job is handed, and its report. */
function proposes(files: Readonly<Record<string, string>>, report = '# Upstream\n'): void {
  for (const [path, text] of Object.entries(files)) write(`work/${path}`, text);
  git('work', 'add', '--intent-to-add', '.');
  git('work', 'diff', '--binary', `--output=${inside('temp/proposal/changes.patch')}`);
  git('work', 'reset', '--quiet', '--hard');
  write('temp/proposal/report.md', report);
}

function propose(): { status: number | null; out: string; calls: string[] } {
  rmSync(inside('job'), { recursive: true, force: true });
  rmSync(inside('calls'), { force: true });
  git('', 'clone', '--quiet', 'forge.git', 'job');
  const done = run('bash', ['-e', '-c', script], 'job');
  const calls = existsSync(inside('calls')) ? readFileSync(inside('calls'), 'utf8').trimEnd().split('\n') : [];
  return { ...done, calls: calls.map((it) => it.replaceAll(/\d{4}-\d\d-\d\d/g, '<day>')) };
}

const list =
  'pr list --base main --head watch --state open --json number,isCrossRepository --jq map(select(.isCrossRepository | not)) | .[0].number // empty';
const body = (): string => `--body-file ${inside('temp/proposal/report.md')}`;

test('one commit on the branch watch, and one pull request', () => {
  expect(propose()).toMatchObject({ status: 0, calls: [list, `pr create --base main --head watch --title Upstream on <day> ${body()}`] });
  expect(git('forge.git', 'log', '--format=%ae %s', 'main..watch')).toMatch(
    /^41898282\+github-actions\[bot\]@\S+ What the repositories say on \d{4}-\d\d-\d\d$/,
  );
  expect(git('forge.git', 'show', 'watch:src/content/a.yaml')).toBe('two');
  expect(git('forge.git', 'show', 'main:src/content/a.yaml')).toBe('one');
});

test('the next week the open one is brought up to date, and nothing is piled up', () => {
  propose();
  write('open', '7\n');
  proposes({ 'src/content/a.yaml': 'three\n' });
  expect(propose()).toMatchObject({ status: 0, calls: [list, `pr edit 7 --title Upstream on <day> ${body()}`] });
  expect(git('forge.git', 'rev-list', '--count', 'main..watch')).toBe('1');
  expect(git('forge.git', 'show', 'watch:src/content/a.yaml')).toBe('three');
});

test('what somebody else committed to the branch is not written over', () => {
  propose();
  git('work', 'fetch', '--quiet', inside('forge.git'), 'watch');
  git('work', 'switch', '--quiet', '--detach', 'FETCH_HEAD');
  git('work', 'commit', '--quiet', '--allow-empty', '--message', 'a correction');
  git('work', 'push', '--quiet', inside('forge.git'), 'HEAD:watch');
  const { status, out, calls } = propose();
  expect([status, calls]).toEqual([1, []]);
  expect(out).toContain('has commits of somebody else');
  expect(git('forge.git', 'log', '-1', '--format=%s', 'watch')).toBe('a correction');
});

test('of the patch only what lies among the records is taken', () => {
  proposes({
    'src/content/a.yaml': 'two\n',
    'src/records/history.txt': 'two\n',
    'package.json': '{"scripts":{}}\n',
    '.github/workflows/x.yml': 'on: push\n',
    'src/cli/x.ts': '\n',
  });
  expect(propose().status).toBe(0);
  expect(git('forge.git', 'diff', '--name-only', 'main', 'watch').split('\n')).toEqual(['src/content/a.yaml', 'src/records/history.txt']);
});

test('a patch of nothing else proposes nothing', () => {
  proposes({ 'package.json': '{"scripts":{}}\n' });
  expect(propose()).toMatchObject({ status: 0, calls: [] });
  expect(git('forge.git', 'branch', '--list', 'watch')).toBe('');
});

test('words of a report are text: no shell looks at them', () => {
  proposes({ 'src/content/a.yaml': '$(touch ran)\n' }, '`touch ran` $(touch ran) ::error::x\n"; touch ran #\n');
  expect(propose().status).toBe(0);
  expect([existsSync(inside('job/ran')), existsSync(inside('ran'))]).toEqual([false, false]);
});

/** `.ci/watch` with a watch and with tests that are made up. */
function looks(exit: number, changes: boolean): { status: number | null; output: string; report: string; patch: string; summary: string } {
  cpSync(join(root, '.ci/watch'), inside('work/.ci/watch'));
  write('work/.ci/run', '#!/bin/bash\necho "noise"\necho "12 passed, 0 failed"\n', 0o755);
  write('work/scripts/ensure.mjs', '');
  write('work/src/records/at-head.txt', 'one\n');
  write('work/src/upstream/cited-lines.txt', 'one\n');
  git('work', 'add', '.');
  git('work', 'commit', '--quiet', '--message', 'two');
  // It is called as: npm run --silent watch -- --write --report <file>
  write(
    'programs/npm',
    `#!/bin/bash\n[ "$*" = "run --silent watch -- --write --report $7" ] || exit 9\n[ ${exit} -gt 2 ] || echo "# Upstream" > "$7"\n${changes ? 'echo two > src/content/a.yaml' : ''}\nexit ${exit}\n`,
    0o755,
  );
  for (const name of ['output', 'summary']) write(name, '');
  const env = `GITHUB_OUTPUT="$AT/output" GITHUB_STEP_SUMMARY="$AT/summary"`;
  const { status } = run('bash', ['-c', `${env} .ci/watch "$AT/out"`], 'work');
  const read = (path: string): string => (existsSync(inside(path)) ? readFileSync(inside(path), 'utf8') : '');
  return { status, output: read('output'), report: read('out/report.md'), patch: read('out/changes.patch'), summary: read('summary') };
}

test('nothing changed: nothing is proposed, and nothing is tested', () => {
  expect(looks(0, false)).toEqual({ status: 0, output: 'proposed=false\n', report: '# Upstream\n', patch: '', summary: '# Upstream\n' });
});

test.each([1, 2])('what changed is a patch, and the report says what the tests say of it (exit %d)', (exit) => {
  const { status, output, report, patch } = looks(exit, true);
  expect([status, output]).toEqual([0, 'proposed=true\n']);
  expect(report).toBe('# Upstream\n\n## The tests\n\nOf `npm test` on this change: 12 passed, 0 failed.\n');
  expect(patch).toMatch(/^diff --git a\/src\/content\/a.yaml [\s\S]*\+two\n$/);
});

test('where nothing could be looked at, the run fails, and its report can be read', () => {
  expect(looks(2, false)).toMatchObject({ status: 1, output: 'proposed=false\n', summary: '# Upstream\n' });
});

test('a watch that broke proposes nothing, whatever it left', () => {
  expect(looks(3, true)).toMatchObject({ status: 2, output: '', patch: '' });
});
