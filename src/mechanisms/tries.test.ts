/** What a mechanism tells a reader to do, done: what is said to be refused is, and what is said to break does. */
import { describe, expect, test } from 'vitest';
import { begin, follow, instanceOf, machine } from '../engine/checker.ts';
import type { Played, Plays } from './plays.fixture.ts';
import { loadMechanism, mechanismIds } from './registry.ts';
import { triesOf } from './tries.ts';

const plays: Plays = Object.assign({}, ...Object.values(import.meta.glob('./*/plays.fixture.ts', { eager: true, import: 'plays' })));

const isRefused = (played: Played): played is readonly [object, string] => Array.isArray(played);

test('every mechanism has its tries played', () => {
  expect(Object.keys(plays).sort()).toEqual(mechanismIds.toSorted());
});

describe.each(Object.entries(plays))('%s', (id, told) => {
  test('all of what it says is done', () => {
    expect(new Set(told.map((each) => each.of))).toEqual(new Set(triesOf(id).keys()));
  });

  test.each([...told])(
    'what $of says is so, with $with',
    async ({ of, with: changed, from, meanwhile = [], steps, breaks = [], leaves = {} }) => {
      const mechanism = await loadMechanism(id);
      const { scenario, step } = triesOf(id)[of]!.from;
      const { with: config, steps: before } = mechanism.scenarios[scenario]!;
      const m = machine(mechanism, { ...config, ...changed });
      let at = begin(m);
      for (const each of [...before.slice(0, from ?? step), ...steps]) {
        const [taken, refused] = isRefused(each) ? each : [each, undefined];
        expect(meanwhile, 'no other rule is broken before the end').toEqual(expect.arrayContaining([...at.broken]));
        const next = follow(m, at, instanceOf(m, taken));
        const because = 'because' in next ? next.because : [];
        expect(because, next.says).toEqual(refused === undefined ? [] : expect.arrayContaining([refused]));
        if (!('because' in next)) at = next;
      }
      expect(at.broken).toEqual(breaks);
      expect(at.state).toMatchObject(leaves);
    },
  );
});
