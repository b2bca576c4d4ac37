/** Three things worth doing with `themelios/overlay-fs`. Apart from its runs, because a page has them and a player does not. */
import type { Try } from '../../../engine/language.ts';

export const tries: readonly Try[] = [
  {
    from: { scenario: 'ephemeral', step: 2 },
    says: 'Take `unlink` of /motd, and try to `open` it: a whiteout hides it, though it still lies in the image. Take `restart`, and it opens as it was built, without what was written.',
  },
  {
    from: { scenario: 'full', step: 2 },
    says: 'Try to `write` through handle 0. That is refused: the first write copies the file up, and memory is full. `unlink` /notes, which gives its room back, and write again.',
  },
  {
    from: { scenario: 'returned', step: 2 },
    says: 'Take `write` of the head through handle 0, which was opened before the file was removed: the file is there again, as was concluded from the code. Switch the fault off, and the same write is refused, because a whiteout hides the file.',
  },
];
