/** Three things worth doing with `starina/startup`. Apart from its runs, because a page has them and a player does not. */
import type { Try } from '../../../engine/language.ts';

export const tries: readonly Try[] = [
  {
    from: { scenario: 'whole', step: 2 },
    says: 'Take `boot`, and look under what is refused for `look up` of app 0: it has to wait until `make channel` has made the startup channel of app 1.',
  },
  {
    from: { scenario: 'missing', step: 4 },
    says: 'Take `look up` of app 0 and service 0. The boot stops and names service 0 and app 0, and no app has run.',
  },
  {
    from: { scenario: 'cycle', step: 11 },
    says: 'Take `run` of app 1 first, then of app 0. Which of the two comes first makes no difference, because each finds a Connect of the other on its startup channel.',
  },
];
