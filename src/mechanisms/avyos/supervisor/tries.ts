/** Three things worth doing with `avyos/supervisor`. Apart from its runs, because a page has them and a player does not. */
import type { Try } from '../../../engine/language.ts';

export const tries: readonly Try[] = [
  {
    from: { scenario: 'reverse', step: 3 },
    says: 'Try to `terminate` service 0: that is refused while service 1, which comes after it in the list, is still started. Terminate service 1, and then service 0: the stop does not wait until service 1 has ended.',
  },
  {
    from: { scenario: 'alone', step: 5 },
    says: 'Service 1 is restarted whenever it ends, and this time it was stopped alone. Take `handle exit`: it stays ended. Go back to step 5, switch on under Break it that its policy restarts it, and do the same: its restart is under way.',
  },
  {
    from: { scenario: 'dropped', step: 5 },
    says: 'Take `reap` of service 1. The channel is full, the end is dropped, as the code was read to do, and the service counts as started for ever. Switch the fault off: now it is not reaped before there is room.',
  },
];
