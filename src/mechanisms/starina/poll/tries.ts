/** Three things worth doing with `starina/poll`. Apart from its runs, because a page has them and a player does not. */
import type { Try } from '../../../engine/language.ts';

export const tries: readonly Try[] = [
  {
    from: { scenario: 'woken', step: 3 },
    says: 'Take `arrive` at channel 0. Thread 0 is woken, thread 1 is still asleep, and channel 1 stands in the queue though it has nothing to read.',
  },
  {
    from: { scenario: 'woken', step: 4 },
    says: 'Take `look again` by thread 0. The id of channel 1 was first in the queue and falls out, because its channel says that it is not readable.',
  },
  {
    from: { scenario: 'lost', step: 5 },
    says: 'Take `arrive` at channel 1. The first waiter is thread 0 once more, which does not sleep, so that thread 1 sleeps on beside the message.',
  },
];
