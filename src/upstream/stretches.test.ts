import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { standingLines } from '../facts/standing.ts';
import { standingIn } from './stretches.ts';

describe('a copy beside its document', () => {
  test('marks, links and elements do not matter', () => {
    const document = ['# The *wheel*', '', 'It [turns](https://example.org/a_(b)) on `the axle`<sup>4</sup>.'];
    expect(standingIn(['The wheel', '', 'It turns on the axle4.'], document)).toEqual({ found: 2, of: 2, lines: [[1, 3, 1, 3]] });
  });

  test('lines that are glued together stand on several lines, and those that are split on one', () => {
    const document = ['## Wheels', '- the front wheel', '- the rear wheel', '| axle | of steel | yes |'];
    expect(standingIn(['Wheels', '- the front wheel - the rear', 'wheel', '| axle | of steel |', 'yes |'], document).lines).toEqual([
      [1, 1, 1, 1],
      [2, 2, 2, 3],
      [3, 4, 3, 4],
      [5, 5, 4, 4],
    ]);
  });

  test('what only the page showed, and what only the document has, stands nowhere', () => {
    const { found, of, lines } = standingIn(['Skip to content', 'Wheels', 'They turn.'], ['# Wheels', 'New.', 'They turn.', 'Always.']);
    expect([found, of, lines]).toEqual([
      2,
      3,
      [
        [2, 2, 1, 1],
        [3, 3, 3, 3],
      ],
    ]);
  });

  test('a short line stands only behind the one before it', () => {
    expect(standingIn(['Wheels', '1'], ['1', 'Wheels', '1']).lines).toEqual([[1, 2, 2, 3]]);
    expect(standingIn(['1', 'Wheels'], ['Wheels', '1']).lines).toEqual([[2, 2, 1, 1]]);
  });

  test('of two places that cannot both be in order, the one with more letters counts', () => {
    expect(standingIn(['the long line of them', 'short'], ['short', 'the long line of them']).lines).toEqual([[1, 1, 2, 2]]);
  });
});

test('a copy that kept its lines stands line by line, wherever lines were put in', () => {
  const line = fc.integer({ min: 100, max: 999 }).map((n) => `line ${n} of the text`);
  const document = fc.uniqueArray(line, { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(document, fc.array(fc.nat()), (lines, puts) => {
      const copy = [...lines];
      for (const put of puts.slice(0, 5)) copy.splice(put % (copy.length + 1), 0, `furniture ${put}`);
      const standing = standingIn(copy, lines);
      expect(standing.found).toBe(lines.length);
      for (const [i, text] of lines.entries())
        expect(standingLines(standing.lines, [copy.indexOf(text) + 1, copy.indexOf(text) + 1])).toEqual([i + 1, i + 1]);
    }),
  );
});

test('the stretches ascend in both, whatever the two texts are', () => {
  const text = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', '-'), maxLength: 9 }), { maxLength: 12 });
  fc.assert(
    fc.property(text, text, (copy, document) => {
      const { lines, found, of } = standingIn(copy, document);
      expect(found).toBeLessThanOrEqual(of);
      let [line, place] = [0, 1];
      for (const [from, to, first, last] of lines) {
        expect(from).toBeGreaterThan(line);
        expect(first).toBeGreaterThanOrEqual(place);
        expect(last).toBeLessThanOrEqual(document.length);
        expect(to).toBeLessThanOrEqual(copy.length);
        [line, place] = [to, last];
      }
    }),
  );
});
