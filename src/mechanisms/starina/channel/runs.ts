/** Runs of `starina/channel`: its scenarios, and what its searches must find. */
import { withRuns } from '../../../engine/language.ts';
import { model } from './model.ts';

export const runs = withRuns(model, {
  scenarios: {
    moves: {
      title: 'A handle moves, and the message outlives its sender',
      steps: [
        { send: { by: 0, carries: [] } },
        { send: { by: 0, carries: [1] } },
        { close: { by: 0 } },
        { receive: { by: 1 } },
        { receive: { by: 1 } },
        { learnNoPeer: { by: 1 } },
      ],
      ends: 'safe',
    },
    full: {
      title: 'A full queue refuses, and the sender should keep its handle',
      steps: [{ send: { by: 0, carries: [] } }, { send: { by: 0, carries: [1] } }, { send: { by: 0, carries: [0] } }],
      ends: { refused: 'the queue of the peer has room (else Full)' },
    },
    given: {
      title: 'A handle that was given away cannot be sent again',
      steps: [{ send: { by: 0, carries: [0] } }, { send: { by: 0, carries: [0, 1] } }],
      ends: { refused: 'the sender has every handle of the message (else HandleNotMovable)' },
    },
    dropped: {
      title: 'As read at 98dae3c: a send to a peer that has gone loses the handle that it carries',
      with: { takesFirst: true },
      steps: [{ close: { by: 1 } }, { send: { by: 0, carries: [0] } }],
      ends: { violates: 'a handle is in exactly one place' },
    },
    fullLoses: {
      title: 'As read at 98dae3c: a full queue refuses, and the handle is lost',
      with: { takesFirst: true, room: 1 },
      steps: [{ send: { by: 0, carries: [] } }, { send: { by: 0, carries: [0] } }],
      ends: { violates: 'a handle is in exactly one place' },
    },
    tableFull: {
      title: 'As read at 98dae3c: a receive into a full table loses the message and its handle',
      with: { takesBeforeRoom: true },
      steps: [{ send: { by: 0, carries: [0] } }, { receiveInVain: { by: 1 } }],
      ends: { violates: 'a handle is in exactly one place' },
    },
  },
  expect: [
    { states: 4_806, transitions: 12_816, depth: 16 },
    { with: { copiesHandles: true }, violates: 'a handle is in exactly one place', steps: 1 },
    { with: { takesFirst: true }, violates: 'a handle is in exactly one place', steps: 2 },
    { with: { takesBeforeRoom: true }, violates: 'a handle is in exactly one place', steps: 2 },
    { with: { overtakes: true }, violates: 'messages arrive in the order they were sent', steps: 2 },
    { with: { noPeerFirst: true }, violates: 'queued messages outlive the peer', steps: 3 },
  ],
});
