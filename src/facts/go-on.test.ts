import { expect, test } from 'vitest';
import { entriesOf, ground, rule, task } from './entries.fixture.ts';
import { goOn } from './go-on.ts';

const page = '/systems/orbit/architecture/';
const checked = rule('orbit.turns', { checkedBy: [{ model: 'orbit/wheel', property: 'it turns' }, { model: 'orbit/wheel', property: 'it stops' }] }); // prettier-ignore
const ids = (entries: Parameters<typeof goOn>[0], rules: readonly string[] = []) =>
  goOn(entries, page, [], rules).tasks.map(({ id }) => id);

test('a page leads to its own simulations, else to those that check its rules, each once', () => {
  const entries = entriesOf(...ground, checked);
  expect(goOn(entries, page, ['orbit/axle'], ['orbit.turns']).models).toEqual(['orbit/axle']);
  expect(goOn(entries, page, [], ['orbit.turns', 'orbit.unknown']).models).toEqual(['orbit/wheel']);
  expect(goOn(entries, page, ['a/1', 'a/2', 'a/3'], []).models).toHaveLength(2);
});

test('a page leads to ready work that asks for it, the smallest first, then to what rests on its rules, and never to what is done or waits', () => {
  const docs = { read: { docs: [page] } };
  const entries = entriesOf(
    ...ground,
    checked,
    task('orbit-large', { ...docs, size: 'part' }),
    task('orbit-rule', { read: { rules: ['orbit.turns'] } }),
    task('orbit-done', { ...docs, status: [{ asOf: '2026-01-02', status: 'done', cite: [] }] }),
    task('orbit-waits', { ...docs, after: ['orbit-large'] }),
  );
  expect(ids(entries)).toEqual(['orbit-large']);
  expect(ids(entries, ['orbit.turns'])).toEqual(['orbit-large', 'orbit-rule']);
  const more = entriesOf(...ground, task('orbit-large', { ...docs, size: 'part' }), task('orbit-small', docs), task('orbit-third', { ...docs, size: 'part' })); // prettier-ignore
  expect(ids(more)).toEqual(['orbit-small', 'orbit-large']);
});
