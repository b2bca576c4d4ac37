import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chosenAfter, chosenIn, filterRows, queryFor, shownWords, type Choices, type Chosen, type FilterRow } from './filters.ts';

const choices: Choices = { facets: { system: ['zos'], basis: ['observed'] }, views: {}, text: 'q' };

describe('the facets in an address', () => {
  it('are read as far as the page knows them', () => {
    expect(chosenIn('?system=zos&basis=observed', choices)).toEqual({ system: 'zos', basis: 'observed' });
    expect(chosenIn('?q=Boot+loader', choices)).toEqual({ q: 'Boot loader' });
    expect(chosenIn('?system=linux&colour=red&q=', choices)).toEqual({});
    expect(chosenIn('', choices)).toEqual({});
  });

  it('are written beside what stands there', () => {
    expect(queryFor('', choices, { system: 'zos' })).toBe('?system=zos');
    expect(queryFor('?a=1&system=zos', choices, { basis: 'observed' })).toBe('?a=1&basis=observed');
    expect(queryFor('?system=zos', choices, { system: '' })).toBe('');
  });

  it('come back as they were written, and keep what is not theirs', () => {
    const choice = fc.record({ system: fc.constantFrom('', 'zos'), basis: fc.constantFrom('', 'observed'), q: fc.string() });
    fc.assert(
      fc.property(choice, fc.string(), (chosen, other) => {
        const query = queryFor(`?${new URLSearchParams({ other })}`, choices, chosen);
        expect(new URLSearchParams(query).get('other')).toBe(other);
        expect(chosenIn(query, choices)).toEqual(Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== '')));
      }),
    );
  });
});

describe('the rows that facets choose', () => {
  const row = (text: string, system: string, area = '') => ({
    text: text.toLowerCase(),
    values: { system: [system], area: area.split(' ').filter(Boolean) },
  });
  const rows = [
    row('Boot from UEFI', 'zos', 'boot update'),
    row('Message bus', 'zos', 'ipc'),
    row('Boot screen', 'avyos', 'boot'),
    row('Shell', 'avyos'),
  ];
  const areas: Choices = { facets: { system: [], area: [] }, views: { group: [] }, text: 'q' };
  const filtered = (list: readonly FilterRow[], chosen: Chosen, q = '') => filterRows(list, areas, { ...chosen, q });

  it('have every value that is chosen; a row may have several, or none', () => {
    expect(filtered(rows, {}).shown).toEqual([true, true, true, true]);
    expect(filtered(rows, { area: 'boot' }).shown).toEqual([true, false, true, false]);
    expect(filtered(rows, { area: 'update', system: 'zos' }).shown).toEqual([true, false, false, false]);
    expect(filtered(rows, { area: 'update', system: 'avyos' }).shown).not.toContain(true);
    expect(filtered(rows, { area: 'boo' }).shown).not.toContain(true);
  });

  it('hold all words, in any case and order, and in parts of words', () => {
    expect(filtered(rows, {}, 'uefi  BOO').shown).toEqual([true, false, false, false]);
    expect(filtered(rows, {}, 'boot shell').shown).not.toContain(true);
    expect(filtered(rows, { system: 'avyos' }, 'boot').shown).toEqual([false, false, true, false]);
  });

  it('are left alone by what is chosen of a view', () => {
    expect(filtered(rows, { group: 'area' }).shown).toEqual([true, true, true, true]);
  });

  it('are counted for a value as it would show them beside the other facets', () => {
    const { counts } = filtered(rows, { area: 'boot' });
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
      ]),
    );
    expect(filtered(rows, {}, 'message').counts['system']).toEqual(new Map([['zos', 1]]));
  });

  it('are as many as their value counts', () => {
    const value = fc.constantFrom('', 'a', 'b', 'c');
    const anyRow = fc.record({
      text: fc.constantFrom('one', 'two', 'one two'),
      values: fc.record({ system: value.map((it) => [it]), area: fc.constantFrom(['a'], ['a', 'b'], []) }),
    });
    fc.assert(
      fc.property(fc.array(anyRow), value, value, fc.constantFrom('', 'one', 'two one'), (list, system, area, words) => {
        const { counts } = filtered(list, { system, area }, words);
        for (const next of ['a', 'b', 'c']) {
          const { shown } = filtered(list, { system, area: next }, words);
          expect(counts['area']!.get(next) ?? 0).toBe(shown.filter(Boolean).length);
        }
      }),
    );
  });
});

describe('an action', () => {
  const action = fc.oneof(
    fc.record({
      does: fc.constant('choose' as const),
      name: fc.constantFrom('system', 'basis'),
      value: fc.constantFrom('', 'zos', 'observed'),
    }),
    fc.record({ does: fc.constant('type' as const), words: fc.string() }),
    fc.constant({ does: 'clear' as const }),
    fc.record({
      does: fc.constant('open' as const),
      search: fc.constantFrom('', '?system=zos', '?q=boot&basis=observed', '?system=linux'),
    }),
  );

  it('of any kind leaves a choice that its address brings back', () => {
    fc.assert(
      fc.property(fc.array(action), (actions) => {
        const chosen = actions.reduce<Chosen>((it, next) => chosenAfter(it, next, choices), {});
        const known = Object.entries(chosen).filter(([name, value]) => value && (name === 'q' || choices.facets[name]!.includes(value)));
        expect(chosenIn(queryFor('', choices, chosen), choices)).toEqual(Object.fromEntries(known));
      }),
    );
  });

  it('that clears shows every row, and keeps the view', () => {
    const withView: Choices = { ...choices, views: { sort: ['title'] } };
    expect(chosenAfter({ system: 'zos', q: 'boot', sort: 'title' }, { does: 'clear' }, withView)).toEqual({
      system: '',
      basis: '',
      q: '',
      sort: 'title',
    });
  });

  it('is told in words once rows are left out', () => {
    expect(shownWords({ shown: [true, false], counts: {} })).toBe('1 of 2 shown.');
    expect(shownWords({ shown: [true], counts: {} })).toBe('');
  });
});
