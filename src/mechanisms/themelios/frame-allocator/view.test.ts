import { describe, expect, it } from 'vitest';
import { runs } from './runs.ts';
import { view } from './view.tsx';
import { checkView, explainedAtEndOf, picturesOf } from '../../pictures.fixture.ts';

checkView(runs, view);

describe('the memory map', () => {
  it('has a cell for each frame, and a name for each region', () => {
    const [start] = picturesOf(runs, view, 'firstFit');
    expect(start?.match(/class="cell /g)).toHaveLength(7);
    for (const region of ['kernel', 'bitmap', 'usable', 'boot loader']) expect(start).toContain(`<span>${region}</span>`);
  });

  it('keeps what was given back as a ghost, and says whose it was', () => {
    const freed = picturesOf(runs, view, 'firstFit')[6];
    expect(freed).toContain('is-gone');
    expect(freed).toContain('Frame 2 was held by caller 0.');
  });

  it('names the owners of a frame that has two', () => {
    expect(explainedAtEndOf(runs, view, 'overlap', 'a frame has one owner')).toBe('Frame 3 is held by callers 0 and 1.');
  });
});
