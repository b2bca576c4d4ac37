/** The file that keeps the names of definitions, and what is asked of it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { definitionIn, definitionsText, readDefinitions } from './definition-names.ts';
import { placeName } from './place-name.ts';

const place = placeName('orbit-upstream', 'abcdef1', 'kernel/a.rs', [3, 9]);

test('what is written is read again, whatever its order was', () => {
  const name = fc.constantFrom('wake', 'Poll::wait', 'Store.Grow', '_kill', 'größe');
  const lines = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 200 }), name), { maxLength: 20, selector: ([from]) => from });
  fc.assert(
    fc.property(lines, (all) => {
      const names = new Map(all.map(([from, it]) => [placeName('orbit-upstream', 'abcdef1', 'a.rs', [from, from + 1]), it]));
      expect(readDefinitions(definitionsText(names))).toEqual(names);
      expect(definitionsText(new Map([...names].toReversed()))).toBe(definitionsText(names));
    }),
  );
});

test.each([
  ['nonsense', 1],
  [`# a\n\n${place} wake\n${place} sleep\n`, 4],
  [`${place} two words`, 1],
  [`${place} <b>`, 1],
  [place, 1],
])('a line that is no place with a name is told by its number: %j', (text, line) => {
  expect(readDefinitions(text)).toBe(line);
});

test('a citation is asked for by its very lines', () => {
  const of = definitionIn(new Map([[place, 'Poll::wait']]));
  const cited = { source: 'orbit-upstream', commit: 'abcdef1', path: 'kernel/a.rs' };
  expect(of({ ...cited, lines: [3, 9] })).toBe('Poll::wait');
  expect(of({ ...cited, lines: [3, 8] })).toBeUndefined();
  expect(of({ ...cited, whole: 'folder' })).toBeUndefined();
});
