/** Three things worth doing with `starina/microvm`. Apart from its runs, because a page has them and a player does not. */
import type { Try } from '../../../engine/language.ts';

export const tries: readonly Try[] = [
  {
    from: { scenario: 'late', step: 2 },
    says: 'Let something arrive for device 0, and the guest idle: it waits though something has come. The end of the wait and the next look bring it in.',
  },
  {
    from: { scenario: 'repaired', step: 6 },
    says: 'Let something arrive for device 1, take a turn, and complete the number: nothing is pending, and the device still holds something.',
  },
  {
    from: { scenario: 'lowest', step: 4 },
    says: 'Claim the number of device 1: it is refused, since device 0 has the lower number. Claim that of device 0 first.',
  },
];
