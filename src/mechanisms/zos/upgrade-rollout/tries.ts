/** Three things worth doing with `zos/upgrade-rollout`. Apart from its runs, because a page has them and a player does not. */
import type { Try } from '../../../engine/language.ts';

export const tries: readonly Try[] = [
  {
    from: { scenario: 'whole', step: 24 },
    says: 'Node 3, of a test farm, runs version 2 already. Look under what is refused for `look` of node 4, then take `mark safe` of production: the second gate is open, and node 4 can go on.',
  },
  {
    from: { scenario: 'boots', step: 2 },
    says: 'Take `reboot` of node 1. It comes up with version 2, which its registrar does not name, because bootstrap was read to ask the hub alone. Switch the fault off, and it comes up with what it had.',
  },
  {
    from: { scenario: 'mixture', step: 4 },
    says: 'Take `fail` of node 0: containerd of version 2 stays beside zos.flist of version 1, and the tag says 1. Then take `look` and `install`, and containerd is installed a second time.',
  },
];
