/** Three things worth doing with `starina/isolation`. Apart from its runs, because a page has them and a player does not. */
import type { Try } from '../../../engine/language.ts';

export const tries: readonly Try[] = [
  {
    from: { scenario: 'reach', step: 2 },
    says: 'Let the app err and write to the memory of the kernel: in the kernel that memory is spoilt, and behind page tables and in the sandbox the app ends alone.',
  },
  {
    from: { scenario: 'alike', step: 1 },
    says: 'Let the app send its buffer twice: the second time all three answer that the channel is full.',
  },
  {
    from: { scenario: 'safe', step: 1 },
    says: 'Let the app err and panic: it ends in all three, and the other app and the kernel stay whole.',
  },
];
