import { describe, expect, it } from 'vitest';
import { runs } from './runs.ts';
import { view } from './view.tsx';
import { checkView, explainedAtEndOf, picturesOf } from '../../pictures.fixture.ts';

checkView(runs, view);

describe('the page tables over the kernel half', () => {
  it('draws a line from each entry to its frame', () => {
    const pictures = picturesOf(runs, view, 'halves');
    expect(pictures[2]).not.toContain('<path class="arc-line"');
    expect(pictures[5]?.match(/class="arc-line"/g)).toHaveLength(3);
  });

  it('drops what was remembered at a switch, and says what it was', () => {
    const [before, after] = picturesOf(runs, view, 'halves').slice(-2);
    expect(before).toContain('waiting');
    expect(after).toContain('was running, loaded');
  });

  it('crosses out the line to a frame that only the processor remembers', () => {
    const last = picturesOf(runs, view, 'stale').at(-1);
    expect(last).toContain('arc-broken');
    expect(last).toContain('stale');
  });

  it('says what the processor remembers and what the tables say', () => {
    expect(explainedAtEndOf(runs, view, 'stale', 'what is cached is what the loaded tables say')).toBe(
      'The processor remembers page 0 as frame 0. The tables of process 0 say nothing there.',
    );
  });
});
