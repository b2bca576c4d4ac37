/** Three things worth doing with `violetos/future-wait`. Apart from its runs, because a page has them and a player does not. */
import type { Try } from '../../../engine/language.ts';

export const tries: readonly Try[] = [
  {
    from: { scenario: 'barrier', step: 1 },
    says: 'Let future 0 be cancelled, then future 1, and load task 0: it wakes only at the second, and is told that its wait is insolvent.',
  },
  {
    from: { scenario: 'late', step: 2 },
    says: 'Let future 1 be resolved: it names the generation of the wait that has ended, so the counts of task 0 stay, and it sleeps on.',
  },
  {
    from: { scenario: 'takenOver', step: 1 },
    says: 'Let task 1 wait for future 0 in the mode any resolve, then let the future be resolved: no task wakes, and task 0 sleeps for ever.',
  },
];
