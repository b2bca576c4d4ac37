import { describe, expect, it } from 'vitest';
import { runs } from './runs.ts';
import { checkView, explainedAtEndOf, picturesOf } from '../../pictures.fixture.ts';
import { view } from './view.tsx';

checkView(runs, view);

describe('the dial of the scheduler', () => {
  it('says in the table what the orbits show', () => {
    const [start] = picturesOf(runs, view, 'turns');
    expect(start).toContain('running');
    expect(start).toContain('1st in line');
    expect(start).toContain('runs when none is in line');
  });

  it('keeps the place that a task has left as a ghost, and says what it was', () => {
    const [start, , afterSwitch] = picturesOf(runs, view, 'turns');
    expect(start).not.toContain('ghost');
    expect(afterSwitch).toContain('class="ghost"');
    expect(afterSwitch).toContain('was running');
  });

  it('points the long hand to the step', () => {
    const third = picturesOf(runs, view, 'turns')[3];
    expect(third).toContain('rotate(27)');
  });

  it('names the place of a task that stands in the queue twice', () => {
    expect(explainedAtEndOf(runs, view, 'twice', 'no task stands in the queue twice')).toBe(
      'Task 0 stands in the queue as the 2nd and 3rd.',
    );
  });
});
