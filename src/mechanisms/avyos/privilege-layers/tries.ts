/** Three things worth doing with `avyos/privilege-layers`. Apart from its runs, because a page has them and a player does not. */
import type { Try } from '../../../engine/language.ts';

export const tries: readonly Try[] = [
  {
    from: { scenario: 'anyone', step: 0 },
    says: 'Let program 0, the container, `ask` for the disk in the name of program 2, then `admit` and `act`. Nobody has asked who it is. Take the fault away and do the same: `admit` is refused, because the program is not who it says.',
  },
  {
    from: { scenario: 'allowed', step: 6 },
    says: 'Withdraw what the container may with `shutContainer`. Its request, admitted a moment ago, must be checked anew, and unless the user lets it ask again the service can only `refuse`.',
  },
  {
    from: { scenario: 'door', step: 6 },
    says: 'Let program 2 `touch` the disk, and read why not. A command passes by the services, and has the rights of its user for that: input, whose node is open, and no more.',
  },
];
