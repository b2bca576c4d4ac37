/** Runs of `violetos/deadline-scheduler`: its scenarios, and what its searches must find. */
import { withRuns } from '../../../engine/language.ts';
import { model } from './model.ts';

export const runs = withRuns(model, {
  scenarios: {
    ages: {
      title: 'A background task comes first in the end',
      with: { cpus: 1 },
      steps: [
        { choose: { by: 0, it: 0 } },
        { tick: {} },
        { choose: { by: 0, it: 2 } },
        { tick: {} },
        { choose: { by: 0, it: 0 } },
        { tick: {} },
        { choose: { by: 0, it: 1 } },
      ],
      ends: 'safe',
    },
    shield: {
      title: 'A realtime task is not stolen, nor is what stands behind it',
      steps: [{ choose: { by: 0, it: 0 } }, { tick: {} }, { choose: { by: 0, it: 2 } }, { steal: { by: 1, it: 1 } }],
      ends: { refused: 'it is the head of another queue' },
    },
    stolen: {
      title: 'A CPU without work steals the head of a queue',
      steps: [{ choose: { by: 0, it: 0 } }, { steal: { by: 1, it: 2 } }],
      ends: 'safe',
    },
    waits: {
      title: 'A realtime task that wakes waits for the quantum of a background task',
      with: { cpus: 1 },
      steps: [
        { choose: { by: 0, it: 0 } },
        { tick: {} },
        { sleep: { it: 0 } },
        { choose: { by: 0, it: 2 } },
        { tick: {} },
        { sleep: { it: 2 } },
        { choose: { by: 0, it: 1 } },
        { wake: { it: 0 } },
        { choose: { by: 0, it: 0 } },
      ],
      ends: { refused: 'no quantum runs on the CPU' },
    },
    starves: {
      title: 'Without the time in its key, a background task never comes first',
      with: { cpus: 1, keysDoNotAge: true },
      steps: [
        { choose: { by: 0, it: 0 } },
        { tick: {} },
        { choose: { by: 0, it: 2 } },
        { tick: {} },
        { choose: { by: 0, it: 0 } },
        { tick: {} },
        { choose: { by: 0, it: 1 } },
      ],
      ends: { refused: 'no other of its own or of the new tasks has a smaller key' },
    },
  },
  expect: [
    { states: 3_913, transitions: 11_543, depth: 28 },
    { with: { quantum: 2 }, states: 7_633, transitions: 22_387, depth: 32 },
    { with: { tasks: 4 }, states: 81_845, transitions: 279_487, depth: 35 },
    { with: { keysDoNotAge: true }, violates: 'a task that is queued runs', stem: 1, loop: 4 },
    { with: { takesTheLast: true }, violates: 'a CPU passes over no smaller key in its own queue', steps: 1 },
    { with: { stealsAnything: true }, violates: 'a realtime task is not stolen', steps: 4 },
    { with: { cutsShort: true }, violates: 'a task keeps the CPU until its quantum is used up', steps: 2 },
    { with: { keepsStolen: true }, violates: 'a task is in one place', steps: 2 },
    { with: { goesOn: true }, violates: 'no key is overdue by more than a quantum for each other task', steps: 8 },
  ],
});
