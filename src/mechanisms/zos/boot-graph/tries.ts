/** Three things worth doing with `zos/boot-graph`. Apart from its runs, because a page has them and a player does not. */
import type { Try } from '../../../engine/language.ts';

export const tries: readonly Try[] = [
  {
    from: { scenario: 'failed', step: 7 },
    says: 'Take `start` of boot. It is refused, because internet has ended with an error, and nothing starts a one-shot again: no step is left for internet, and five units stay blocked.',
  },
  {
    from: { scenario: 'endedWell', step: 5 },
    says: 'Take `start` of boot: storaged is only spawned, so it is refused. Then let storaged `stop` with success and start boot again. Now it starts, although the cache was never mounted; with `counts success` off it is refused.',
  },
  {
    from: { scenario: 'taken', step: 14 },
    says: 'Try to `start` networkd, and then provisiond: each is refused for the sake of the other. Nothing is left to happen but a mishap, and nothing says why the two do not come up.',
  },
];
