/** Three things worth doing with `avyos/sutra`. Apart from its runs, because a page has them and a player does not. */
import type { Try } from '../../../engine/language.ts';

export const tries: readonly Try[] = [
  {
    from: { scenario: 'renumbered', step: 4 },
    says: 'Let caller 0 `call` for DestroyWindow, `handle` it, and compare the two columns of opcodes. The client sent 2, which at the service is CropWindow, so the window is cropped and not destroyed.',
  },
  {
    from: { scenario: 'closed', step: 2 },
    says: '`fail`, and then `learn`. Caller 0 is told that the connection has ended, and no step could have told it why; the window was created all the same.',
  },
  {
    from: { scenario: 'forEver', step: 5 },
    says: '`askInEvent` for DestroyWindow, `handle` it, `reply`, and then try to `receive`. That is refused, because the loop that would take the reply waits for it.',
  },
];
