/** Three things worth doing with `themelios/ab-update`. Apart from its runs, because a page has them and a player does not. */
import type { Try } from '../../../engine/language.ts';

export const tries: readonly Try[] = [
  {
    from: { scenario: 'torn', step: 2 },
    says: 'Half an image is written. Take `cut power` and `boot`: slot 0 starts. Now try to `try next` slot 1: that is refused, since no update writes to it any more, and a new `download` begins with no block written.',
  },
  {
    from: { scenario: 'confirmed', step: 5 },
    says: 'The new image runs, and it works. Take `cut power` and `boot`, twice over: slot 0 runs again, because an image that is never confirmed uses up its tries, even one that works.',
  },
  {
    from: { scenario: 'rolledBack', step: 5 },
    says: 'Take `fail` and `boot`, twice over: the tries are used up, and slot 0 starts. Go back to step 5, switch on under Break it that the boot loader does not count its tries, and do the same: the broken image is started each time.',
  },
];
