/** What a caller names is looked at before it is opened. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesBelow, isFolder, readRegularFile } from './files.ts';

let folder = '';
const isPosix = process.platform !== 'win32';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'orrery-files-'));
  mkdirSync(join(folder, 'inner'));
  mkdirSync(join(folder, 'node_modules'));
  writeFileSync(join(folder, 'a.md'), 'text');
  writeFileSync(join(folder, 'inner/b.md'), 'text');
  writeFileSync(join(folder, '.hidden'), 'text');
  symlinkSync('nowhere', join(folder, 'broken'));
  symlinkSync('..', join(folder, 'inner/up'));
  if (isPosix) spawnSync('mkfifo', [join(folder, 'pipe')]);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('D6: a broken link, or one that leads back, hides nothing beside it', () => {
  const found = filesBelow(folder).map((it) => ({ ...it, file: it.file.slice(folder.length + 1) }));
  expect(found.filter(({ file }) => file !== 'pipe')).toEqual([
    { file: 'a.md' },
    { file: 'broken', why: 'it cannot be opened (ENOENT)' },
    { file: 'inner/b.md' },
    { file: 'inner/up', why: 'it leads back to a folder that it lies in' },
  ]);
});

test.runIf(isPosix)('D6: a pipe and a device are not read', () => {
  expect(readRegularFile(join(folder, 'pipe'), 10)).toEqual({ why: 'it is a pipe, which might never end' });
  expect(readRegularFile('/dev/zero', 10)).toEqual({ why: 'it is a device, which might never end' });
});

test('R7: a folder, a file that is not there and one that is too large have their reason', () => {
  expect(readRegularFile(folder, 10)).toEqual({ why: 'it is a folder' });
  expect(readRegularFile(join(folder, 'none'), 10)).toEqual({ why: 'it cannot be opened (ENOENT)' });
  expect(readRegularFile(join(folder, 'a.md'), 3)).toEqual({ why: 'it is larger than 3 bytes' });
  expect(readRegularFile(join(folder, 'a.md'), 4)).toEqual({ bytes: Buffer.from('text') });
  expect([isFolder(folder), isFolder(join(folder, 'a.md')), isFolder(join(folder, 'broken'))]).toEqual([true, false, false]);
});
