/** Three things worth doing with `zos/capacity`. Apart from its runs, because a page has them and a player does not. */
import type { Try } from '../../../engine/language.ts';

export const tries: readonly Try[] = [
  {
    from: { scenario: 'promised', step: 1 },
    says: 'Only 2 of 8 GiB are in use, and `start machine` is refused all the same: 6 are promised, and 2 kept back. Take `remove`, and all 6 are usable again.',
  },
  {
    from: { scenario: 'full', step: 2 },
    says: 'The cache is used to 60 percent, and `grow` is refused because the volume has the rest of the pool. Take `remove`, then `grow`. With 10 GiB the cache is used to 30 percent and stays.',
  },
  {
    from: { scenario: 'unasked', step: 2 },
    says: 'Take `grow`. The cache has 10 GiB now and the volume 15, in a pool of 20, as the code was read to do. `enlarge` is still refused, until its fault is on too.',
  },
];
