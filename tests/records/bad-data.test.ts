/** Each kind of bad record or page stops the build, and says where it stands and what to do. The faults are in the four files of cases. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { modelFacts } from '../../src/mechanisms/model-facts.ts';
import { checkContent } from '../../src/records/check.ts';
import { ContentReader } from '../../src/records/reader.ts';
import type { BadData, Special } from './bad-case.ts';
import { badContent } from './bad-content-cases.ts';
import { badData } from './bad-data-cases.ts';
import { badLabs } from './bad-lab-cases.ts';
import { badPages } from './bad-page-cases.ts';
import { everything, oneIn, root } from '../site/built-site.ts';
import { copyProject, remove } from '../site/private-build.ts';

/** Writes a case into a copy and returns what puts the copy back as it was. */
function apply(copy: string, { files }: BadData): () => void {
  const undo = Object.entries(files).map(([path, content]) => {
    const file = join(copy, 'src/content', path);
    if (content === undefined) return takeOut(file);
    const before = existsSync(file) ? readFileSync(file) : undefined;
    const after = typeof content === 'function' ? content(before?.toString() ?? '') : content;
    if (after === before?.toString()) throw new Error(`the case changes nothing in ${path}: adapt its file of cases to the record`);
    const made = mkdirSync(dirname(file), { recursive: true });
    if (typeof after === 'string' || Buffer.isBuffer(after)) writeFileSync(file, after);
    else make(file, after);
    return () => (before === undefined ? rmSync(made ?? file, { recursive: true }) : writeFileSync(file, before));
  });
  return () => undo.forEach((it) => it());
}

/** A file or a whole folder. */
function takeOut(path: string): () => void {
  const aside = join(mkdtempSync(join(tmpdir(), 'orrery-aside-')), 'it');
  if (!statSync(path).isDirectory()) {
    const before = readFileSync(path);
    rmSync(path);
    return () => writeFileSync(path, before);
  }
  renameSync(path, aside);
  return () => {
    renameSync(aside, path);
    rmSync(dirname(aside), { recursive: true });
  };
}

function make(path: string, special: Special): void {
  if (special.is === 'folder') mkdirSync(path);
  else if (special.is === 'link') symlinkSync(special.to, path);
  else execFileSync('mkfifo', [path]);
}

/** How the one message begins that a case must lead to, read in the copy that holds it. */
function messageOf(copy: string, { file, line, says }: BadData): string {
  if (typeof line === 'number') return `src/content/${file}:${line}  ${says}`;
  const lines = readFileSync(join(copy, 'src/content', file), 'utf8').split('\n');
  const number = lines.findIndex((it) => it.includes(line)) + 1;
  if (number === 0) throw new Error(`no line of ${file} holds ${line}`);
  return `src/content/${file}:${number}  ${says}`;
}
const isWhole = ({ says }: BadData): boolean => /[.?]$/.test(says);

describe('the check of the content', async () => {
  const models = await modelFacts();
  const copy = mkdtempSync(join(tmpdir(), 'orrery-bad-data-'));
  cpSync(join(root, 'src/content'), join(copy, 'src/content'), { recursive: true });
  afterAll(() => rmSync(copy, { recursive: true }));
  // One reader for all cases, which reads again only what a case changes.
  const reader = new ContentReader(copy);
  const faults = () => checkContent(reader.read(), models).faults;
  const forget = ({ files }: BadData) => Object.keys(files).forEach((path) => reader.forget(`src/content/${path}`));

  test('finds nothing in the content as it is', () => {
    expect(faults()).toEqual([]);
  });

  // Each asks for a check of all content: for each change every other one of each file of cases.
  const tried = [badData, badContent, badLabs, badPages].flatMap((cases) => oneIn(2, cases));
  test.each(tried)('finds $name, and nothing else', (bad) => {
    const undo = apply(copy, bad);
    forget(bad);
    try {
      const [fault = '', ...more] = faults();
      expect(more).toEqual([]);
      const message = messageOf(copy, bad);
      expect(isWhole(bad) ? fault : fault.slice(0, message.length)).toBe(message);
      expect(fault).toMatch(/\n {4}.+$/);
    } finally {
      undo();
      forget(bad);
    }
  });

  test('finds nothing after all that', () => {
    expect(faults()).toEqual([]);
  });
});

describe('astro build', () => {
  let copy = '';
  beforeAll(() => void (copy = copyProject('bad-data')));
  afterAll(() => remove(copy));

  /** The build asks the check that is tried above; one build shows that it is asked, and `test:all` tries the other kinds too. */
  const cases = [...badData, ...badContent, ...badLabs, ...badPages].filter(({ builds }) => builds);
  test.each(everything ? cases : cases.slice(0, 1))('R6: stops at $name, and says no more than that', (bad) => {
    const undo = apply(copy, bad);
    try {
      const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'node_modules/astro/bin/astro.mjs'), 'build'], {
        cwd: copy,
        encoding: 'utf8',
        env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' },
      });
      expect(status).toBe(1);
      expect(stdout + stderr).toContain(`1 problem in the records and pages:\n${messageOf(copy, bad)}`);
      expect(stdout + stderr).not.toContain('Stack trace:');
      expect(existsSync(join(copy, 'dist'))).toBe(false);
    } finally {
      undo();
    }
  });
});
