import { describe, expect, test } from 'vitest';
import type { Entry } from '../../facts/entries.ts';
import { cited, entriesOf, ground, milestone, platform, seen, system } from '../../facts/entries.fixture.ts';
import { badgeAddress, badgesOf, says } from './badge.ts';
import { badgeSize, badgeSvg, shieldsEndpoint } from './draw.ts';

const orbit = system();
const of = (...records: readonly Entry[]) => badgesOf(entriesOf(...ground, ...records), orbit);
const status = (word: 'complete' | 'unknown' | 'not-started', isFound = false) => ({
  asOf: isFound ? '2026-01-02' : 'undated',
  status: word,
  cite: [isFound ? seen : cited()],
});

describe('the badge of the milestones', () => {
  test.each([
    [['complete', 'complete'], '2 of 2 complete, as documented', 'complete'],
    [['complete', 'not-started'], '1 of 2 complete, as documented', 'progress'],
    [['not-started', 'not-started'], '0 of 2 complete, as documented', 'planned'],
    [['unknown', 'not-started'], '0 of 2 complete, 1 unknown, as documented', 'unknown'],
  ] as const)('of %j says %s', (words, message, glyph) => {
    const [badge] = of(...words.map((word, i) => milestone(`orbit-${i}`, { status: [status(word)] })));
    expect(badge).toMatchObject({ name: 'milestones', label: 'Orbit milestones', message, glyph, page: '/systems/orbit/milestones/' });
  });

  test('says that none is named, and is there all the same', () => {
    const [badge] = of();
    expect(badge).toMatchObject({ message: 'none named', glyph: 'unnamed', page: '/systems/orbit/' });
    expect(badgeAddress(badge!)).toBe('/badges/orbit/milestones');
  });

  test('has a second one for what was found', () => {
    const all = of(milestone('orbit-1', { status: [status('not-started'), status('complete', true)] }));
    expect(all.map((it) => [it.name, says(it)])).toEqual([
      ['milestones', 'Orbit milestones: 0 of 1 complete, as documented'],
      ['milestones-found', 'Orbit milestones: 1 of 1 complete, found 2026-01-02'],
    ]);
    expect(new Set(all.map(({ about }) => about)).size).toBe(2);
  });
});

describe('the badge of a platform', () => {
  const planned = { asOf: 'undated', state: 'planned' as const, cite: [cited()] };

  test('says the newest state and its side', () => {
    const last = (asOf: string) =>
      of(platform('orbit-board', { states: [planned, { ...planned, asOf, state: 'supported', cite: [seen] }] })).at(-1)!;
    expect(says(of(platform('orbit-board', { states: [planned] })).at(-1)!)).toBe('Orbit on A board: planned, as documented');
    expect(says(last('2026-01-02'))).toBe('Orbit on A board: runs, found 2026-01-02');
    expect(says(last('undated'))).toBe('Orbit on A board: runs, found in an undated copy');
  });

  test('does not say that a system runs on a network', () => {
    expect(of(platform('orbit-net', { title: 'Test network', group: 'network' })).at(-1)!.label).toBe('Orbit, Test network');
  });
});

describe('the picture', () => {
  const colour = (token: string) => `#${token.length.toString(16).padStart(6, '0')}`;
  const [badge] = of(milestone('orbit-1', { status: [status('complete')] }));

  test('has the size that it says, and its words as text', () => {
    const svg = badgeSvg(badge!, colour);
    const { width, height } = badgeSize(badge!);
    expect(svg).toContain(`width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`);
    expect(svg).toContain('<title>Orbit milestones: 1 of 1 complete, as documented</title>');
    expect(svg).toMatch(/>Orbit milestones<\/text>.*>1 of 1 complete, as documented<\/text><\/svg>\n$/);
  });

  test('is wider for more words', () => {
    expect(badgeSize({ ...badge!, message: `${badge!.message}, twice` }).width).toBeGreaterThan(badgeSize(badge!).width);
  });

  test('is drawn by shields.io in the colour of the state', () => {
    expect(shieldsEndpoint(badge!, colour, () => '#1f6452')).toEqual({
      schemaVersion: 1,
      label: 'Orbit milestones',
      message: '1 of 1 complete, as documented',
      color: '1f6452',
      labelColor: '000005',
    });
  });
});
