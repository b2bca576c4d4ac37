/** Three things worth doing with `zos/provisioning`. Apart from its runs, because a page has them and a player does not. */
import type { Try } from '../../../engine/language.ts';

export const tries: readonly Try[] = [
  {
    from: { scenario: 'crash', step: 3 },
    says: 'Take `crash` and `peek`. The job is still the first in the queue, because it leaves only when it has come true; the mount is there already, so that `install` goes on with the network.',
  },
  {
    from: { scenario: 'crash', step: 8 },
    says: '`update` the deployment to the network alone, `peek`, and try to `uninstall` the mount. That is refused: the machine comes after it in the order of types, and has to go first.',
  },
  {
    from: { scenario: 'neverCame', step: 1 },
    says: 'Take `reboot`. The user was promised a mount, and neither the deployment nor its job is left, as the code was read to do. Switch both faults off, and the job waits behind the replay.',
  },
];
