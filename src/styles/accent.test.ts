/** The accent of every system that there is: read on every ground, and told apart by every eye. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContent } from '../records/reader.ts';
import { freeAccent, leastApart, leastContrast, type Accent } from './accent.ts';
import { contrast, fromLightness, leastDistance } from './colour-vision.ts';
import { accentsIn, customProperties } from './palette.ts';

const read = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');
const tokens = read('tokens.css');
const accents = accentsIn(read('accents.css'));
const systems = readContent(join(import.meta.dirname, '../..')).entries.systems.map(({ id }) => id);
const surfaces = (selector: string) => {
  const found = customProperties(tokens, selector);
  return ['ground', 'plate', 'well', 'raised'].map((name) => found[name]!);
};
const grounds = { paper: surfaces(":root[data-theme='light']"), ink: surfaces(':root') };

test('contrast is measured as WCAG has it', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(() => contrast('red', '#ffffff')).toThrow("'red' is not a colour");
});

test('red and green are far apart for most, and near for some', () => {
  expect(leastDistance('#123456', '#123456')).toBe(0);
  const [red, green] = [fromLightness(0.6, 0.12, 40)!, fromLightness(0.6, 0.12, 130)!];
  expect(leastDistance(red, green)).toBeLessThan(5);
  expect(fromLightness(0.9, 0.4, 20)).toBeUndefined();
  expect([fromLightness(0, 0, 0), fromLightness(0.5999, 0, 0), fromLightness(0.99999999, 0, 0)]).toEqual(['#000000', '#808080', '#ffffff']);
});

test('C1: every accent is of a system, and has a colour on paper and one on ink', () => {
  expect(Object.keys(accents).filter((it) => !systems.includes(it))).toEqual([]);
  for (const [system, colours] of Object.entries(accents))
    expect([system, Object.keys(colours).sort()]).toEqual([system, ['accent-on-ink', 'accent-on-paper']]);
});

describe.each([
  ['paper', 'accent-on-paper', grounds.paper],
  ['ink', 'accent-on-ink', grounds.ink],
] as const)('C1: on %s', (_, name, surfacesThere) => {
  const colours = Object.entries(accents).map(([system, it]) => [system, it[name]!] as const);

  test.each(colours)('%s is read on every surface', (_system, colour) => {
    for (const surface of surfacesThere) expect(contrast(colour, surface)).toBeGreaterThanOrEqual(leastContrast);
  });

  test('no two systems are taken for each other, whatever eyes one has', () => {
    const near = colours.flatMap(([a, one], i) =>
      colours
        .slice(i + 1)
        .flatMap(([b, other]) => (leastDistance(one, other) < leastApart ? [`${a} and ${b}: ${leastDistance(one, other)}`] : [])),
    );
    expect(near).toEqual([]);
  });
});

test('C1: there is an accent for several systems more, and none for any number', () => {
  const taken: Accent[] = Object.values(accents).map((it) => ({ onPaper: it['accent-on-paper']!, onInk: it['accent-on-ink']! }));
  const before = taken.length;
  let next = freeAccent(taken, grounds);
  while (next && taken.length < before + 40) {
    for (const other of taken) {
      expect(leastDistance(next.onPaper, other.onPaper)).toBeGreaterThanOrEqual(leastApart);
      expect(leastDistance(next.onInk, other.onInk)).toBeGreaterThanOrEqual(leastApart);
    }
    taken.push(next);
    next = freeAccent(taken, grounds);
  }
  expect(taken.length - before).toBeGreaterThanOrEqual(3);
  expect(next).toBeUndefined();
});
