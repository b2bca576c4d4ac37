/** Runs of `avyos/sutra`: its scenarios, and what its searches must find. */
import { withRuns } from '../../../engine/language.ts';
import { model } from './model.ts';

const create = { call: { by: 0, request: 'CreateWindow' } } as const;
const destroy = { call: { by: 0, request: 'DestroyWindow' } } as const;
const answered = [{ handle: {} }, { reply: {} }, { receive: {} }] as const;

export const runs = withRuns(model, {
  scenarios: {
    whole: {
      title: 'A window is created and destroyed, and an event arrives in between',
      steps: [create, ...answered, { tell: { of: 0 } }, destroy, { receive: {} }, ...answered],
      ends: 'safe',
    },
    oneInFlight: {
      title: 'A second request waits until the first is answered',
      steps: [create, { call: { by: 1, request: 'CreateWindow' } }],
      ends: { refused: 'no other request is in flight' },
    },
    closed: {
      title: 'A handler fails, and all that the caller learns is the end',
      steps: [create, { handle: {} }, { fail: {} }, { learn: {} }],
      ends: 'safe',
    },
    swapped: {
      title: 'Two requests in flight: a caller takes the reply to another',
      with: { manyInFlight: true },
      steps: [create, { call: { by: 1, request: 'CreateWindow' } }, ...answered],
      ends: { violates: 'a reply goes to the request that it answers' },
    },
    renumbered: {
      title: 'The service is generated anew: an old client asks to destroy a window, and it is cropped',
      with: { serviceAhead: true },
      steps: [create, ...answered, destroy, { handle: {} }],
      ends: { violates: 'the service runs what was asked for' },
    },
    eventAsReply: {
      title: 'The client is generated anew, and takes an event for its reply',
      with: { clientAhead: true },
      steps: [create, ...answered, { tell: { of: 0 } }, destroy, { receive: {} }],
      ends: { violates: 'a reply goes to the request that it answers' },
    },
    bothAnew: {
      title: 'Both ends are generated anew, and nothing breaks',
      with: { serviceAhead: true, clientAhead: true },
      steps: [create, ...answered, destroy, ...answered],
      ends: 'safe',
    },
    tooEarly: {
      title: 'As read at 45fc7afc: an event comes before the reply that names its window',
      with: { eventFirst: true },
      steps: [create, { handle: {} }, { tell: { of: 0 } }, { receive: {} }],
      ends: { violates: 'no event overtakes the reply to its cause' },
    },
    forEver: {
      title: 'As read at 45fc7afc: a function for an event asks, and waits for ever',
      with: { asksInEvent: true },
      // prettier-ignore
      steps: [
        create, ...answered, { tell: { of: 0 } }, { askInEvent: { by: 0, request: 'DestroyWindow' } }, { handle: {} }, { reply: {} }, { receive: {} },
      ],
      ends: { refused: 'the loop that receives is free' },
    },
  },
  expect: [
    { states: 175, transitions: 328, depth: 17 },
    { with: { callers: 3, room: 3 }, states: 2_085, transitions: 4_644, depth: 26 },
    { with: { serviceAhead: true, clientAhead: true }, states: 175, transitions: 328, depth: 17 },
    { with: { unsorted: true }, violates: 'the service runs what was asked for', steps: 2 },
    { with: { serviceAhead: true }, violates: 'the service runs what was asked for', steps: 6 },
    { with: { clientAhead: true }, violates: 'a reply goes to the request that it answers', steps: 7 },
    { with: { manyInFlight: true }, violates: 'a reply goes to the request that it answers', steps: 5 },
    { with: { eventFirst: true }, violates: 'no event overtakes the reply to its cause', steps: 4 },
    { with: { asksInEvent: true }, violates: 'who asks is answered or told of the end', stem: 8, loop: 0 },
    { with: { forgetsWaiters: true }, violates: 'who asks is answered or told of the end', stem: 3, loop: 1 },
  ],
});
