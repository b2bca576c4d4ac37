/** The workflow of the forge: it runs what a person runs, names its actions by commit, and publishes what was tested. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import * as published from '../../scripts/published.mjs';
import { root } from './built-site.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
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
const texts = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
const workflows = texts.map((text) => parse(text) as Workflow);
const jobs = workflows.flatMap((it) => Object.values(it.jobs));
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
  expect(mayWrite.length).toBeGreaterThan(0);
  expect(mayWrite.length).toBeLessThanOrEqual(2);
  for (const { steps } of mayWrite) expect(steps.filter(({ run, uses = '' }) => run || /checkout|setup-node/.test(uses))).toEqual([]);
});

test('R10: what is published is the build that the tests read', () => {
  const publishing = jobs.filter(writes);
  for (const { needs } of publishing) expect(needs).toBe('test');
  const uploads = jobs.flatMap(({ steps }) => steps.filter(({ uses = '' }) => uses.includes('upload-pages-artifact')));
  expect(uploads.map((it) => it.with?.['path'])).toEqual([published.folder]);
  expect(jobs.flatMap(({ steps }) => steps).filter(({ run = '' }) => /\bbuild\b/.test(run))).toEqual([]);
});

test('the tests of every change are those of .ci/run, and every night everything is tried', () => {
  expect(jobs.flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []))).toEqual(['.ci/run']);
  expect(workflows.some((it) => 'schedule' in it.on)).toBe(true);
});

test('S11: the workflow says where the site will be and where its files are edited, so that a fork sets nothing', () => {
  const asked = readFileSync(join(root, 'scripts/published.mjs'), 'utf8').match(/PUBLISH_[A-Z_]+/g) ?? [];
  expect(new Set(asked).size).toBeGreaterThan(2);
  for (const name of asked) expect(texts.join('\n')).toMatch(new RegExp(`^ +${name}: `, 'm'));
});
