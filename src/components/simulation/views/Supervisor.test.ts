import { describe, expect, it } from 'vitest';
import { supervisionRuns } from '../../../models/avyos/supervisor.runs.ts';
import { checkView, explainedAtEndOf, picturesOf } from './pictures.fixture.ts';
import { supervisorView } from './Supervisor.tsx';

checkView(supervisionRuns, supervisorView);

describe('the picture of the supervisor', () => {
  it('says how far the news of an end has come', () => {
    const pictures = picturesOf(supervisionRuns, supervisorView, 'whole');
    expect(pictures[2]).not.toContain('unequal');
    expect(pictures[3]).toContain('not reaped yet');
    expect(pictures[4]).toContain('in the channel');
    expect(pictures[5]).not.toContain('unequal');
  });

  it('hatches the channel while it is empty, and says when it is full', () => {
    const pictures = picturesOf(supervisionRuns, supervisorView, 'whole');
    expect(pictures[3]).toContain('rail-free');
    expect(pictures[4]).not.toContain('rail-free');
    expect(pictures[4]).toContain('<li class="visually-hidden">full</li>');
  });

  it('counts a retry, and says what was counted before', () => {
    expect(picturesOf(supervisionRuns, supervisorView, 'whole')[5]).toContain('1 retry<span class="was"> was 0</span>');
  });

  it('marks the difference that nobody will ever learn of', () => {
    expect(explainedAtEndOf(supervisionRuns, supervisorView, 'dropped', 'an end is never forgotten')).toBe(
      'The process of service 1 has ended, no news of it is in the channel, and the supervisor believes that it runs.',
    );
    expect(picturesOf(supervisionRuns, supervisorView, 'dropped').at(-1)).toContain('unequal is-broken');
  });
});
