/** Runs of `avyos/supervisor`: its scenarios, and what its searches must find. */
import { withRuns } from '../../../engine/language.ts';
import { model } from './model.ts';

export const runs = withRuns(model, {
  scenarios: {
    whole: {
      title: 'A service fails and is restarted, and the stop goes backwards',
      // prettier-ignore
      steps: [
        { start: { it: 0 } }, { start: { it: 1 } }, { exit: { it: 0, how: 'with a failure' } }, { reap: { it: 0 } }, { handleExit: { it: 0 } },
        { restart: { it: 0 } }, { stop: {} }, { terminate: { it: 1 } }, { terminate: { it: 0 } },
      ],
      with: { services: 2 },
      ends: 'safe',
    },
    reverse: {
      title: 'The first service is not the first to be stopped',
      with: { services: 2 },
      steps: [{ start: { it: 0 } }, { start: { it: 1 } }, { stop: {} }, { terminate: { it: 0 } }],
      ends: { refused: 'nothing after it in the list is still started' },
    },
    dropped: {
      title: 'A full channel drops an end, and the service counts as started for ever',
      with: { services: 2, dropsEnds: true },
      // prettier-ignore
      steps: [
        { start: { it: 0 } }, { start: { it: 1 } }, { exit: { it: 0, how: 'with a failure' } }, { exit: { it: 1, how: 'with a failure' } },
        { reap: { it: 0 } }, { reap: { it: 1 } },
      ],
      ends: { violates: 'an end is never forgotten' },
    },
  },
  expect: [
    { states: 4_688, transitions: 13_769, depth: 21 },
    { with: { startsAnywhere: true }, violates: 'a service starts after all before it in the list', steps: 1 },
    { with: { dropsEnds: true }, violates: 'an end is never forgotten', steps: 6 },
    { with: { keepsRetries: true }, violates: 'only failures in a row end a service for good', steps: 14 },
    { with: { stopsForwards: true }, violates: 'the stop goes through the list in reverse', steps: 5 },
    { with: { restartsAfterStop: true }, violates: 'nothing starts once the stop has begun', steps: 7 },
    { with: { takesNewest: true, room: 2 }, violates: 'a service that fails runs again or is given up', stem: 5, loop: 4 },
  ],
});
