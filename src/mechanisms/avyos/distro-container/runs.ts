/** Runs of `avyos/distro-container`: its scenarios, and what its searches must find. */
import { withRuns } from '../../../engine/language.ts';
import { model } from './model.ts';

export const runs = withRuns(model, {
  scenarios: {
    asks: {
      title: 'A process works in the distribution, asks a service, and is served once that is allowed',
      // prettier-ignore
      steps: [
        { isolate: {} }, { giveProc: {} }, { giveDev: {} }, { changeRoot: {} }, { run: { it: 0 } }, { reach: { by: 0, to: 'the distribution' } },
        { ask: { by: 0 } }, { answer: { to: 0, how: 'refused' } }, { allow: {} }, { ask: { by: 0 } }, { answer: { to: 0, how: 'served' } },
        { end: { it: 0 } },
      ],
      ends: 'safe',
    },
  },
  expect: [{ states: 1, transitions: 1, depth: 1 }],
});
