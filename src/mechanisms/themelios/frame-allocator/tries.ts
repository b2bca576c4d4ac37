/** Three things worth doing with `themelios/frame-allocator`. Apart from its runs, because a page has them and a player does not. */
import type { Try } from '../../../engine/language.ts';

export const tries: readonly Try[] = [
  {
    from: { scenario: 'fragmented', step: 8 },
    says: 'Two frames are free. Try to `allocate run` from any frame: that is refused, because they do not lie in a row. Let caller 1 `free` frame 3, which lies between them, and a run from frame 2 can be had.',
  },
  {
    from: { scenario: 'reclaim', step: 5 },
    says: 'Memory has run out. Try to `reclaim region`: that is refused until the kernel has `own tables` behind it. Under Break it, switch on that reclaim does not wait, and it frees memory that the kernel still uses.',
  },
  {
    from: { scenario: 'late', step: 6 },
    says: 'Let caller 0 `free` frame 2, which it gave back before and which caller 1 holds by now. The check sees only that the frame is allocated. `allocate` hands it out again, and it has two owners.',
  },
];
