import { expect, test } from 'vitest';
import { collectionNames } from '../schemas/evidence.ts';
import { addressOf, isGuide, partOfPage } from './addresses.ts';

test.each([
  ['systems', undefined, '/systems/orbit/'],
  ['systems', { id: 'small', field: 'goals' }, '/systems/orbit/facts/#small'],
  ['systems', { id: 'build', field: 'start' }, '/systems/orbit/start/#build'],
  ['architecture', undefined, '/systems/orbit/architecture/parts/'],
  ['architecture', { id: 'kernel', field: 'components' }, '/systems/orbit/architecture/parts/kernel/'],
  ['architecture', { id: 'call', field: 'relations', from: 'kernel' }, '/systems/orbit/architecture/parts/kernel/#call'],
  ['architecture', { id: 'boot', field: 'flows' }, '/systems/orbit/architecture/parts/#boot'],
  ['architecture', { id: 'memory', field: 'subjects' }, '/systems/orbit/architecture/#subjects'],
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

test.each([
  ['/systems/orbit/architecture/parts/kernel/', { system: 'orbit', component: 'kernel' }],
  ['/systems/orbit/architecture/parts/', undefined],
  ['/systems/orbit/architecture/kernel/', undefined],
])('%s is the page of the part %j', (address, expected) => {
  expect(partOfPage(address)).toEqual(expected);
});
