/** Runs of `violetos/future-wait`: its scenarios, and what its searches must find. */
import { withRuns } from '../../../engine/language.ts';
import { model } from './model.ts';

export const runs = withRuns(model, {
  scenarios: {
    barrier: {
      title: 'A barrier waits on after a failure, until everything has settled',
      steps: [
        { begin: { by: 0, over: [0, 1], how: 'barrier', sleeps: 'may sleep' } },
        { settle: { it: 0, as: 'cancelled' } },
        { settle: { it: 1, as: 'resolved' } },
        { load: { it: 0 } },
      ],
      ends: 'safe',
    },
    late: {
      title: 'A future settles for a wait that has ended',
      steps: [
        { begin: { by: 0, over: [0, 1], how: 'race', sleeps: 'may not sleep' } },
        { begin: { by: 0, over: [0], how: 'race', sleeps: 'may sleep' } },
        { settle: { it: 1, as: 'resolved' } },
        { settle: { it: 0, as: 'cancelled' } },
        { load: { it: 0 } },
      ],
      ends: 'safe',
    },
    twice: {
      title: 'A future is settled, and cannot be settled again',
      steps: [{ settle: { it: 0, as: 'resolved' } }, { settle: { it: 0, as: 'cancelled' } }],
      ends: { refused: 'the future is pending' },
    },
    early: {
      title: 'As read at dfc2461: a barrier ends at the first failure, and one future is still pending',
      with: { barrierEndsEarly: true },
      steps: [
        { begin: { by: 0, over: [0, 1], how: 'barrier', sleeps: 'may sleep' } },
        { settle: { it: 0, as: 'cancelled' } },
        { load: { it: 0 } },
      ],
      ends: { violates: 'a wait ends only when its mode says so' },
    },
    lostFailure: {
      title: 'As read at dfc2461: a transaction sleeps and is not told which future failed',
      with: { losesTheFailure: true },
      steps: [
        { begin: { by: 0, over: [0, 1], how: 'transaction', sleeps: 'may sleep' } },
        { settle: { it: 1, as: 'cancelled' } },
        { load: { it: 0 } },
      ],
      ends: { violates: 'a wait that stops at a failure is told which' },
    },
    takenOver: {
      title: 'As read at dfc2461: a second waiter takes the future, and the first will sleep for ever',
      with: { secondTakesOver: true },
      steps: [
        { begin: { by: 0, over: [0], how: 'race', sleeps: 'may sleep' } },
        { begin: { by: 1, over: [0], how: 'any resolve', sleeps: 'may sleep' } },
      ],
      ends: { violates: 'a future knows the one task that sleeps on it' },
    },
    deadNumber: {
      title: 'As read at dfc2461: a wait on a number without a future reports success',
      with: { deadNumberSucceeds: true },
      steps: [
        { settle: { it: 0, as: 'resolved' } },
        { release: { it: 0 } },
        { begin: { by: 0, over: [0], how: 'any resolve', sleeps: 'may sleep' } },
      ],
      ends: { violates: 'success means that the threshold was reached' },
    },
    unguarded: {
      title: 'Without generations, a late future counts for the wrong wait',
      with: { forgetsGenerations: true },
      steps: [
        { begin: { by: 0, over: [0, 1], how: 'race', sleeps: 'may not sleep' } },
        { begin: { by: 0, over: [0], how: 'race', sleeps: 'may sleep' } },
        { settle: { it: 1, as: 'resolved' } },
      ],
      ends: { violates: 'only futures of the present wait are counted' },
    },
  },
  expect: [
    { states: 61_380, transitions: 184_492, depth: 7 },
    { with: { barrierEndsEarly: true }, violates: 'a wait ends only when its mode says so', steps: 2 },
    { with: { cancelsInSilence: true }, violates: 'a wait that is over sleeps no longer', steps: 2 },
    { with: { deadNumberSucceeds: true }, violates: 'success means that the threshold was reached', steps: 3 },
    { with: { comparesPendingOnly: true }, violates: 'insolvent means that the threshold was out of reach', steps: 2 },
    { with: { losesTheFailure: true }, violates: 'a wait that stops at a failure is told which', steps: 3 },
    { with: { forgetsGenerations: true }, violates: 'only futures of the present wait are counted', steps: 3 },
    { with: { secondTakesOver: true }, violates: 'a future knows the one task that sleeps on it', steps: 2 },
    { with: { settlesTwice: true }, violates: 'a future is settled once', steps: 2 },
  ],
});
