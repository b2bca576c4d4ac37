import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  broughtUpTo,
  byKind,
  historyText,
  lastDay,
  ownAddress,
  ownChanges,
  ownDays,
  ownKind,
  readHistory,
  untold,
  type HistoryLine,
  type StatedThing,
} from './own-history.ts';
import { countsOf, sumOf } from './own-words.ts';

const thing = (name: string, says: number, cites: number, system = 'orbit'): StatedThing => ({
  name,
  system,
  hash: `${says}`.padStart(8, '0') + '.' + `${cites}`.padStart(8, '0'),
  title: `Of ${name}`,
});

/** What is stated on some days, in their order. */
const someThings = fc
  .uniqueArray(fc.tuple(fc.constantFrom('rules/a', 'tasks/b', 'glossary/c', 'pages/systems/orbit/guides/d'), fc.nat(2), fc.nat(2)), {
    selector: ([name]) => name,
  })
  .map((all) => all.map(([name, says, cites]) => thing(name, says, cites)));
const someDays = fc
  .array(fc.tuple(fc.integer({ min: 10, max: 15 }), someThings), { minLength: 1, maxLength: 8 })
  .map((all) => all.map(([day, now]) => ({ day: `2026-01-${day}`, now })).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)));
const written = (days: readonly { readonly day: string; readonly now: readonly StatedThing[] }[]): HistoryLine[] =>
  days.reduce<HistoryLine[]>((lines, { day, now }) => broughtUpTo(day, lines, now), []);

describe('a history', () => {
  test('that is brought up to date tells of everything as it is, whatever it was before', () => {
    fc.assert(
      fc.property(someDays, (days) => {
        expect(untold(written(days), days.at(-1)!.now)).toEqual([]);
      }),
    );
  });

  test('does not depend on how often a day is written', () => {
    fc.assert(
      fc.property(someDays, (days) => {
        const lastOfEach = days.filter(({ day }, i) => days[i + 1]?.day !== day);
        expect(historyText(written(days))).toBe(historyText(written(lastOfEach)));
        expect(historyText(broughtUpTo(days.at(-1)!.day, written(days), days.at(-1)!.now))).toBe(historyText(written(days)));
      }),
    );
  });

  test('is the same after it was text', () => {
    fc.assert(
      fc.property(someDays, (days) => {
        const text = historyText(written(days));
        const read = readHistory(text);
        expect(historyText(read as readonly HistoryLine[])).toBe(text);
      }),
    );
  });

  test('has nothing twice on a day, and takes out only what was there', () => {
    fc.assert(
      fc.property(someDays, (days) => {
        for (const { did } of ownDays(written(days))) {
          const names = ownChanges.flatMap((change) => did[change].map(({ name }) => name));
          expect(new Set(names).size).toBe(names.length);
        }
        const there = new Set<string>();
        for (const { did } of ownDays(written(days)).toReversed()) {
          for (const { name } of [...did.corrected, ...did.recited, ...did.removed]) expect(there).toContain(name);
          for (const { name } of did.added) expect(there).not.toContain(name);
          for (const { name } of did.added) there.add(name);
          for (const { name } of did.removed) there.delete(name);
        }
      }),
    );
  });

  test('C1: one line tells a day: added and corrected is added, and what was put back has no line', () => {
    const first = broughtUpTo('2026-01-01', [], [thing('rules/a', 1, 1)]);
    const added = broughtUpTo('2026-01-01', first, [thing('rules/a', 2, 1)]);
    expect(ownDays(added)[0]!.did).toMatchObject({ added: [{ name: 'rules/a' }], corrected: [] });
    const changed = broughtUpTo('2026-01-02', added, [thing('rules/a', 3, 1)]);
    expect(lastDay(changed)).toBe('2026-01-02');
    expect(broughtUpTo('2026-01-02', changed, [thing('rules/a', 2, 1)])).toEqual(added);
  });

  test('two branches of one day, joined line by line, are put in order by the next writing', () => {
    const ours = broughtUpTo('2026-01-02', [], [thing('rules/a', 1, 1), thing('tasks/b', 1, 1)]);
    const theirs = broughtUpTo('2026-01-02', [], [thing('rules/a', 2, 1), thing('rules/c', 1, 1)]);
    const now = [thing('rules/a', 2, 1), thing('tasks/b', 1, 1), thing('rules/c', 1, 1)];
    expect(broughtUpTo('2026-01-02', [...ours, ...theirs], now)).toEqual(broughtUpTo('2026-01-02', [], now));
  });

  test.each([
    ['2026-1-02 orbit rules/a 00000001.00000001 A', 3],
    ['2026-01-02 orbit rules/a 00000001 A', 3],
    ['2026-01-02 orbit rules/a 00000001.00000001', 3],
    ['<<<<<<< HEAD', 3],
  ])('%j is no line of it', (line, number) => {
    expect(readHistory(`# one\n\n${line}\n`)).toBe(number);
  });
});

describe('a day', () => {
  const before = broughtUpTo('2026-01-01', [], [thing('rules/a', 1, 1), thing('rules/b', 1, 1), thing('drift/gone', 1, 1)]);
  const now = [thing('rules/a', 1, 2), thing('rules/b', 2, 2), thing('tasks/c', 1, 1), thing('pages/systems/orbit/guides/d', 1, 1)];
  const lines = broughtUpTo('2026-01-02', before, now);
  const [day] = ownDays(lines, 'orbit');

  test('tells what was added, what says something else, what cites something else, and what was taken out', () => {
    expect(ownChanges.map((change) => day!.did[change].map(({ name }) => name))).toEqual([
      ['tasks/c', 'pages/systems/orbit/guides/d'],
      ['rules/b'],
      ['rules/a'],
      ['drift/gone'],
    ]);
    expect(sumOf(day!)).toBe('2 added, 1 corrected, 1 cited anew, 1 taken out');
    expect(countsOf(day!.did.added)).toBe('1 guide, 1 task');
    expect(byKind(day!.did.added).map(({ kind }) => kind)).toEqual(['guide', 'task']);
  });

  test('is of one system', () => {
    expect(ownDays(lines, 'other')).toEqual([]);
    expect(ownDays(lines).map((it) => it.day)).toEqual(['2026-01-02', '2026-01-01']);
  });

  test('what was taken out and comes back is added', () => {
    const back = broughtUpTo('2026-01-03', lines, [...now, thing('drift/gone', 1, 1)]);
    expect(ownDays(back)[0]!.did.added.map(({ name }) => name)).toEqual(['drift/gone']);
  });
});

test.each([
  ['rules/orbit.turn.once', '/rules/#orbit.turn.once', 'rule'],
  ['glossary/crank', '/glossary/#crank', 'glossary'],
  ['milestones/orbit-1', '/milestones/orbit-1/', 'milestone'],
  ['pages/systems/orbit/guides/first-turn', '/systems/orbit/guides/first-turn/', 'guide'],
  ['pages/systems/orbit/architecture', '/systems/orbit/architecture/', 'page'],
])('%s is read at %s', (name, address, kind) => {
  expect([ownAddress({ name }), ownKind({ name })]).toEqual([address, kind]);
});
