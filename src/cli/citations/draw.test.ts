import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Statement } from '../../facts/statements.ts';
import { draw } from './draw.ts';

const statement = (system: string, text: string): Statement => ({
  file: `src/content/rules/${system}.${text}.yaml`,
  system,
  address: '/',
  name: text,
  says: [text],
  cites: [],
});
const many = (system: string, count: number): Statement[] => Array.from({ length: count }, (_, i) => statement(system, `s${i}`));
const systemsOf = (drawn: readonly Statement[]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(drawn, (it) => it.system)].map(([system, of]) => [system, of.length]));

test('as many of each system, whatever the number of its statements', () => {
  const all = [...many('a', 500), ...many('b', 20), ...many('c', 3)];
  expect(systemsOf(draw(all, 9, 'x'))).toEqual({ a: 3, b: 3, c: 3 });
  expect(systemsOf(draw(all, 33, 'x'))).toEqual({ a: 15, b: 15, c: 3 });
  expect(draw(all, 10_000, 'x')).toHaveLength(523);
});

test('the same for the same seed and statements, in whatever order they come; another for another seed', () => {
  const sizes = fc.record({ a: fc.nat({ max: 30 }), b: fc.nat({ max: 30 }) });
  fc.assert(
    fc.property(sizes, fc.nat({ max: 40 }), fc.string(), ({ a, b }, count, seed) => {
      const all = [...many('a', a), ...many('b', b)];
      const drawn = draw(all, count, seed);
      expect(new Set(drawn).size).toBe(Math.min(count, a + b));
      expect(draw(all.toReversed(), count, seed)).toEqual(drawn);
    }),
  );
  const all = many('a', 100);
  expect(draw(all, 10, 'one')).not.toEqual(draw(all, 10, 'two'));
});

test('a statement more takes at most one place of the draw', () => {
  const all = many('a', 100);
  const before = new Set(draw(all, 10, 'x').map((it) => it.name));
  const after = draw([statement('a', 'another'), ...all], 10, 'x');
  expect(after.filter((it) => !before.has(it.name)).length).toBeLessThanOrEqual(1);
});
