import fc from 'fast-check';
import { expect, test } from 'vitest';
import { samePath } from './address.ts';

test('R14: a path that begins with several slashes leads to the same host', () => {
  expect(samePath('//platforms/')).toBe('/platforms/');
  expect(samePath('///a//b/')).toBe('/a//b/');
  expect(samePath('/platforms/')).toBe('/platforms/');
});

test('R14: whatever path a server answers, a link of it stays on its host', () => {
  const path = fc.array(fc.constantFrom('/', 'a', '//', 'b.c'), { maxLength: 6 }).map((parts) => `/${parts.join('')}`);
  fc.assert(
    fc.property(path, (it) => {
      expect(new URL(`${samePath(it)}?x=1`, 'https://example.org').host).toBe('example.org');
    }),
  );
});
