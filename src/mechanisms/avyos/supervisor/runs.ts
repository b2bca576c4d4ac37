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
      ends: { refused: 'of all that are to stop, nothing after it in the list is still started' },
    },
    dropped: {
      title: 'As read at 45fc7afc: a full channel drops an end, and the service counts as started for ever',
      with: { services: 2, dropsEnds: true },
      // prettier-ignore
      steps: [
        { start: { it: 0 } }, { start: { it: 1 } }, { exit: { it: 0, how: 'with a failure' } }, { exit: { it: 1, how: 'with a failure' } },
        { reap: { it: 0 } }, { reap: { it: 1 } },
      ],
      ends: { violates: 'an end is never forgotten' },
    },
    alone: {
      title: 'A service is stopped alone and started again',
      with: { services: 2 },
      // prettier-ignore
      steps: [
        { start: { it: 0 } }, { start: { it: 1 } }, { terminate: { it: 1 } }, { exit: { it: 1, how: 'by SIGKILL' } }, { reap: { it: 1 } },
        { handleExit: { it: 1 } }, { start: { it: 1 } },
      ],
      ends: 'safe',
    },
    holdsNot: {
      title: 'As read at 45fc7afc: a service that is stopped alone runs again after a second',
      with: { services: 2, policyBeatsStop: true },
      // prettier-ignore
      steps: [
        { start: { it: 0 } }, { start: { it: 1 } }, { terminate: { it: 1 } }, { exit: { it: 1, how: 'cleanly' } }, { reap: { it: 1 } },
        { handleExit: { it: 1 } }, { restart: { it: 1 } },
      ],
      ends: { violates: 'a service that was stopped alone stays stopped' },
    },
    killsNew: {
      title: 'As read at 45fc7afc: a service is stopped and started, and the timer of the stop kills the new process',
      with: { services: 2, killsTheNext: true },
      // prettier-ignore
      steps: [
        { start: { it: 0 } }, { start: { it: 1 } }, { terminate: { it: 1 } }, { exit: { it: 1, how: 'cleanly' } }, { reap: { it: 1 } },
        { handleExit: { it: 1 } }, { start: { it: 1 } }, { exit: { it: 1, how: 'by SIGKILL' } },
      ],
      ends: { violates: 'SIGKILL meets only a process that was sent SIGTERM' },
    },
    onceMore: {
      title: 'As read at 45fc7afc: after the stop of all one more end is handled, and its service is to start again',
      with: { services: 2, restartsAfterStop: true },
      // prettier-ignore
      steps: [
        { start: { it: 0 } }, { start: { it: 1 } }, { stop: {} }, { terminate: { it: 1 } }, { exit: { it: 1, how: 'cleanly' } },
        { reap: { it: 1 } }, { handleExit: { it: 1 } },
      ],
      ends: { violates: 'nothing starts once the stop has begun' },
    },
  },
  expect: [
    { states: 32_595, transitions: 115_216, depth: 24 },
    { with: { startsAnywhere: true }, violates: 'a service starts after all before it in the list', steps: 1 },
    { with: { dropsEnds: true }, violates: 'an end is never forgotten', steps: 6 },
    { with: { keepsRetries: true }, violates: 'only failures in a row end a service for good', steps: 14 },
    { with: { stopsForwards: true }, violates: 'the stop goes through the list in reverse', steps: 5 },
    { with: { restartsAfterStop: true }, violates: 'nothing starts once the stop has begun', steps: 7 },
    { with: { policyBeatsStop: true, services: 2 }, violates: 'a service that was stopped alone stays stopped', steps: 7 },
    { with: { killsTheNext: true, services: 2 }, violates: 'SIGKILL meets only a process that was sent SIGTERM', steps: 8 },
    { with: { takesNewest: true, services: 2, room: 2 }, violates: 'a service that fails runs again or is given up', stem: 4, loop: 4 },
  ],
});
