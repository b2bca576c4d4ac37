import { describe, expect, it } from 'vitest';
import { runs } from './runs.ts';
import { checkView, explainedAtEndOf, picturesOf } from '../../pictures.fixture.ts';
import { view } from './view.tsx';

checkView(runs, view);

describe('the picture of the supervisor', () => {
  it('says how far the news of an end has come', () => {
    const pictures = picturesOf(runs, view, 'whole');
    expect(pictures[2]).not.toContain('unequal');
    expect(pictures[3]).toContain('not reaped yet');
    expect(pictures[4]).toContain('in the channel');
    expect(pictures[5]).not.toContain('unequal');
  });

  it('hatches the channel while it is empty, and says when it is full', () => {
    const pictures = picturesOf(runs, view, 'whole');
    expect(pictures[3]).toContain('rail-free');
    expect(pictures[4]).not.toContain('rail-free');
    expect(pictures[4]).toContain('<li class="visually-hidden">full</li>');
  });

  it('counts a retry, and says what was counted before', () => {
    expect(picturesOf(runs, view, 'whole')[5]).toContain('1 retry<span class="was"> was 0</span>');
  });

  it('marks the difference that nobody will ever learn of', () => {
    expect(explainedAtEndOf(runs, view, 'dropped', 'an end is never forgotten')).toBe(
      'The process of service 1 has ended, no news of it is in the channel, and the supervisor believes that it runs.',
    );
    expect(picturesOf(runs, view, 'dropped').at(-1)).toContain('unequal is-broken');
  });
});
