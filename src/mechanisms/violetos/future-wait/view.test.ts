import { describe, expect, it } from 'vitest';
import { checkView, explainedAtEndOf, picturesOf } from '../../pictures.fixture.ts';
import { runs } from './runs.ts';
import { view } from './view.tsx';

checkView(runs, view);

describe('the picture of a wait', () => {
  it('shows an entry for each future of the list, and none for the others', () => {
    const pictures = picturesOf(runs, view, 'barrier');
    expect(pictures[0]).not.toContain('entry is-pending');
    expect(pictures[1]!.match(/entry is-pending/g)).toHaveLength(2);
    expect(pictures[2]).toContain('entry is-cancelled is-changed');
  });

  it('crosses the box of the threshold that nothing can fill any more', () => {
    const pictures = picturesOf(runs, view, 'barrier');
    expect(pictures[1]).not.toContain('is-missing');
    expect(pictures[2]).toContain('is-missing');
    expect(pictures[4]).toContain('told insolvent');
  });

  it('says that a registration belongs to a wait that is over', () => {
    const pictures = picturesOf(runs, view, 'late');
    expect(pictures[1]).toContain('task\u00a00, generation 1 (over)');
    expect(pictures[2]).toContain('task\u00a00, generation 3');
  });

  it('names the waiter that took the place', () => {
    expect(explainedAtEndOf(runs, view, 'takenOver', 'a future knows the one task that sleeps on it')).toBe(
      'Task 0 sleeps on future 0, where task\u00a01, generation 1 (over) is registered.',
    );
  });
});
