import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inOrder, leadsTo, nextLab, stateOf } from './lab-order.ts';

const lab = (id: string, ...after: string[]) => ({ id, after });
const [a, b, c, d] = [lab('a', 'c'), lab('b'), lab('c'), lab('d', 'a', 'b')];

test('each lab comes behind those that prepare for it', () => {
  expect(inOrder([a, b, c, d]).map(({ id }) => id)).toEqual(['b', 'c', 'a', 'd']);
  expect(inOrder([lab('x', 'y'), lab('y', 'x'), b])).toEqual([b]);
});

test('a reader can solve all labs by doing the next one again and again', () => {
  const graph = fc
    .array(fc.array(fc.nat(20)))
    .map((all) => all.map((before, i) => lab(`${i}`, ...before.filter((it) => it < i).map(String))));
  fc.assert(
    fc.property(graph, (labs) => {
      const solved = new Set<string>();
      for (let next = nextLab([inOrder(labs)], solved); next; next = nextLab([inOrder(labs)], solved)) {
        expect(stateOf(next, solved)).toBe('ready');
        solved.add(next.id);
      }
      expect(solved.size).toBe(labs.length);
    }),
  );
});

test('who has begun one system goes on there', () => {
  expect(nextLab([[b], [c, a]], new Set())?.id).toBe('b');
  expect(nextLab([[b], [c, a]], new Set(['c']))?.id).toBe('a');
  expect(nextLab([[b], [c, a]], new Set(['c', 'a']))?.id).toBe('b');
  expect(nextLab([[b]], new Set(['b']))).toBeUndefined();
});

test('a lab is solved, ready or later', () => {
  expect([a, b, c, d].map((it) => stateOf(it, new Set(['c'])))).toEqual(['ready', 'ready', 'solved', 'later']);
  expect(leadsTo([a, b, c, d], 'b')).toEqual([d]);
});
