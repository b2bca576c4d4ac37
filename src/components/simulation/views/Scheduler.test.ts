import { describe, expect, it } from 'vitest';
import { schedulerRuns } from '../../../models/themelios/scheduler.runs.ts';
import { checkView, explainedAtEndOf, picturesOf } from './pictures.fixture.ts';
import { schedulerView } from './Scheduler.tsx';

checkView(schedulerRuns, schedulerView);

describe('the dial of the scheduler', () => {
  it('says in the table what the orbits show', () => {
    const [start] = picturesOf(schedulerRuns, schedulerView, 'turns');
    expect(start).toContain('running');
    expect(start).toContain('1st in line');
    expect(start).toContain('runs when none is in line');
  });

  it('keeps the place that a task has left as a ghost, and says what it was', () => {
    const [start, , afterSwitch] = picturesOf(schedulerRuns, schedulerView, 'turns');
    expect(start).not.toContain('ghost');
    expect(afterSwitch).toContain('class="ghost"');
    expect(afterSwitch).toContain('was running');
  });

  it('points the long hand to the step', () => {
    const third = picturesOf(schedulerRuns, schedulerView, 'turns')[3];
    expect(third).toContain('rotate(27)');
  });

  it('names the place of a task that stands in the queue twice', () => {
    expect(explainedAtEndOf(schedulerRuns, schedulerView, 'twice', 'no task stands in the queue twice')).toBe(
      'Task 0 stands in the queue as the 2nd and 3rd.',
    );
  });
});
