/** Three things worth doing with `themelios/audit-log`. Apart from its runs, because a page has them and a player does not. */
import type { Try } from '../../../engine/language.ts';

export const tries: readonly Try[] = [
  {
    from: { scenario: 'gap', step: 11 },
    says: 'Take `read`. The entry with number 2 is overwritten, and the reader can tell: it has seen number 1, and the oldest that it finds is number 3.',
  },
  {
    from: { scenario: 'first', step: 2 },
    says: 'Try to `carry out` a second call: that is refused, because it is not recorded. Under Break it, switch on that a call may be carried out before it is recorded, as on aarch64, and do it: the log knows nothing of that call.',
  },
  {
    from: { scenario: 'believed', step: 1 },
    says: 'Take `edit` of entry 0 and `read`: the reader believes the changed entry. Then set Chained by digests to yes. The run is replayed, and the reader raises an alarm instead.',
  },
];
