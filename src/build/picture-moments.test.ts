import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mechanismIds } from '../mechanisms/registry.ts';
import { withoutMoments } from './picture-moments.ts';

const transform = withoutMoments().transform as (code: string, id: string) => { readonly code: string } | undefined;
const folder = join(import.meta.dirname, '../mechanisms');

test.each([...mechanismIds])('of %s a browser loads no moment of a picture, and all else', (id) => {
  const file = join(folder, id, 'model.ts');
  const code = readFileSync(file, 'utf8');
  const left = transform(code, `${file}?v=1`)!.code;
  expect(left).not.toMatch(/\bpicture:/);
  const lines = code.split('\n');
  expect(left.split('\n')).toEqual(lines.map((line) => (/^ {4}picture:/.test(line) ? '' : line)));
});

test('a file that is no model keeps what it has', () => {
  const code = "    picture: { scenario: 'once', step: 1 },\n";
  expect(transform(code, '/site/src/mechanisms/a/b/view.tsx')).toBeUndefined();
  expect(transform('nothing', 'C:\\site\\src\\mechanisms\\a\\b\\model.ts')).toBeUndefined();
  expect(transform(code, 'C:\\site\\src\\mechanisms\\a\\b\\model.ts')?.code).toBe('\n');
});
