import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bySide } from '../../facts/evidence.ts';
import { differ } from '../../facts/matrix.ts';
import type { PlatformState } from '../../schemas/platforms.ts';
import { matrixView, type SentMatrix } from './matrix-state.ts';

const states = ['supported', 'partial', 'planned', 'unknown', 'unnamed'] as const;
const words = Object.fromEntries(states.map((it) => [it, it])) as SentMatrix['words'];
const cell = (id: string, system: string, documented: PlatformState, found: SentMatrix['cells'][number]['found']) => ({
  id,
  system,
  kind: 'board',
  architecture: 'riscv64',
  documented,
  found,
});
const matrix: SentMatrix = {
  facets: { system: ['orbit', 'apogee'], documented: states, found: states, kind: ['board'], architecture: ['riscv64'], differs: ['yes'] },
  moments: ['found-undated', '2026-01-02', '2026-01-20'],
  cells: [
    cell('orbit-board', 'orbit', 'planned', [['2026-01-02', 'planned'], ['2026-01-20', 'supported']]), // prettier-ignore
    cell('apogee-board', 'apogee', 'partial', [['undated', 'partial']]),
    cell('apogee-cloud', 'apogee', 'unnamed', []),
  ],
  words,
  details: '/platforms/details.json',
};
const shownOf = (chosen: Record<string, string>, texts?: readonly string[]) => {
  const { shown } = matrixView(matrix, texts, chosen);
  return matrix.cells.filter((_, i) => shown[i]).map(({ id }) => id);
};

test('what counts is what was found last, by the day, or without a date', () => {
  const found = (at: string) => matrixView(matrix, undefined, { at }).readings.map((it) => [it.found, it.counts, it.differs]);
  expect(found('')).toEqual([['supported', 1, true], ['partial', 0, false], ['unnamed', undefined, false]]); // prettier-ignore
  expect(found('2026-01-02')).toEqual([['planned', 0, false], ['unnamed', undefined, false], ['unnamed', undefined, false]]); // prettier-ignore
  expect(found('found-undated')[1]).toEqual(['partial', 0, false]);
});

test('filters work together, with the state of the moment', () => {
  expect(shownOf({ differs: 'yes' })).toEqual(['orbit-board']);
  expect(shownOf({ differs: 'yes', at: '2026-01-02' })).toEqual([]);
  expect(shownOf({ system: 'apogee', found: 'unnamed' })).toEqual(['apogee-cloud']);
});

test('words are looked for once the texts are there, and until then leave nothing out', () => {
  const texts = ['a board that turns', 'a board', 'a cloud'];
  expect(shownOf({ q: 'Board' }, texts)).toEqual(['orbit-board', 'apogee-board']);
  expect(shownOf({ q: 'board' })).toHaveLength(3);
});

test('a phone shows the first system until something is chosen; a day opens the other filters', () => {
  const seen = (chosen: Record<string, string>) => {
    const { first, only, isChosen, isMoreChosen, open } = matrixView(matrix, undefined, chosen);
    return { first, only, isChosen, isMoreChosen, open };
  };
  expect(seen({})).toEqual({ first: 'orbit', only: '', isChosen: false, isMoreChosen: false, open: undefined });
  expect(seen({ system: 'apogee' })).toEqual({ first: '', only: 'apogee', isChosen: true, isMoreChosen: false, open: undefined });
  expect(seen({ at: '2026-01-02', cell: 'apogee-cloud' })).toEqual({
    first: 'orbit',
    only: '',
    isChosen: false,
    isMoreChosen: true,
    open: 2,
  });
});

test('at any moment a cell says what bySide says, and differs as the build has it', () => {
  const day = fc.constantFrom('undated', '2026-01-02', '2026-01-05', '2026-01-20');
  const found = fc.array(fc.tuple(day, fc.constantFrom(...states)), { maxLength: 5 });
  fc.assert(
    fc.property(found, fc.constantFrom(...states), fc.constantFrom(...matrix.moments), (list, documented, at) => {
      const one = { ...matrix, cells: [cell('one', 'orbit', documented, list)] };
      const { found: state, counts, differs } = matrixView(one, undefined, { at }).readings[0]!;
      const observations = list.map(([asOf, it]) => ({ asOf, state: it, cite: [{ source: 'repository' }] }));
      const sides = bySide(observations, () => 'found');
      const wanted = sides.at(at === 'found-undated' ? { at } : { at: 'day', day: at });
      expect(counts === undefined ? undefined : observations[counts]).toBe(wanted);
      expect([state, differs]).toEqual([wanted?.state ?? 'unnamed', differ(documented, wanted?.state)]);
    }),
  );
});
