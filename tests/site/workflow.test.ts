/** The workflows of the forge: they run what a person runs, name their actions by commit, publish what was tested, and merge nothing. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import * as published from '../../scripts/published.mjs';
import { root } from './built-site.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly needs?: string;
  readonly if?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const folder = join(root, '.github/workflows');
const files = readdirSync(folder);
const texts = files.map((file) => readFileSync(join(folder, file), 'utf8'));
const workflows = texts.map((text) => parse(text) as Workflow);
const named = (file: string): Workflow => workflows[files.indexOf(file)]!;
const [pages, watch] = [named('pages.yml'), named('watch.yml')];
const jobs = workflows.flatMap((it) => Object.values(it.jobs));
const stepsOf = (of: readonly Job[]): readonly Step[] => of.flatMap(({ steps }) => steps);
const writes = ({ permissions = {} }: { readonly permissions?: Readonly<Record<string, string>> }): boolean =>
  Object.values(permissions).includes('write');

test('R10: every action is named by its commit, with its version beside it', () => {
  const used = texts.flatMap((text) => text.split('\n').filter((line) => /\buses:/.test(line)));
  expect(used.length).toBeGreaterThan(2);
  expect(used.filter((line) => !/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
});

test('R10: a job that may write runs no code of the project or of its packages', () => {
  expect(workflows.filter(writes)).toEqual([]);
  const mayWrite = jobs.filter(writes);
  expect(mayWrite).toHaveLength(2);
  // Publishing takes what was built; proposing takes a patch, and has Git and GitHub's command to commit it.
  const [publish, propose] = [pages.jobs['publish']!, watch.jobs['propose']!];
  expect(mayWrite).toEqual([publish, propose]);
  expect(publish.steps.filter(({ run, uses = '' }) => run || /checkout|setup-node/.test(uses))).toEqual([]);
  expect(propose.steps.map(({ uses }) => uses?.replace(/@.*/, ''))).toEqual(['actions/checkout', 'actions/download-artifact', undefined]);
  const script = propose.steps.at(-1)!.run!;
  expect(commandsIn(script)).toEqual(new Set(['set', 'date', 'git', 'cut', 'sort', 'echo', 'exit', 'gh']));
});

/** The programs and builtins that a script of a few plain lines calls: what stands first, behind a pipe, `&&`, `then`, or `$(`. */
function commandsIn(script: string): Set<string> {
  const found = script.replaceAll(/'[^']*'/g, "''").matchAll(/(?:^ *|[|&] |\$\()(?!if |then|else|fi|\w+=)([a-z]+)\b/gm);
  return new Set([...found].map((it) => it[1]!));
}

test('each job that may write has only the rights that it needs', () => {
  expect(pages.jobs['publish']!.permissions).toEqual({ pages: 'write', 'id-token': 'write' });
  expect(watch.jobs['propose']!.permissions).toEqual({ contents: 'write', 'pull-requests': 'write' });
  for (const it of workflows) expect(it.permissions).toEqual({ contents: 'read' });
  // A job that runs code of packages keeps no right to push in the folder that they see.
  for (const { steps } of jobs.filter((it) => !writes(it)))
    for (const it of steps) if (it.uses?.includes('checkout')) expect(it.with).toEqual({ 'persist-credentials': false });
});

test('nothing that an event or a job says is put into a command: it is handed over in the environment or in a file', () => {
  for (const { run = '' } of stepsOf(jobs)) expect(run).not.toContain('${{');
});

test('R10: what is published is the build that the tests read', () => {
  expect(pages.jobs['publish']!.needs).toBe('test');
  const uploads = stepsOf(jobs).filter(({ uses = '' }) => uses.includes('upload-pages-artifact'));
  expect(uploads.map((it) => it.with?.['path'])).toEqual([published.folder]);
  expect(stepsOf(jobs).filter(({ run = '' }) => /\bbuild\b/.test(run))).toEqual([]);
});

test('the tests of every change are those of .ci/run, and every night everything is tried', () => {
  expect(stepsOf(Object.values(pages.jobs)).flatMap(({ run }) => run ?? [])).toEqual(['.ci/run']);
  expect('schedule' in pages.on).toBe(true);
});

test('the watch runs by itself and by hand, looks before it proposes, and merges nothing', () => {
  expect(Object.keys(watch.on).sort()).toEqual(['schedule', 'workflow_dispatch']);
  expect(watch.jobs['propose']).toMatchObject({ needs: 'look', if: "needs.look.outputs.proposed == 'true'" });
  expect(stepsOf([watch.jobs['look']!]).flatMap(({ run }) => run ?? [])).toEqual(['.ci/watch "$RUNNER_TEMP/proposal"']);
  expect(texts[files.indexOf('watch.yml')]).not.toMatch(/pr merge|--auto|automerge/);
});

test('S11: the workflow says where the site will be and where its files are edited, so that a fork sets nothing', () => {
  const asked = readFileSync(join(root, 'scripts/published.mjs'), 'utf8').match(/PUBLISH_[A-Z_]+/g) ?? [];
  expect(new Set(asked).size).toBeGreaterThan(2);
  for (const name of asked) expect(texts.join('\n')).toMatch(new RegExp(`^ +${name}: `, 'm'));
});
