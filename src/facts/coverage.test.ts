import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coverage, isOpen, isPrimary, hashesOf } from './coverage.ts';
import { blank, cited, deliverable, entriesOf, milestone, platform, readme, rule, seen, upstream } from './entries.fixture.ts';

const openLines = (...args: Parameters<typeof coverage>): number[] =>
  coverage(...args)
    .filter(isOpen)
    .map(({ number }) => number);

describe('coverage', () => {
  test('names who cites each line, and what nobody cites', () => {
    const source = readme(['111111', '222222', '333333']);
    const entries = entriesOf(source, rule('orbit.turns', { cite: [cited(1, 2)] }));
    const by = { collection: 'rules', id: 'orbit.turns', part: undefined };
    expect(coverage(entries, source)).toEqual([
      { number: 1, citers: [by], ignored: undefined, blank: false },
      { number: 2, citers: [by], ignored: undefined, blank: false },
      { number: 3, citers: [], ignored: undefined, blank: false },
    ]);
    expect(openLines(entries, source)).toEqual([3]);
  });

  test('lets be what is blank and what is set aside', () => {
    const source = readme([...blank, '333333', '444444', '555555'], { ignored: [{ lines: [3, 4], why: 'A frame.' }] });
    expect(coverage(entriesOf(source), source).map(({ blank: is, ignored }) => [is, ignored])).toEqual([
      [true, undefined],
      [true, undefined],
      [false, 'A frame.'],
      [false, 'A frame.'],
      [false, undefined],
    ]);
    expect(openLines(entriesOf(source), source)).toEqual([5]);
  });

  test('counts a record once for a line, and each of its items', () => {
    const source = readme();
    const twice = milestone('orbit-1', { deliverables: [deliverable('wheel', { cite: [cited(), cited()] }), deliverable('axle')] });
    const [line] = coverage(entriesOf(source, twice, platform('orbit-1')), source);
    expect(line!.citers.map(({ collection, id, part }) => [collection, id, part?.id])).toEqual([
      ['platforms', 'orbit-1', undefined],
      ['milestones', 'orbit-1', undefined],
      ['milestones', 'orbit-1', 'wheel'],
      ['milestones', 'orbit-1', 'axle'],
    ]);
  });

  test('does not count a citation of another source, or of a line that is not there', () => {
    const source = readme();
    const other = rule('orbit.other', { cite: [{ source: 'orbit-plan', lines: [1, 1] }, seen] });
    expect(openLines(entriesOf(source, other), source)).toEqual([1]);
    const beyond = rule('orbit.beyond', { cite: [cited(1, 9)] });
    expect(coverage(entriesOf(source, beyond), source)).toHaveLength(1);
  });

  test('leaves open exactly the lines outside every citation and every stretch set aside', () => {
    const range = fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.nat(4))
      .map(([from, more]): [number, number] => [from, Math.min(9, from + more)]);
    fc.assert(
      fc.property(fc.array(range, { minLength: 1, maxLength: 4 }), fc.array(range, { maxLength: 3 }), (citedRanges, ignored) => {
        const source = readme(Array<string>(9).fill('abcdef'), { ignored: ignored.map((lines) => ({ lines, why: 'A frame.' })) });
        const entries = entriesOf(source, rule('orbit.turns', { cite: citedRanges.map(([from, to]) => cited(from, to)) }));
        const inside = (n: number) => [...citedRanges, ...ignored].some(([from, to]) => from <= n && n <= to);
        expect(openLines(entries, source)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].filter((n) => !inside(n)));
      }),
    );
  });
});

test('only a document is a primary source', () => {
  expect([readme(), upstream()].map(isPrimary)).toEqual([true, false]);
});

test('hashes may stand on any number of lines', () => {
  expect(hashesOf(readme([], { lineHashes: '\n 111111 222222\n333333\n' }).data)).toEqual(['111111', '222222', '333333']);
});
