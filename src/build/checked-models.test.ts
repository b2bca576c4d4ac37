import { expect, test } from 'vitest';
// oxlint-disable-next-line eslint/no-restricted-imports -- this file is left out of a build, by its path
import * as check from '../engine/language/schema-check.ts';
import { checkedModels, UNCHECKED } from './checked-models.ts';

const load = checkedModels().load as (id: string) => string | undefined;

test('what stands in for the check has the names of the check', () => {
  const names = [...UNCHECKED.matchAll(/export (?:const|class) (\w+)/g)].map(([, name]) => name);
  expect(names.toSorted()).toEqual(Object.keys(check).toSorted());
});

test('it stands in for that file and for no other', () => {
  expect(load('/site/src/engine/language/schema-check.ts?worker')).toBe(UNCHECKED);
  expect(load('C:\\site\\src\\engine\\language\\schema-check.ts')).toBe(UNCHECKED);
  expect(load('/site/src/engine/language/schema.ts')).toBeUndefined();
});

test("who asks of a reader's model gets the whole check", async () => {
  const resolveId = checkedModels().resolveId as (
    this: object,
    source: string,
    importer: string,
    options: object,
  ) => Promise<string | undefined>;
  const resolve = () => Promise.resolve({ id: '/site/src/engine/language/schema-check.ts' });
  const found = await resolveId.call({ resolve }, './language/schema-check.ts', '/site/src/engine/untrusted.ts', {});
  expect(load(found!)).toBeUndefined();
  expect(await resolveId.call({ resolve }, './language/schema-check.ts', '/site/src/engine/language.ts', {})).toBeUndefined();
});
