import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readme } from './entries.fixture.ts';
import { differencesOf } from './line-hashes.ts';

const wanted = ['111111', '222222', '333333'];
const source = readme(wanted).data;
const other = 'b'.repeat(64);

describe('differencesOf', () => {
  test('finds nothing when the hash of the file agrees', () => {
    expect(differencesOf(source, { sha256: source.sha256, hashes: wanted })).toEqual([]);
  });

  test('names each line that was changed', () => {
    expect(differencesOf(source, { sha256: other, hashes: ['000000', '222222', '000000'] }).map(({ line }) => line)).toEqual([1, 3]);
  });

  test('says once that the copy is shorter, or longer', () => {
    expect(differencesOf(source, { sha256: other, hashes: ['111111'] })).toEqual([
      { line: 2, says: 'the copy ends before it: it has 1 lines, not 3' },
    ]);
    expect(differencesOf(source, { sha256: other, hashes: [...wanted, '444444', '555555'] })).toEqual([
      { line: 4, says: 'the copy goes on after line 3' },
    ]);
  });

  test('points at the line ends when all lines agree', () => {
    expect(differencesOf(source, { sha256: other, hashes: wanted })).toEqual([
      { line: 3, says: 'the lines agree and the bytes do not: look at the end of the file and at its line ends' },
    ]);
  });

  test('never takes another file for the same, and names only lines of the two', () => {
    const hashes = fc.array(fc.constantFrom('111111', '222222', '333333'), { maxLength: 5 });
    fc.assert(
      fc.property(hashes, (copy) => {
        const found = differencesOf(source, { sha256: other, hashes: copy });
        expect(found.length).toBeGreaterThan(0);
        for (const { line } of found) expect(line).toBeLessThanOrEqual(Math.max(copy.length, wanted.length));
        const changed = wanted.flatMap((hash, i) => (i < copy.length && copy[i] !== hash ? [i + 1] : []));
        expect(found.filter(({ says }) => says.startsWith('this line')).map(({ line }) => line)).toEqual(changed);
      }),
    );
  });
});
