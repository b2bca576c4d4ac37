import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flags } from './schema.ts';

const names = ['read', 'write', 'grant', 'map'] as const;
const rights = flags(...names);
const someRights = fc
  .uniqueArray(fc.constantFrom(...names))
  .map((items) => ({ items, set: items.reduce((set, item) => set.with(item), rights.none) }));

test('a set is a value', () => {
  const rw = rights.none.with('read').with('write');
  expect(rw.items).toEqual(['read', 'write']);
  expect(rw.with('read')).toBe(rw);
  expect(rw.without('write')).toBe(rights.none.with('read'));
  expect(rw.and(rights.all)).toBe(rw);
  expect(rw.none).toBe(rights.none);
});

test('sets of the same words are the same objects wherever they are declared', () => {
  expect(flags(...names).all).toBe(rights.all);
  expect(flags('read|write').all).not.toBe(flags('read', 'write').all);
});

test('sets agree with the sets of the language', () => {
  fc.assert(
    fc.property(someRights, someRights, fc.constantFrom(...names), (a, b, name) => {
      const [left, right] = [new Set(a.items), new Set(b.items)];
      expect(a.set.size).toBe(left.size);
      expect(a.set.has(name)).toBe(left.has(name));
      expect(new Set(a.set.and(b.set).items)).toEqual(left.intersection(right));
      expect(a.set.isSubsetOf(b.set)).toBe(left.isSubsetOf(right));
      expect(a.set === b.set).toBe(left.symmetricDifference(right).size === 0);
    }),
  );
});

test('what is not in the universe is refused by name', () => {
  expect(() => rights.none.with('run' as 'read')).toThrow("'run' cannot be in a set of read, write, grant, map.");
  expect(() => flags(...Array.from({ length: 13 }, (_, i) => `f${i}`))).toThrow('at most 12 members');
});
