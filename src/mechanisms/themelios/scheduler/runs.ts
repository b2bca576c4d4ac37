/** Runs of `themelios/scheduler`: its scenarios, and what its searches must find. */
import { withRuns } from '../../../engine/language.ts';
import { model } from './model.ts';

export const runs = withRuns(model, {
  scenarios: {
    turns: {
      title: 'Three tasks take turns',
      // prettier-ignore
      steps: [
        { tick: { by: 0 } }, { switchTo: { to: 2 } }, { run: { by: 2 } }, { tick: { by: 2 } }, { switchTo: { to: 3 } },
        { yieldNow: { by: 3 } }, { switchTo: { to: 0 } },
      ],
      ends: 'safe',
    },
    sleep: {
      title: 'Nobody is ready, the idle task runs, and after a wake-up the next tick ends its slice',
      // prettier-ignore
      steps: [
        { block: { by: 0 } }, { switchTo: { to: 2 } }, { exit: { by: 2 } }, { switchTo: { to: 3 } }, { block: { by: 3 } },
        { reap: { it: 2 } }, { switchTo: { to: 1 } }, { wake: { it: 0 } }, { tick: { by: 1 } }, { switchTo: { to: 0 } },
      ],
      ends: 'safe',
    },
    late: {
      title: 'A wake-up for a task that is not blocked has no effect',
      steps: [{ block: { by: 0 } }, { switchTo: { to: 2 } }, { wake: { it: 0 } }, { wake: { it: 0 } }],
      ends: { refused: 'the task is blocked' },
    },
    spared: {
      title: 'The stack that the kernel stands on is not freed',
      steps: [{ exit: { by: 0 } }, { reap: { it: 0 } }],
      ends: { refused: 'the kernel stands on another stack' },
    },
    twice: {
      title: 'A late wake-up puts a task into the queue a second time',
      with: { wakesAnyone: true },
      steps: [{ block: { by: 0 } }, { switchTo: { to: 2 } }, { wake: { it: 0 } }, { wake: { it: 0 } }],
      ends: { violates: 'no task stands in the queue twice' },
    },
    overtaken: {
      title: 'A task that is woken to the front makes another wait longer than its turn',
      with: { wakesToTheFront: true },
      // prettier-ignore
      steps: [
        { tick: { by: 0 } }, { switchTo: { to: 2 } }, { block: { by: 2 } }, { switchTo: { to: 3 } }, { wake: { it: 2 } },
        { tick: { by: 3 } }, { switchTo: { to: 2 } },
      ],
      ends: { violates: 'a ready task waits for at most one slice of each other' },
    },
  },
  expect: [
    { states: 562, transitions: 1_122, depth: 13 },
    { with: { wakesAnyone: true }, violates: 'no task stands in the queue twice', steps: 1 },
    { with: { wakesToTheFront: true }, violates: 'a ready task waits for at most one slice of each other', steps: 7 },
    { with: { reapsCurrent: true }, violates: 'the kernel stands on a stack that is not freed', steps: 2 },
    { with: { requeuesDead: true }, violates: 'a dead task neither runs nor waits to run', steps: 2 },
    { with: { queuesIdle: true }, violates: 'the idle task is never queued', steps: 9 },
    { with: { keepsMark: true }, violates: 'no two tasks are running', steps: 2 },
    { with: { acknowledgesLate: true }, violates: 'every ready task runs', stem: 2, loop: 1 },
  ],
});
