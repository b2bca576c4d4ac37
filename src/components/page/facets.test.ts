import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chosenIn, queryFor, sift } from './facets.ts';

const names = ['system', 'basis', 'q'];
const isKnown = (name: string, value: string) =>
  value !== '' && (name === 'q' || ['system zos', 'basis observed'].includes(`${name} ${value}`));

describe('the facets in an address', () => {
  it('are read as far as the page knows them', () => {
    expect(chosenIn('?system=zos&basis=observed', names, isKnown)).toEqual({ system: 'zos', basis: 'observed' });
    expect(chosenIn('?q=Boot+loader', names, isKnown)).toEqual({ q: 'Boot loader' });
    expect(chosenIn('?system=linux&colour=red&q=', names, isKnown)).toEqual({});
    expect(chosenIn('', names, isKnown)).toEqual({});
  });

  it('are written beside what stands there', () => {
    expect(queryFor('', names, { system: 'zos' })).toBe('?system=zos');
    expect(queryFor('?a=1&system=zos', names, { basis: 'observed' })).toBe('?a=1&basis=observed');
    expect(queryFor('?system=zos', names, { system: '' })).toBe('');
  });

  it('come back as they were written, and keep what is not theirs', () => {
    const choice = fc.record({ system: fc.constantFrom('', 'zos'), basis: fc.constantFrom('', 'observed'), q: fc.string() });
    fc.assert(
      fc.property(choice, fc.string(), (chosen, other) => {
        const query = queryFor(`?${new URLSearchParams({ other })}`, names, chosen);
        expect(new URLSearchParams(query).get('other')).toBe(other);
        expect(chosenIn(query, names, isKnown)).toEqual(Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== '')));
      }),
    );
  });
});

describe('the rows that facets choose', () => {
  const row = (text: string, system: string, area = '') => ({ text, values: { system, area } });
  const rows = [
    row('Boot from UEFI', 'zos', 'boot update'),
    row('Message bus', 'zos', 'ipc'),
    row('Boot screen', 'avyos', 'boot'),
    row('Shell', 'avyos'),
  ];
  const facets = ['system', 'area'];

  it('have every value that is chosen; a row may have several, or none', () => {
    expect(sift(rows, facets, {}).shown).toEqual([true, true, true, true]);
    expect(sift(rows, facets, { area: 'boot' }).shown).toEqual([true, false, true, false]);
    expect(sift(rows, facets, { area: 'update', system: 'zos' }).shown).toEqual([true, false, false, false]);
    expect(sift(rows, facets, { area: 'update', system: 'avyos' }).shown).not.toContain(true);
    expect(sift(rows, facets, { area: 'boo' }).shown).not.toContain(true);
  });

  it('hold all words, in any case and order, and in parts of words', () => {
    expect(sift(rows, facets, {}, 'uefi  BOO').shown).toEqual([true, false, false, false]);
    expect(sift(rows, facets, {}, 'boot shell').shown).not.toContain(true);
    expect(sift(rows, facets, { system: 'avyos' }, 'boot').shown).toEqual([false, false, true, false]);
  });

  it('are left alone by what is chosen of a view', () => {
    expect(sift(rows, facets, { group: 'area' }).shown).toEqual([true, true, true, true]);
  });

  it('are counted for a value as it would show them beside the other facets', () => {
    const { counts } = sift(rows, facets, { area: 'boot' });
    expect(counts['system']).toEqual(
      new Map([
        ['zos', 1],
        ['avyos', 1],
      ]),
    );
    expect(counts['area']).toEqual(
      new Map([
        ['boot', 2],
        ['ipc', 1],
        ['update', 1],
        ['', 1],
      ]),
    );
    expect(sift(rows, facets, {}, 'message').counts['system']).toEqual(new Map([['zos', 1]]));
  });

  it('are as many as their value counts', () => {
    const value = fc.constantFrom('', 'a', 'b', 'c');
    const anyRow = fc.record({
      text: fc.constantFrom('one', 'two', 'one two'),
      values: fc.record({ system: value, area: fc.constantFrom('a', 'a b', '') }),
    });
    fc.assert(
      fc.property(fc.array(anyRow), value, value, fc.constantFrom('', 'one', 'two one'), (list, system, area, words) => {
        const { counts } = sift(list, facets, { system, area }, words);
        for (const next of ['a', 'b', 'c']) {
          const { shown } = sift(list, facets, { system, area: next }, words);
          expect(counts['area']!.get(next) ?? 0).toBe(shown.filter(Boolean).length);
        }
      }),
    );
  });
});
