/** The matrix as a table for a spreadsheet: read back by a strict reader, it says what `platforms.json` says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseCsv } from '../../src/exports/csv/csv.fixture.ts';
import { dist } from './built-site.ts';

interface Citation {
  readonly source: string;
  readonly lines?: readonly [number, number];
  readonly commit?: string;
  readonly path?: string;
}
interface Observation {
  readonly asOf: string;
  readonly state: string;
  readonly note?: string;
  readonly why?: string;
  readonly cite: readonly Citation[];
}
interface Platform {
  readonly id: string;
  readonly url: string;
  readonly system: string;
  readonly title: string;
  readonly target: string;
  readonly group: string;
  readonly architecture: string;
  readonly identifiers: readonly { readonly name: string }[];
  readonly covers: readonly { readonly name: string }[];
  readonly states: readonly Observation[];
  readonly tier?: { readonly text: string };
}

const text = readFileSync(join(dist, 'api/v1/platforms.csv'), 'utf8');
const [head = [], ...lines] = parseCsv(text);
const rows = lines.map((cells) => Object.fromEntries(cells.map((cell, i) => [head[i]!, cell])));
const read = <T>(name: string) =>
  (JSON.parse(readFileSync(join(dist, `api/v1/${name}.json`), 'utf8')) as { records: readonly T[] }).records;
const platforms = read<Platform>('platforms');
const primary = new Set(
  read<{ id: string; kind: string }>('sources')
    .filter(({ kind }) => kind === 'primary')
    .map(({ id }) => id),
);
const rowOf = (id: string) => rows.find((it) => it['id'] === id)!;
const isDocumented = ({ cite }: Observation) => primary.has(cite[0]!.source);
/** A cell as a spreadsheet shows it: the apostrophe that marks it as text is not part of it. */
const shown = (cell = '') => cell.replace(/^'(?=[=+\-@\t\r])/, '');
const join2 = (values: readonly (string | undefined)[]) => [...new Set(values.filter((it) => it !== undefined))].join('; ');

describe('/api/v1/platforms.csv', () => {
  test('begins with the names of its columns, without a byte order mark', () => {
    expect(text.startsWith('id,url,system,')).toBe(true);
    expect(new Set(head).size).toBe(head.length);
  });

  test('has a line for each platform, and no other', () => {
    expect(rows.map((it) => it['id'])).toEqual(platforms.map(({ id }) => id).sort());
  });

  test.each(platforms)('says of $id what the data say', (it) => {
    const row = rowOf(it.id);
    const documented = it.states.find(isDocumented);
    const found = it.states.findLast((state) => !isDocumented(state));
    for (const name of ['url', 'system', 'title', 'target', 'group', 'architecture'] as const) expect(shown(row[name])).toBe(it[name]);
    expect(shown(row['identifiers'])).toBe(join2(it.identifiers.map(({ name }) => name)));
    expect(shown(row['covers'])).toBe(join2(it.covers.map(({ name }) => name)));
    expect(shown(row['tier'])).toBe(it.tier?.text ?? '');
    for (const [side, state] of [
      ['documented', documented],
      ['found', found],
    ] as const) {
      expect(row[`${side}_state`]).toBe(state?.state ?? '');
      expect(shown(row[`${side}_note`])).toBe(state?.note ?? '');
      expect(shown(row[`${side}_why`])).toBe(state?.why ?? '');
      expect(row[`${side}_source`]).toBe(join2((state?.cite ?? []).map(({ source }) => source)));
    }
    expect(row['found_date']).toBe(found?.asOf ?? '');
    expect(row['found_commit']).toBe(join2((found?.cite ?? []).map(({ commit }) => commit)));
  });

  test('gives the lines of a primary source', () => {
    expect(rowOf('violetos-raspberry-pi-4')['documented_lines']).toBe('22 to 23; 27');
  });

  test('says why where a state is unknown', () => {
    const unknown = rows.filter((it) => it['documented_state'] === 'unknown' || it['found_state'] === 'unknown');
    expect(unknown.length).toBeGreaterThan(0);
    for (const row of unknown) expect(`${row['documented_why']}${row['found_why']}`).not.toBe('');
  });

  test('has no cell that a spreadsheet would run', () => {
    expect(lines.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });
});
