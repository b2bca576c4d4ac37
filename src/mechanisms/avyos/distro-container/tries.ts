/** Three things worth doing with `avyos/distro-container`. Apart from its runs, because a page has them and a player does not. */
import type { Try } from '../../../engine/language.ts';

export const tries: readonly Try[] = [
  {
    from: { scenario: 'asks', step: 5 },
    says: 'Let process 0 reach for the files, the processes and the devices of the host: each is refused, since no way leads there. Only the distribution lies open.',
  },
  {
    from: { scenario: 'asks', step: 7 },
    says: 'Let the service answer that the process is served: it is refused. Allow the container to use services and answer again, and then the process is served.',
  },
  {
    from: { scenario: 'outside', step: 5 },
    says: 'Under Break it, switch on that the /proc of the host is bound in, make the container anew, and let process 0 reach for the files of the host: it is refused still. Switch on too that root in the container is the root of the host, do the same, and it gets there.',
  },
];
