/** Three things worth doing with `starina/channel`. Apart from its runs, because a page has them and a player does not. */
import type { Try } from '../../../engine/language.ts';

export const tries: readonly Try[] = [
  {
    from: { scenario: 'moves', step: 2 },
    says: 'Take `close` of end 0, and look for `learn no peer` of end 1: it is refused as long as a message is queued. `receive` both, handle 1 with the second, and only then is end 1 told.',
  },
  {
    from: { scenario: 'full', step: 2 },
    says: 'Let end 0 `send` handle 0: that is refused, because the queue of its peer is full, and the handle stays where it is. Let end 1 `receive` once, and send again.',
  },
  {
    from: { scenario: 'dropped', step: 1 },
    says: 'Let end 0 `send` handle 0 to the end that is closed. The send fails, and the handle is nowhere, as the code was read to do. Switch the fault off: the send is refused, and end 0 keeps its handle.',
  },
];
