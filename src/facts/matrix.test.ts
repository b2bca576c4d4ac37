import { describe, expect, test } from 'vitest';
import { cited, entriesOf, ground, platform, seen, system } from './entries.fixture.ts';
import { cellOf, coversOf, differ, matrixOf } from './matrix.ts';

const states = (...list: readonly [string, string, 'documented' | 'found'][]) =>
  list.map(([asOf, state, side]) => ({ asOf, state: state as 'planned', cite: [side === 'documented' ? cited() : seen] }));
const covering = (title: string, ...names: string[]) => coversOf({ title, covers: names.map((name) => ({ name, cite: [cited()] })) });

describe('differ', () => {
  test('two claims that are not the same', () => {
    expect(differ('supported', 'planned')).toBe(true);
    expect(differ('deferred', 'planned')).toBe(true);
    expect(differ('planned', 'planned')).toBe(false);
  });
  test('silence and an unknown contradict nothing', () => {
    for (const nothing of ['unknown', 'unnamed', undefined] as const) {
      expect(differ(nothing, 'supported')).toBe(false);
      expect(differ('supported', nothing)).toBe(false);
    }
  });
});

describe('coversOf', () => {
  test('leaves out the words of the title, whole words only', () => {
    expect(covering('Raspberry Pi 4', 'Raspberry Pi 4B', 'Raspberry Pi 400', 'Raspberry Pi Compute Module 4')).toEqual([
      '4B',
      '400',
      'Compute Module 4',
    ]);
  });
  test('keeps a name that begins otherwise, or that is the title', () => {
    expect(covering('AWS', 'Graviton')).toEqual(['Graviton']);
    expect(covering('Rock 5B', 'Rock 5B')).toEqual(['Rock 5B']);
  });
  test('names each once', () => {
    expect(covering('AWS', 'Graviton', 'Graviton')).toEqual(['Graviton']);
  });
});

describe('matrixOf', () => {
  const one = platform('orbit-board', { group: 'board', target: 'board', states: states(['undated', 'planned', 'documented']) });
  const two = platform('apogee-board', {
    system: 'apogee',
    group: 'board',
    target: 'board',
    states: states(['undated', 'supported', 'found'], ['2026-01-02', 'planned', 'found']),
  });
  const other = platform('orbit-a', { group: 'virtual', target: 'a', states: states(['undated', 'unknown', 'documented']) });
  const entries = entriesOf(...ground, system({ order: 2 }, 'apogee'), one, two, other);
  const matrix = matrixOf(entries, ['orbit', 'apogee']);

  test('has a group only where it has rows, in a set order', () => {
    expect(matrix.map((it) => [it.group, it.rows.map((row) => row.target)])).toEqual([
      ['virtual', ['a']],
      ['board', ['board']],
    ]);
  });
  test('has a cell for each system, empty where it does not name the target', () => {
    expect(matrix.flatMap((it) => it.rows).map((row) => row.cells.map((cell) => cell?.platform.id))).toEqual([
      ['orbit-a', undefined],
      ['orbit-board', 'apogee-board'],
    ]);
  });
  test('counts each platform once', () => {
    const cells = matrix.flatMap((it) => it.rows).flatMap((row) => row.cells.filter((cell) => cell !== undefined));
    expect(cells).toHaveLength(entries.platforms.length);
  });
  test('finds what was seen last', () => {
    const { documented, found, everFound: all, differs } = cellOf(entries, two);
    expect([documented, found?.state, all.length, differs]).toEqual([undefined, 'planned', 2, false]);
  });
});
