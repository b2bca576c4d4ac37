import { expect, test } from 'vitest';
import { addressBelow } from './address-below.ts';

test.each([
  ['/', undefined, '/rules/#a.b', '/rules/#a.b'],
  ['/orrery/', undefined, '/rules/#a.b', '/orrery/rules/#a.b'],
  ['/orrery', undefined, '/', '/orrery/'],
  ['/', 'https://example.org', '/feeds/all.xml', 'https://example.org/feeds/all.xml'],
  ['/orrery/', 'https://example.org', '/rules/#a.b', 'https://example.org/orrery/rules/#a.b'],
  ['/orrery/', 'https://example.org', 'https://elsewhere.test/x', 'https://elsewhere.test/x'],
])('below %s of %s, %s is %s', (base, site, path, whole) => {
  expect(addressBelow(base, site)(path)).toBe(whole);
});
