import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lanesOf, type Flow } from './lanes.ts';

const relation = (from: string, to: string) => ({ id: `${from}-${to}`, from, to, kind: 'calls' as const, text: 'It calls.', cite: [] }); // prettier-ignore
const along = (id: string) => ({ relation: id, text: 'It goes.', cite: [] });
const at = (id: string) => ({ at: id, text: 'It happens.', cite: [] });
const flow = (...steps: Flow['steps']): Flow => ({ id: 'turn', title: 'A turn', steps, cite: [] });

test('a lane stands beside that with which it has to do, and a step at a part begins and ends there', () => {
  const { order, steps } = lanesOf(
    { relations: [relation('app', 'kernel'), relation('app', 'server'), relation('kernel', 'disk')] },
    flow(along('app-kernel'), at('kernel'), along('kernel-disk'), along('app-server')),
  );
  expect(order[0]).toBe('app');
  expect(new Set(order)).toEqual(new Set(['app', 'kernel', 'server', 'disk']));
  expect(Math.abs(order.indexOf('kernel') - order.indexOf('disk'))).toBe(1);
  expect(steps.map(({ from, to, relation: it }) => [from, to, it?.id])).toEqual([
    ['app', 'kernel', 'app-kernel'],
    ['kernel', 'kernel', undefined],
    ['kernel', 'disk', 'kernel-disk'],
    ['app', 'server', 'app-server'],
  ]);
});

test('a step along a relation that is not there is named with its flow', () => {
  expect(() => lanesOf({ relations: [] }, flow(at('app'), along('app-disk')))).toThrow(
    "flow turn, step 2: there is no relation 'app-disk'",
  );
});

test('the same flow is laid out alike, each part once, and no longer than in the order of the first appearance', () => {
  const ends = fc.tuple(fc.constantFrom(...'abcdefgh'), fc.constantFrom(...'abcdefgh'));
  fc.assert(
    fc.property(fc.array(ends, { minLength: 1, maxLength: 14 }), (pairs) => {
      const relations = pairs.map(([from, to]) => relation(from, to));
      const made = flow(...pairs.map(([from, to]) => along(`${from}-${to}`)));
      const { order, steps } = lanesOf({ relations }, made);
      expect(lanesOf({ relations }, made).order).toEqual(order);
      const seen = [...new Set(steps.flatMap(({ from, to }) => [from, to]))];
      expect(order.toSorted()).toEqual(seen.toSorted());
      const length = (of: readonly string[]) => steps.reduce((sum, { from, to }) => sum + Math.abs(of.indexOf(from) - of.indexOf(to)), 0);
      expect(length(order)).toBeLessThanOrEqual(length(seen));
    }),
  );
});
