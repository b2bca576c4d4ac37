/** Three things worth doing with `avyos/boot-mounts`. Apart from its runs, because a page has them and a player does not. */
import type { Try } from '../../../engine/language.ts';

export const tries: readonly Try[] = [
  {
    from: { scenario: 'whole', step: 4 },
    says: 'Try to mount the core before the root: it is refused, since the core lies on the root. Then mount the root, the core, and hand over at once: that is refused too, until /proc, /dev and /run have moved.',
  },
  {
    from: { scenario: 'whole', step: 13 },
    says: 'Let a client connect to service 0, which was started a step ago, and read the refusal. Let the service make its endpoint and connect again: now the client is there.',
  },
  {
    from: { scenario: 'whole', step: 16 },
    says: 'Change setting 0 in the core, and it is refused; change it in the state, and start the machine again. Both settings are kept, although nothing is mounted any more.',
  },
];
