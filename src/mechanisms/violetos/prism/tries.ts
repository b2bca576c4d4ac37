/** Three things worth doing with `violetos/prism`. Apart from its runs, because a page has them and a player does not. */
import type { Try } from '../../../engine/language.ts';

export const tries: readonly Try[] = [
  {
    from: { scenario: 'swap', step: 6 },
    says: 'Invocation 1 is written while the task has one to read. Try to `consume`: that is refused, because the buffers may not change places yet. `resolve` future 0, consume, and resolve future 1.',
  },
  {
    from: { scenario: 'overwrites', step: 3 },
    says: 'Take `write`: the oldest invocation gives way, and future 0 is canceled. Then set Overwrite when full to no: the run stops at the second `invoke`, because a full buffer now turns the caller away.',
  },
  {
    from: { scenario: 'quiet', step: 1 },
    says: 'The task waits. Take `drop` of facet 0: its notice lies in the buffer, and the task sleeps on, as the code was read to do. Switch the fault off, and the drop wakes it.',
  },
];
