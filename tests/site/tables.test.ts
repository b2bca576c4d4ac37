/** The tables of comma-separated values, those that there are: sound by RFC 4180, whatever they hold. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dist, filesIn } from './built-site.ts';

/** The rows of a table. Throws where a quote is out of place, or where line ends differ. */
function rowsOf(text: string): string[][] {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const rows: string[][] = [[]];
  const field = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|\n|$)/y;
  while (field.lastIndex < text.length) {
    const at = field.lastIndex;
    const [, value = '', stop = ''] = field.exec(text) ?? [];
    if (field.lastIndex === 0) throw new Error(`a quote is out of place at ${at}`);
    rows.at(-1)!.push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value);
    if (stop !== ',' && stop !== '' && stop !== end) throw new Error(`another line end at ${at}`);
    if (stop === end && field.lastIndex < text.length) rows.push([]);
  }
  return rows;
}

/** What is wrong with a table. */
function faultsOf(text: string): string[] {
  const [head = [], ...rows] = rowsOf(text);
  return [
    ...(rows.length === 0 ? ['it has no rows'] : []),
    ...(new Set(head).size === head.length && !head.includes('') ? [] : ['two columns have one name, or one has none']),
    ...rows.flatMap((row, i) =>
      row.length === head.length ? [] : [`row ${i + 2} has ${row.length} fields, and there are ${head.length} columns`],
    ),
  ];
}

test('a table is read with its quotes', () => {
  expect(rowsOf('a,b\r\n"x, ""y""","1\n2"\r\n,\r\n')).toEqual([
    ['a', 'b'],
    ['x, "y"', '1\n2'],
    ['', ''],
  ]);
});

test.each([
  ['a,b\n1\n', 'row 2 has 1 fields, and there are 2 columns'],
  ['a,a\n1,2\n', 'two columns have one name, or one has none'],
  ['a,b\n', 'it has no rows'],
])('what is wrong with %j is found', (text, says) => {
  expect(faultsOf(text)).toEqual([says]);
});

test.each(['a,b\n1,x"y\n', 'a,b\n"1,2\n', 'a,b\n"1"2,3\n', 'a,b\r\n1,2\n'])('%j is no table', (text) => {
  expect(() => rowsOf(text)).toThrow();
});

test('every table is sound', () => {
  const tables = filesIn(dist).filter((it) => it.endsWith('.csv'));
  expect(tables.flatMap((file) => faultsOf(readFileSync(join(dist, file), 'utf8')).map((it) => `${file}: ${it}`))).toEqual([]);
});
