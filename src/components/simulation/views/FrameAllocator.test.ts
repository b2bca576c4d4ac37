import { describe, expect, it } from 'vitest';
import { frameAllocatorRuns } from '../../../models/themelios/frame-allocator.runs.ts';
import { frameAllocatorView } from './FrameAllocator.tsx';
import { checkView, explainedAtEndOf, picturesOf } from './pictures.fixture.ts';

checkView(frameAllocatorRuns, frameAllocatorView);

describe('the memory map', () => {
  it('has a cell for each frame, and a name for each region', () => {
    const [start] = picturesOf(frameAllocatorRuns, frameAllocatorView, 'firstFit');
    expect(start?.match(/class="cell /g)).toHaveLength(7);
    for (const region of ['kernel', 'bitmap', 'usable', 'boot loader']) expect(start).toContain(`<span>${region}</span>`);
  });

  it('keeps what was given back as a ghost, and says whose it was', () => {
    const freed = picturesOf(frameAllocatorRuns, frameAllocatorView, 'firstFit')[6];
    expect(freed).toContain('is-gone');
    expect(freed).toContain('Frame 2 was held by caller 0.');
  });

  it('names the owners of a frame that has two', () => {
    expect(explainedAtEndOf(frameAllocatorRuns, frameAllocatorView, 'overlap', 'a frame has one owner')).toBe(
      'Frame 3 is held by callers 0 and 1.',
    );
  });
});
