import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readZip } from '../../../tests/site/zip-reader.ts';
import { zipOf } from './zip-file.ts';

const files = [
  { path: 'a/leer.txt', bytes: Buffer.from('') },
  { path: 'a/ä.html', bytes: Buffer.from('<p>é</p>'.repeat(1000)) },
  { path: 'b.bin', bytes: Buffer.from(Array.from({ length: 70_000 }, (_, i) => (i * 7919) % 251)) },
];

test('what is packed is read again, and equal files give equal bytes', async () => {
  const zip = await zipOf(files);
  expect([...readZip(zip)]).toEqual(files.map(({ path, bytes }) => [path, bytes]));
  expect((await zipOf(files)).equals(zip)).toBe(true);
});

test('a byte that was changed is noticed by our reader', async () => {
  const zip = await zipOf(files);
  for (let at = 0; at < zip.length; at += 97) {
    const broken = Buffer.from(zip);
    broken[at]! ^= 0x55;
    // Two bytes of the directory say for which systems a file was made, and its rights there.
    if (!isRead(zip, at)) continue;
    expect(() => readZip(broken), `byte ${at}`).toThrow();
  }
});

/** Whether our reader looks at a byte: not at who made an entry, the disk that it begins on, its rights, nor the numbers of disks. */
function isRead(zip: Buffer, at: number): boolean {
  const end = zip.length - 22;
  if (at >= end) return ![4, 5, 6, 7, 20, 21].includes(at - end);
  let entry = zip.readUInt32LE(end + 16);
  while (entry < end) {
    if (at >= entry && at < entry + 46) return !(at - entry === 4 || at - entry === 5 || (at - entry >= 34 && at - entry < 42));
    entry += 46 + zip.readUInt16LE(entry + 28);
  }
  return true;
}

const python = (() => {
  try {
    return execFileSync('python3', ['--version'], { encoding: 'utf8' }).startsWith('Python 3');
  } catch {
    return false;
  }
})();

test.runIf(python)('another reader finds the same', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'orrery-zip-'));
  const path = join(folder, 'a.zip');
  writeFileSync(path, await zipOf(files));
  const code =
    'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip(), [(i.filename, i.file_size) for i in z.infolist()])';
  const says = execFileSync('python3', ['-c', code, path], { encoding: 'utf8' }).trim();
  rmSync(folder, { recursive: true });
  expect(says).toBe(`None [${files.map(({ path: it, bytes }) => `('${it}', ${bytes.length})`).join(', ')}]`);
});
