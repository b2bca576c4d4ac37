/** Runs of `themelios/ipc`: its scenarios, and what its searches must find. */
import { withRuns } from '../../../engine/language.ts';
import { model } from './model.ts';

export const runs = withRuns(model, {
  scenarios: {
    rendezvous: {
      title: 'A server waits, a client calls, and the reply wakes it',
      steps: [{ receive: { by: 0 } }, { call: { by: 1 } }, { send: { by: 2 } }, { reply: { by: 0 } }, { receive: { by: 0 } }],
      ends: 'safe',
    },
    answeredTwice: {
      title: 'A token answers once',
      steps: [{ call: { by: 1 } }, { receive: { by: 0 } }, { reply: { by: 0 } }, { reply: { by: 0 } }],
      ends: { refused: 'a caller waits under its token' },
    },
    wokenEarly: {
      title: 'A caller is woken when its message is taken, before any reply',
      with: { wakesCallers: true },
      steps: [{ call: { by: 1 } }, { receive: { by: 0 } }],
      ends: { violates: 'a caller sleeps until its reply' },
    },
    lostWakeUp: {
      title: 'A wake-up comes before the sleep, and is lost',
      with: { staysInterruptible: true },
      steps: [{ send: { by: 1 } }, { receive: { by: 0 } }, { fallAsleep: { by: 1 } }],
      ends: { violates: 'no wake-up is lost' },
    },
    leftWaiting: {
      title: 'An endpoint is destroyed, and who waits at it sleeps for ever',
      with: { leavesWaiting: true },
      steps: [{ send: { by: 1 } }, { destroy: {} }],
      ends: { violates: 'nobody sleeps at an endpoint that is gone' },
    },
    stranger: {
      title: 'A task answers a call that nobody has received yet',
      with: { strangerReplies: true },
      steps: [{ call: { by: 1 } }, { intrude: { by: 0, to: 1 } }],
      ends: { violates: 'a call is answered by the task that received it' },
    },
    killed: {
      title: 'A receiver is killed, and stays first in line for the next message',
      with: { killsWaiting: true },
      steps: [{ receive: { by: 0 } }, { kill: { it: 0 } }],
      ends: { violates: 'who is dead stands in no queue' },
    },
  },
  expect: [
    { states: 2_934, transitions: 4_209, depth: 12 },
    { with: { wakesCallers: true }, violates: 'a caller sleeps until its reply', steps: 2 },
    { with: { staysInterruptible: true }, violates: 'no wake-up is lost', steps: 3 },
    { with: { reusesToken: true }, violates: 'a reply reaches the caller that asked', steps: 5 },
    { with: { strangerReplies: true }, violates: 'a call is answered by the task that received it', steps: 2 },
    { with: { killsWaiting: true }, violates: 'who is dead stands in no queue', steps: 2 },
    { with: { leavesWaiting: true }, violates: 'nobody sleeps at an endpoint that is gone', steps: 2 },
  ],
});
