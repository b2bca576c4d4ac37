import { describe, expect, it } from 'vitest';
import { overlayFsRuns } from '../../../models/themelios/overlay-fs.runs.ts';
import { overlayFsView } from './OverlayFs.tsx';
import { checkView, explainedAtEndOf, picturesOf } from './pictures.fixture.ts';

checkView(overlayFsRuns, overlayFsView);

describe('the layers of the overlay file system', () => {
  it('says what a copy holds, and what a reader sees', () => {
    const written = picturesOf(overlayFsRuns, overlayFsView, 'ephemeral')[2];
    expect(written).toContain('head new, tail old, ');
    expect(written).toContain('copied up');
    expect(written).toContain('was nothing');
  });

  it('says how much of the memory is used up', () => {
    const [start, created] = picturesOf(overlayFsRuns, overlayFsView, 'full');
    expect(start).toContain('>0</span><span class="fact-of"> of 1</span>');
    expect(created).toContain('>1</span><span class="fact-of"> of 1</span><span class="was">, was 0</span>');
  });

  it('stops the line of sight at a whiteout', () => {
    const [start, removed] = picturesOf(overlayFsRuns, overlayFsView, 'hidden');
    expect(start).not.toContain('is-stopped');
    expect(removed).toContain('is-stopped');
  });

  it('keeps what memory held as a ghost after a restart', () => {
    const last = picturesOf(overlayFsRuns, overlayFsView, 'ephemeral').at(-1);
    expect(last).toContain('cover is-gone');
    expect(last).toContain('was whiteout');
  });

  it('names the layer in which a removed file came back', () => {
    expect(explainedAtEndOf(overlayFsRuns, overlayFsView, 'returned', 'what was removed stays hidden')).toBe(
      'The file /motd was removed, and memory holds a copy of it again.',
    );
  });
});
