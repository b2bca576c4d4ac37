/** Three things worth doing with `themelios/address-space`. Apart from its runs, because a page has them and a player does not. */
import type { Try } from '../../../engine/language.ts';

export const tries: readonly Try[] = [
  {
    from: { scenario: 'halves', step: 8 },
    says: 'The processor remembers page 0. Take `unmap page` of page 0 of process 0: what the processor remembers is dropped with it, and a `touch` of page 0 is refused, because the page is not mapped.',
  },
  {
    from: { scenario: 'end', step: 5 },
    says: 'All tasks of process 0 are dead. Try to `free frame` 0: that is refused, because the tables of the process still map it. Take `destroy`, free the frame, and `map page` 0 of process 1 to it.',
  },
  {
    from: { scenario: 'borrowed', step: 4 },
    says: 'Take `destroy` of process 0: the processor goes on with tables that are freed, as was concluded from the code. A switch to a task of the kernel loads no others. Switch the fault off, and the step is refused.',
  },
];
