import { expect, test } from 'vitest';
import { collectionNames } from '../schemas/evidence.ts';
import { addressOf, isGuide } from './addresses.ts';

test.each([
  ['systems', undefined, '/systems/orbit/'],
  ['systems', { id: 'small', field: 'goals' }, '/systems/orbit/facts/#small'],
  ['systems', { id: 'build', field: 'start' }, '/systems/orbit/start/#build'],
  ['architecture', undefined, '/systems/orbit/architecture/parts/'],
  ['architecture', { id: 'kernel', field: 'components' }, '/systems/orbit/architecture/parts/#kernel'],
  ['milestones', { id: 'wheel', field: 'deliverables' }, '/milestones/orbit/#wheel'],
  ['platforms', undefined, '/platforms/orbit/'],
  ['sources', undefined, '/sources/orbit/'],
  ['rules', undefined, '/rules/#orbit'],
  ['glossary', undefined, '/glossary/#orbit'],
  ['drift', undefined, '/sources/drift/#orbit'],
  ['labs', undefined, '/learn/orbit/'],
] as const)('a record of %s, with the part %j, is read at %s', (collection, part, address) => {
  expect(addressOf({ collection, id: 'orbit' }, part)).toBe(address);
});

test('no two records share an address', () => {
  const all = collectionNames.flatMap((collection) => ['a', 'b', 'drift'].map((id) => addressOf({ collection, id })));
  expect(new Set(all).size).toBe(all.length);
});

test.each([
  ['/systems/orbit/guides/first-run/', true],
  ['/systems/orbit/architecture/guides/', false],
  ['/guides/first-run/', false],
])('%s is a guide: %s', (address, expected) => {
  expect(isGuide(address)).toBe(expected);
});
