import { describe, expect, it } from 'vitest';
import { checkView, picturesOf, wordsAfter } from '../../pictures.fixture.ts';
import { runs } from './runs.ts';
import { view } from './view.tsx';

checkView(runs, view);

describe('the picture of the scheduler', () => {
  it('says when a task is due, and by how much it is overdue', () => {
    const pictures = picturesOf(runs, view, 'ages');
    expect(pictures[1]).toContain('queued with CPU\u00a00, due in 3');
    expect(pictures[4]).toContain('queued with CPU\u00a00, overdue by 1');
  });

  it('marks the head that may be stolen, and frames the realtime task that may not', () => {
    const pictures = picturesOf(runs, view, 'shield');
    expect(pictures[1]).toContain('due in 2, may be stolen');
    expect(pictures[3]).not.toContain('is-loose');
    expect(pictures[3]).toContain('deadline-chip is-realtime');
  });

  it('leaves a ghost where a task was stolen', () => {
    const pictures = picturesOf(runs, view, 'stolen');
    expect(pictures[2]).toContain('deadline-chip is-gone');
    expect(pictures[2]).toContain('runs on CPU\u00a01, which stole it');
  });

  it('names both places of a task that is in two', () => {
    expect(wordsAfter(runs, view, [{ choose: { by: 0, it: 0 } }, { steal: { by: 1, it: 2 } }], { keepsStolen: true })).toEqual({
      'a task is in one place': 'Task 2 runs on CPU\u00a01, which stole it and queued with CPU\u00a00, due in 2, may be stolen.',
    });
  });
});
