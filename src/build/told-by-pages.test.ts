import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mechanismIds } from '../mechanisms/registry.ts';
import { withoutToldByPages } from './told-by-pages.ts';

const transform = withoutToldByPages().transform as (code: string, id: string) => { readonly code: string } | undefined;
const folder = join(import.meta.dirname, '../mechanisms');

test.each([...mechanismIds])('of %s a browser loads nothing that only pages tell, and all else', (id) => {
  const file = join(folder, id, 'model.ts');
  const code = readFileSync(file, 'utf8');
  const left = transform(code, `${file}?v=1`)!.code;
  expect(left).not.toMatch(/^ {4}(?:picture|question|group|shows|scaledDown):/m);
  for (const kept of ['basis', 'standsFor', 'leavesOut']) expect(left, kept).toMatch(new RegExp(`^ {4}${kept}:`, 'm'));
  const [before, after] = [code, left].map((it) => it.split('\n'));
  expect(after).toHaveLength(before!.length);
  // What is gone is gone as whole lines, and only in `about`.
  const about = before!.findIndex((line) => line === '  about: {');
  for (const [i, line] of after!.entries()) if (line !== before![i]) expect([line, i > about, i < about + 20]).toEqual(['', true, true]);
});

test('a file that is no model keeps what it has', () => {
  const code = "    picture: { scenario: 'once', step: 1 },\n    question:\n      'Who\\'s there?',\n";
  expect(transform(code, '/site/src/mechanisms/a/b/view.tsx')).toBeUndefined();
  expect(transform('nothing', 'C:\\site\\src\\mechanisms\\a\\b\\model.ts')).toBeUndefined();
  expect(transform(code, 'C:\\site\\src\\mechanisms\\a\\b\\model.ts')?.code).toBe('\n\n\n');
});
