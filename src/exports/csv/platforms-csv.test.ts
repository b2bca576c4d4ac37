import { expect, test } from 'vitest';
import { parseCsv } from './csv.fixture.ts';
import { cited, entriesOf, ground, platform, seen } from '../../facts/entries.fixture.ts';
import { platformsCsv } from './platforms-csv.ts';

const observation = (state: 'planned' | 'partial', cite = cited()) => ({ asOf: 'undated', state, note: '=1+1, "so to say"', cite: [cite] });
const one = platform('orbit-b', { title: '@home', covers: [cited(2), cited(3)].map((it, i) => ({ name: `model ${i}`, cite: [it] })) });
const two = platform('orbit-a', { states: [observation('partial', cited(3, 5)), observation('planned', seen)] });
const [head, ...lines] = parseCsv(platformsCsv(entriesOf(...ground, one, two), '/orrery'));
const cell = (line: number, name: string) => lines[line]![head!.indexOf(name)];

test('there is a line for each platform, in the order of their ids', () => {
  expect(lines.map((_, i) => cell(i, 'id'))).toEqual(['orbit-a', 'orbit-b']);
});

test('addresses carry the base path', () => {
  expect(cell(0, 'url')).toBe('/orrery/platforms/orbit-a/');
});

test('both clocks stand beside each other, with lines and commits', () => {
  const names = ['documented_state', 'documented_lines', 'found_state', 'found_commit', 'found_path', 'differs'];
  expect(names.map((name) => cell(0, name))).toEqual(['partial', '3 to 5', 'planned', 'abcdef1', 'kernel/main.c', 'yes']);
});

test('what looks like a formula is marked as text, and several values are separated', () => {
  expect(cell(0, 'found_note')).toBe('\'=1+1, "so to say"');
  expect(cell(1, 'title')).toBe("'@home");
  expect(cell(1, 'covers')).toBe('model 0; model 1');
});
