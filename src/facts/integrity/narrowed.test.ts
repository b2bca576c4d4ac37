import { describe, expect, test } from 'vitest';
import type { Citation } from '../../schemas/evidence.ts';
import { namesSeveral, wideFault } from './narrowed.ts';

const at = (more: Partial<Citation>): Citation => ({ source: 'orbit-upstream', commit: 'abcdef1', path: 'kernel/main.c', ...more });

describe('the place of a citation', () => {
  test.each([{ lines: [1, 2] }, { whole: 'file' }, { whole: 'folder' }, { absent: 'a lock' }] as Partial<Citation>[])(
    '%j is narrow enough',
    (more) => {
      expect(wideFault(at(more))).toBeUndefined();
    },
  );

  test('without lines or mark is refused with what to do', () => {
    expect(wideFault(at({}))).toEqual({
      says: "'kernel/main.c' is cited without lines",
      fix: expect.stringMatching(/lines: \[from, to\].*whole: file or whole: folder.*absent:/) as string,
    });
  });

  test.each(['lib/*', 'lib/{a,b}.c', 'a.c,b.c', '*'])('of several files, %s, is refused whatever narrows it', (path) => {
    for (const more of [{}, { lines: [1, 2] as [number, number] }, { whole: 'folder' as const }])
      expect(wideFault(at({ path, ...more }))).toMatchObject({ says: `'${path}' names several files` });
    expect(namesSeveral(path)).toBe(true);
  });

  test('is one file whatever else its name has in it', () => {
    for (const path of ['a+b/c-d_e.f@2', 'docs/[id].md', 'a(1).c', '.github/workflows/ci.yml']) expect(namesSeveral(path)).toBe(false);
  });
});
