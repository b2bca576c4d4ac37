import { describe, expect, it } from 'vitest';
import { usable, type Config, type Node } from './bars.ts';
import { usableFor } from './model.ts';
import { runs } from './runs.ts';
import { view } from './view.tsx';
import { checkView, drawnAfter, explainedAtEndOf, picturesOf } from '../../pictures.fixture.ts';

checkView(runs, view);

const count = (html: string | undefined, what: string) => (html ?? '').split(what).length - 1;

describe('the picture of the capacity of a node', () => {
  it('draws what is promised and what is in use as two bars, and says what is usable', () => {
    const [start, promised] = picturesOf(runs, view, 'promised');
    expect(start).toContain('system 2 GiB, machines 0 GiB, of 8; usable: 6 GiB');
    expect(promised).toContain('system 2 GiB, machines 6 GiB, of 8; usable: 0 GiB');
    expect(promised).toContain('2 of 8 GiB');
    expect(count(promised, 'capacity-stretch is-held is-changed')).toBe(1);
  });

  it('says how much of the cache is used, and from where it grows', () => {
    const pictures = picturesOf(runs, view, 'breathes');
    expect(pictures[2]).toContain('3 of 5 GiB, 60 percent');
    expect(pictures[7]).toContain('0 of 15 GiB, 0 percent');
    expect(drawnAfter(runs, view, [])).toContain('grows from 60 %');
    expect(drawnAfter(runs, view, [], { growsAtTwenty: true })).not.toContain('60 %');
  });

  it('draws what a workload in error holds with broken lines', () => {
    const steps = [{ startMachine: { it: 0, size: '6 GiB' } }, { fail: { it: 0 } }];
    expect(drawnAfter(runs, view, steps)).toContain('capacity-stretch is-error');
    expect(drawnAfter(runs, view, steps)).toContain('in error, machine of 6 GiB, not in use');
  });

  it('marks what stands beyond the end of a bar', () => {
    const beyond = picturesOf(runs, view, 'unasked').at(-1);
    expect(count(beyond, 'is-broken"')).toBe(1);
    expect(count(beyond, 'is-beyond')).toBe(1);
    expect(picturesOf(runs, view, 'promised').at(-1)).not.toContain('is-beyond');
    expect(explainedAtEndOf(runs, view, 'unasked', 'the quotas fit into the pool')).toBe(
      'The cache has 10 GiB and the volumes 15 GiB, in a pool of 20 GiB.',
    );
  });

  it('says that a number without a sign is huge', () => {
    expect(picturesOf(runs, view, 'wrapped').at(-1)).toContain('usable: a huge number');
    expect(explainedAtEndOf(runs, view, 'wrapped', 'promises and the reserve fit into the memory')).toBe(
      'Of 2 GiB the system needs 2 GiB, and workload 0 holds 2 GiB and workload 1 holds 4 GiB.',
    );
  });

  it('calls usable what the model does', () => {
    const faults = ['lags', 'lesserOfTwo', 'exceeds', 'uncountsErrors', 'wraps'] as const;
    const rows = (['none', 'ok', 'error'] as const).flatMap((state) =>
      (state === 'none' ? [0] : [1, 2]).flatMap((memory) =>
        [true, false].map((uses) => ({ state, memory, uses: uses && memory > 0, disk: 0 })),
      ),
    );
    for (const fault of [undefined, ...faults])
      for (const memory of [1, 2, 3, 4, 12, 20])
        for (const a of rows)
          for (const b of rows) {
            const now: Node = { memory, cache: 1, files: 0, workloads: [a, b] };
            const config = { [fault ?? '']: true } as unknown as Config;
            expect(usable(now, config)).toBe(2 * usableFor(undefined, now, config));
          }
  });
});
