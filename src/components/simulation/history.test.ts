import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fresh, reduce, type Act, type Attempt, type History } from './history.ts';

const done = (instance: number): Attempt => ({ instance, refused: false });
const refused = (instance: number): Attempt => ({ instance, refused: true });
const after = (...acts: readonly Act[]) => acts.reduce(reduce, fresh);
const tried = (attempt: Attempt): Act => ({ do: 'try', attempt });
const instances = (history: History) => history.attempts.map(({ instance }) => instance);

describe('a log', () => {
  it('grows by what is tried, and goes back and forth', () => {
    const history = after(tried(done(1)), tried(done(2)), { do: 'go', to: 1 });
    expect(history).toEqual({ attempts: [done(1), done(2)], position: 1, left: undefined });
  });

  it('keeps what followed when another instance is made, and returns to it', () => {
    const other = after(tried(done(1)), tried(done(2)), tried(done(3)), { do: 'go', to: 1 }, tried(done(9)));
    expect(instances(other)).toEqual([1, 9]);
    expect(other.left).toEqual({ from: 1, attempts: [done(2), done(3)] });
    const back = reduce(other, { do: 'return' });
    expect(instances(back)).toEqual([1, 2, 3]);
    expect(back.left).toEqual({ from: 1, attempts: [done(9)] });
    expect(back.position).toBe(3);
  });

  it('follows the log when the next step is chosen again', () => {
    const history = after(tried(done(1)), tried(done(2)), { do: 'go', to: 0 }, tried(done(1)));
    expect(history).toMatchObject({ position: 1, left: undefined });
    expect(instances(history)).toEqual([1, 2]);
  });

  it('takes a refused attempt in without cutting off what lies ahead', () => {
    const history = after(tried(done(1)), tried(done(2)), { do: 'go', to: 1 }, tried(refused(7)));
    expect(history).toEqual({ attempts: [done(1), refused(7), done(2)], position: 2, left: undefined });
  });

  it('keeps a skipped step in its place, and puts it back', () => {
    const log = after(tried(done(1)), tried(done(2)), tried(done(3)), { do: 'go', to: 2 });
    const skipped = reduce(log, { do: 'skip', at: 1 });
    expect(skipped).toEqual({ attempts: [done(1), { ...done(2), skipped: true }, done(3)], position: 2, left: undefined });
    expect(reduce(skipped, { do: 'skip', at: 1 })).toEqual(log);
  });

  it('does not go along the log into a skipped step when its instance is made again', () => {
    const skipped = after(tried(done(1)), { do: 'skip', at: 0 }, { do: 'go', to: 0 }, tried(done(1)));
    expect(skipped).toMatchObject({ attempts: [done(1)], left: { from: 0, attempts: [{ ...done(1), skipped: true }] } });
  });

  it('is a loop for as long as it is the log that was loaded', () => {
    const loaded = after({ do: 'load', attempts: [done(1), done(2)], position: 2, loop: { from: 1 } });
    expect(reduce(loaded, { do: 'go', to: 0 }).loop).toEqual({ from: 1 });
    expect(reduce(loaded, tried(done(3))).loop).toBeUndefined();
    expect(reduce(loaded, { do: 'skip', at: 0 }).loop).toBeUndefined();
  });

  it('moves the fork along when a refused attempt is put in before it', () => {
    const history = after(tried(done(1)), tried(done(2)), { do: 'go', to: 1 }, tried(done(3)), { do: 'go', to: 0 }, tried(refused(7)));
    expect(history.left).toEqual({ from: 2, attempts: [done(2)] });
    expect(instances(reduce(history, { do: 'return' }))).toEqual([7, 1, 2]);
  });
});

const attempts = fc.record({ instance: fc.nat(4), refused: fc.boolean() });
const acts = fc.oneof(
  { weight: 5, arbitrary: attempts.map(tried) },
  { weight: 3, arbitrary: fc.integer({ min: -2, max: 12 }).map((to): Act => ({ do: 'go', to })) },
  { weight: 1, arbitrary: fc.constant<Act>({ do: 'return' }) },
  { weight: 1, arbitrary: fc.nat(12).map((at): Act => ({ do: 'skip', at })) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('load' as const), attempts: fc.array(attempts, { maxLength: 6 }), position: fc.nat(8) }),
  },
);
const steps = (log: readonly Attempt[]) => log.filter((each) => !each.refused);

describe('whatever is done to a log', () => {
  it('the position and the fork stay inside it', () => {
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 40 }), (script) => {
        const { attempts: log, position, left } = after(...script);
        expect(position).toBeGreaterThanOrEqual(0);
        expect(position).toBeLessThanOrEqual(log.length);
        if (left) expect(left.from).toBeLessThanOrEqual(log.length);
        if (left) expect(left.attempts.length).toBeGreaterThan(0);
      }),
    );
  });

  it('a refused attempt leaves every step that was done', () => {
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 40 }), fc.nat(4), (script, instance) => {
        const before = after(...script);
        expect(steps(reduce(before, tried(refused(instance))).attempts)).toEqual(steps(before.attempts));
      }),
    );
  });

  it('returning twice gives the same log and the same branch', () => {
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 40 }), (script) => {
        const before = after(...script);
        fc.pre(before.left !== undefined && before.attempts.length > before.left.from);
        const twice = reduce(reduce(before, { do: 'return' }), { do: 'return' });
        expect({ ...twice, position: 0 }).toEqual({ ...before, position: 0 });
      }),
    );
  });

  it('another instance never loses a step: it is in the log or in the branch', () => {
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 40 }), fc.nat(4), (script, instance) => {
        const before = after(...script);
        const next = reduce(before, tried(done(instance)));
        fc.pre(before.position < before.attempts.length);
        const behind = next.left?.from === before.position ? next.left.attempts : [];
        expect([next.attempts.slice(before.position), behind]).toContainEqual(before.attempts.slice(before.position));
      }),
    );
  });
});
