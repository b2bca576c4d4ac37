import { describe, expect, it } from 'vitest';
import { checkView, explainedAtEndOf, picturesOf } from '../../pictures.fixture.ts';
import { runs } from './runs.ts';
import { view } from './view.tsx';

checkView(runs, view);

describe('the picture of the border', () => {
  it('has the border as an outline until the root is changed', () => {
    const pictures = picturesOf(runs, view, 'asks');
    expect(pictures[3]).toContain('is-unfinished');
    expect(pictures[4]).not.toContain('is-unfinished');
  });

  it('opens the gate of the services when that is allowed', () => {
    const pictures = picturesOf(runs, view, 'asks');
    expect(pictures[8]).toContain('a door, shut');
    expect(pictures[9]).toContain('a door, open');
    expect(pictures[9]).toContain('when asked, allowed<span class="was"> was when asked, not allowed</span>');
  });

  it('has no other way through while nothing is broken', () => {
    for (const picture of picturesOf(runs, view, 'asks').slice(4, 8)) expect(picture).not.toContain('wall-way');
  });

  it('names the way on which a process went, and marks its door', () => {
    const rule = 'no process reaches the files of the host';
    expect(explainedAtEndOf(runs, view, 'follows', rule)).toBe('Process 0 has reached the files of the host, by /proc/1/root.');
    expect(explainedAtEndOf(runs, view, 'named', rule)).toBe(
      'Process 0 has reached the files of the host, by a path that the caller named.',
    );
    expect(
      picturesOf(runs, view, 'follows')
        .at(-1)!
        .match(/is-wrong/g),
    ).toHaveLength(1);
  });
});
