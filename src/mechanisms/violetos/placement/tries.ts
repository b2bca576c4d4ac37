/** Three things worth doing with `violetos/placement`. Apart from its runs, because a page has them and a player does not. */
import type { Try } from '../../../engine/language.ts';

export const tries: readonly Try[] = [
  {
    from: { scenario: 'reach', step: 4 },
    says: 'Let part 0 err and write to the memory of the kernel, then let part 1 take its message: its answer is wrong in the second placement, and in the first its answer is right.',
  },
  {
    from: { scenario: 'reach', step: 2 },
    says: 'Let part 0 err and touch an address behind which nothing is mapped: it ends in both placements, and nothing else does.',
  },
  {
    from: { scenario: 'outside', step: 2 },
    says: 'Let part 0 err and write to the memory of part 2: the module ends, since the program has a space of its own in both placements.',
  },
];
