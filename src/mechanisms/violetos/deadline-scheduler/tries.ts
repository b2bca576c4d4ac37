/** Three things worth doing with `violetos/deadline-scheduler`. Apart from its runs, because a page has them and a player does not. */
import type { Try } from '../../../engine/language.ts';

export const tries: readonly Try[] = [
  {
    from: { scenario: 'ages', step: 6 },
    says: 'Let CPU 0 choose: only the background task 1 can be chosen, and the realtime task 0 is queued behind it with the same penalty as ever, none.',
  },
  {
    from: { scenario: 'stolen', step: 2 },
    says: 'Let time pass and let CPU 1 steal task 1: the task that it ran, 2, is then queued with CPU 1, which is its home now.',
  },
  {
    from: { scenario: 'waits', step: 8 },
    says: 'Try to let CPU 0 choose the realtime task 0, which is refused. Then let time pass and choose again: it waited for the quantum of the background task.',
  },
];
