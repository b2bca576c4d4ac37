import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvOf, guarded } from './csv.ts';
import { parseCsv } from './csv.fixture.ts';

describe('csvOf', () => {
  test('ends every line with CRLF, and quotes what must be quoted', () => {
    expect(csvOf([['a', 'b,c', 'say "x"', 'two\nlines', '']])).toBe('a,"b,c","say ""x""","two\nlines",\r\n');
  });
  test('lets no spreadsheet run a cell', () => {
    for (const cell of ['=1+1', '+1', '-1', '@sum', '\tx', '\rx']) expect(guarded(cell)).toBe(`'${cell}`);
    for (const cell of ['a=1', 'x-1', "'", '']) expect(guarded(cell)).toBe(cell);
  });
  test('refuses a line that is longer or shorter than the first', () => {
    expect(() => csvOf([['a', 'b'], ['c']])).toThrow('line 2 has 1 cells, and the first has 2');
  });
  test('reads back as it was written, whatever the cells hold', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\r', '\n', '=', '-', '@', "'", ' ', 'ü'), maxLength: 6 });
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }));
    fc.assert(
      fc.property(table, (lines) => {
        expect(parseCsv(csvOf(lines))).toEqual(lines.map((it) => it.map(guarded)));
      }),
    );
  });
});

describe('parseCsv, the reader of the tests', () => {
  test.each([
    ['a line without CRLF', 'a,b'],
    ['a bare line feed', 'a,b\nc,d\r\n'],
    ['a quote inside a cell that is not quoted', 'a"b\r\n'],
    ['something behind a quoted cell', '"a"b,c\r\n'],
    ['a quote that is not closed', '"a,b\r\n'],
    ['a byte order mark', '\u{feff}a,b\r\n'],
    ['lines of different lengths', 'a,b\r\nc\r\n'],
  ])('refuses %s', (_, text) => {
    expect(() => parseCsv(text)).toThrow(/CSV/);
  });
});
