/** Each kind of bad record stops the build, and says where it stands and what to do. The records themselves are in bad-data-cases.ts. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { modelProperties } from '../../src/mechanisms/properties.ts';
import { checkRecords } from '../../src/records/check.ts';
import { badData, type BadData } from './bad-data-cases.ts';
import { everything, root } from './built-site.ts';
import { copyProject, remove } from './private-build.ts';

/** Writes a case into a copy and returns what puts the copy back as it was. */
function apply(copy: string, { files }: BadData): () => void {
  const undo = Object.entries(files).map(([path, content]) => {
    const file = join(copy, 'src/content', path);
    const before = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    const after = typeof content === 'function' ? content(before ?? '') : content;
    if (after === before) throw new Error(`the case changes nothing in ${path}: adapt tests/site/bad-data-cases.ts to the record`);
    mkdirSync(dirname(file), { recursive: true });
    if (after === undefined) rmSync(file);
    else writeFileSync(file, after);
    return () => (before === undefined ? rmSync(file) : writeFileSync(file, before));
  });
  return () => undo.forEach((it) => it());
}

/** The one message that a case must lead to, read in the copy that holds it. */
function messageOf(copy: string, { file, line, says }: BadData): string {
  const lines = readFileSync(join(copy, 'src/content', file), 'utf8').split('\n');
  const number = lines.findIndex((it) => it.includes(line)) + 1;
  if (number === 0) throw new Error(`no line of ${file} holds ${line}`);
  return `src/content/${file}:${number}  ${says}`;
}

describe('the check of the records', async () => {
  const models = await modelProperties();
  const copy = mkdtempSync(join(tmpdir(), 'orrery-bad-data-'));
  cpSync(join(root, 'src/content'), join(copy, 'src/content'), { recursive: true });
  afterAll(() => rmSync(copy, { recursive: true }));

  test('finds nothing in the records as they are', () => {
    expect(checkRecords(copy, models).faults).toEqual([]);
  });

  test.each(badData)('finds $name, and nothing else', (bad) => {
    const undo = apply(copy, bad);
    try {
      expect(checkRecords(copy, models).faults).toEqual([messageOf(copy, bad)]);
    } finally {
      undo();
    }
  });
});

describe('astro build', () => {
  let copy = '';
  beforeAll(() => void (copy = copyProject('bad-data')));
  afterAll(() => remove(copy));

  /** The gate asks the check that is tried above; one build shows that it is asked, and `test:all` tries the other kinds too. */
  const built = badData.filter(({ builds }) => builds);
  test.each(everything ? built : built.slice(0, 1))('stops at $name', (bad) => {
    const undo = apply(copy, bad);
    try {
      const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'node_modules/astro/bin/astro.mjs'), 'build'], {
        cwd: copy,
        encoding: 'utf8',
        env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' },
      });
      expect(status).toBe(1);
      expect(stdout + stderr).toContain(`1 problem in the records:\n${messageOf(copy, bad)}`);
      expect(existsSync(join(copy, 'dist'))).toBe(false);
    } finally {
      undo();
    }
  });
});
