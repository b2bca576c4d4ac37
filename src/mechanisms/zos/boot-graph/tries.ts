/** Three things worth doing with `zos/boot-graph`. Apart from its runs, because a page has them and a player does not. */
import type { Try } from '../../../engine/language.ts';

export const tries: readonly Try[] = [
  {
    from: { scenario: 'failed', step: 7 },
    says: 'Take `start` of boot. It is refused, because internet has ended with an error, and nothing starts a one-shot again: no step is left for internet, and five units stay blocked.',
  },
  {
    from: { scenario: 'endedWell', step: 4 },
    says: 'Take `start` of boot: internet still runs and storaged is only spawned, so it is refused. Let storaged `stop` with success, let internet `finish`, and start boot again. Now it starts, although the cache was never mounted; with the fault switched off it is refused.',
  },
  {
    from: { scenario: 'taken', step: 14 },
    says: 'Try to `start` networkd, and then provisiond: each is refused for the sake of the other. Nothing is left to happen but a mishap, and the two wait for ever.',
  },
];
