/** Three things worth doing with `themelios/capability-space`. Apart from its runs, because a page has them and a player does not. */
import type { Try } from '../../../engine/language.ts';

export const tries: readonly Try[] = [
  {
    from: { scenario: 'narrowing', step: 1 },
    says: 'Try to `grant` slot 0 on with read and write: it is refused, because slot 0 may not write itself. Grant it on as slot 1 with read alone, and then try to grant from there: slot 1 may not grant.',
  },
  {
    from: { scenario: 'revoked', step: 4 },
    says: 'Take `revoke` of slot 0: all three slots are empty, and `use` is refused. Now `insert` a capability into slot 2 and try again. The handle points at a live slot once more, and is refused all the same, because its generation is not that of the slot.',
  },
  {
    from: { scenario: 'wider', step: 1 },
    says: 'Take `open` through slot 0, as slot 1. Slot 0 may only be read, and what is opened through it may be written too, as the code was read to do.',
  },
];
