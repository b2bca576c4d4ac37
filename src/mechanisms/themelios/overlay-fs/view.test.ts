import { describe, expect, it } from 'vitest';
import { runs } from './runs.ts';
import { view } from './view.tsx';
import { checkView, explainedAtEndOf, picturesOf } from '../../pictures.fixture.ts';

checkView(runs, view);

describe('the layers of the overlay file system', () => {
  it('says what a copy holds, and what a reader sees', () => {
    const written = picturesOf(runs, view, 'ephemeral')[2];
    expect(written).toContain('head new, tail old, ');
    expect(written).toContain('copied up');
    expect(written).toContain('was nothing');
  });

  it('says how much of the memory is used up', () => {
    const [start, created] = picturesOf(runs, view, 'full');
    expect(start).toContain('>0</span><span class="fact-of"> of 1</span>');
    expect(created).toContain('>1</span><span class="fact-of"> of 1</span><span class="was">, was 0</span>');
  });

  it('stops the line of sight at a whiteout', () => {
    const [start, removed] = picturesOf(runs, view, 'hidden');
    expect(start).not.toContain('is-stopped');
    expect(removed).toContain('is-stopped');
  });

  it('keeps what memory held as a ghost after a restart', () => {
    const last = picturesOf(runs, view, 'ephemeral').at(-1);
    expect(last).toContain('cover is-gone');
    expect(last).toContain('was whiteout');
  });

  it('names the layer in which a removed file came back', () => {
    expect(explainedAtEndOf(runs, view, 'returned', 'what was removed stays hidden')).toBe(
      'The file /motd was removed, and memory holds a copy of it again.',
    );
  });
});
