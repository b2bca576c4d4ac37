/** Runs of `starina/poll`: its scenarios, and what its searches must find. */
import { withRuns } from '../../../engine/language.ts';
import { model } from './model.ts';

const lost = 'nobody sleeps while a ready channel is seen to by nobody';

export const runs = withRuns(model, {
  scenarios: {
    woken: {
      title: 'Two threads wait, one is woken, and it is told of what is ready',
      // prettier-ignore
      steps: [
        { wait: { by: 0 } }, { wait: { by: 1 } }, { becomeWritable: { at: 1 } }, { arrive: { at: 0 } }, { lookAgain: { by: 0 } },
        { receive: { by: 0 } }, { wait: { by: 0 } },
      ],
      ends: 'safe',
    },
    rest: {
      title: 'A receive leaves a message behind, and the other thread is woken for it',
      // prettier-ignore
      steps: [
        { arrive: { at: 0 } }, { wait: { by: 0 } }, { receive: { by: 0 } }, { wait: { by: 1 } }, { arrive: { at: 0 } },
        { arrive: { at: 0 } }, { lookAgain: { by: 1 } }, { receive: { by: 1 } }, { wait: { by: 0 } },
      ],
      ends: 'safe',
    },
    unhandled: {
      title: 'A thread may not wait again before it has handled what it was told',
      steps: [{ arrive: { at: 0 } }, { wait: { by: 0 } }, { wait: { by: 0 } }],
      ends: { refused: 'it has handled what it was told' },
    },
    edge: {
      title: 'A queue that is trusted reports a channel that has nothing to read',
      with: { trustsQueue: true },
      steps: [{ becomeWritable: { at: 1 } }, { wait: { by: 0 } }],
      ends: { violates: 'what is reported was ready' },
    },
    lost: {
      title: 'As read at 98dae3c: a wake-up goes to a thread that has moved on, and the other sleeps beside a message',
      with: { standsTwice: true },
      // prettier-ignore
      steps: [
        { wait: { by: 0 } }, { lookAgain: { by: 0 } }, { wait: { by: 1 } }, { arrive: { at: 0 } }, { lookAgain: { by: 0 } },
        { arrive: { at: 1 } },
      ],
      ends: { violates: lost },
    },
    asleep: {
      title: 'As read at 98dae3c: after a sleep, too, a thread stands in the line twice, and a wake-up is lost by it',
      with: { standsTwice: true },
      // prettier-ignore
      steps: [
        { wait: { by: 1 } }, { arrive: { at: 0 } }, { lookAgain: { by: 1 } }, { receive: { by: 1 } }, { wait: { by: 1 } }, { lookAgain: { by: 1 } },
        { wait: { by: 2 } }, { arrive: { at: 0 } }, { lookAgain: { by: 1 } }, { arrive: { at: 1 } },
      ],
      ends: { violates: lost },
    },
    herd: {
      title: 'One message wakes both threads',
      with: { wakesAll: true },
      steps: [{ wait: { by: 0 } }, { wait: { by: 1 } }, { arrive: { at: 0 } }],
      ends: { violates: 'a notification wakes one thread at most, and only for an event of interest' },
    },
  },
  expect: [
    { states: 3_132, transitions: 17_374, depth: 11 },
    { with: { trustsQueue: true }, violates: 'what is reported was ready', steps: 2 },
    { with: { forgetsReported: true }, violates: 'a channel that is ready stands in the queue', steps: 2 },
    { with: { queuesTwice: true }, violates: 'an id stands in the ready queue at most once', steps: 2 },
    { with: { wakesAll: true }, violates: 'a notification wakes one thread at most, and only for an event of interest', steps: 3 },
    { with: { wakesForAnything: true }, violates: 'a notification wakes one thread at most, and only for an event of interest', steps: 2 },
    { with: { addLooksNot: true }, violates: 'a channel that is ready stands in the queue', steps: 3 },
    { with: { restIsSilent: true }, violates: lost, steps: 8 },
    { with: { manyProcessors: true }, violates: lost, steps: 7 },
    { with: { standsTwice: true }, violates: lost, steps: 6 },
    { with: { putsFirst: true }, violates: 'a channel that is ready is reported in its turn', stem: 2, loop: 3 },
  ],
});
