/** Runs of `starina/microvm`: its scenarios, and what its searches must find. */
import { withRuns } from '../../../engine/language.ts';
import { model } from './model.ts';

export const runs = withRuns(model, {
  scenarios: {
    late: {
      title: 'Something comes just before the guest idles, and the timer finds it',
      // prettier-ignore
      steps: [
        { look: {} }, { run: {} }, { arrive: { it: 0 } }, { idle: {} }, { wake: {} }, { look: {} }, { run: {} },
        { claim: { it: 0 } }, { acknowledge: {} }, { emulate: {} }, { look: {} }, { run: {} }, { complete: {} },
      ],
      ends: 'safe',
    },
    repaired: {
      title: 'A completion clears a newer cause, and the status raises it again',
      // prettier-ignore
      steps: [
        { arrive: { it: 1 } }, { look: {} }, { run: {} }, { claim: { it: 1 } }, { acknowledge: {} }, { emulate: {} },
        { arrive: { it: 1 } }, { look: {} }, { run: {} }, { complete: {} }, { idle: {} }, { wake: {} }, { look: {} }, { run: {} },
        { claim: { it: 1 } },
      ],
      ends: 'safe',
    },
    lowest: {
      title: 'Of two that are pending the lower number goes first',
      steps: [{ arrive: { it: 0 } }, { arrive: { it: 1 } }, { look: {} }, { run: {} }, { claim: { it: 1 } }],
      ends: { refused: 'its number is the lowest that is pending' },
    },
    twice: {
      title: 'Without the clearing of the bits, the guest is told again of what it has read',
      with: { keepsBits: true, devices: 1 },
      // prettier-ignore
      steps: [
        { arrive: { it: 0 } }, { look: {} }, { run: {} }, { claim: { it: 0 } }, { acknowledge: {} }, { emulate: {} }, { look: {} }, { run: {} },
        { complete: {} }, { idle: {} }, { wake: {} }, { look: {} }, { run: {} }, { claim: { it: 0 } },
      ],
      ends: { violates: 'no number is handled without a cause' },
    },
    left: {
      title: 'One bit a turn leaves the other in the library',
      with: { takesOne: true },
      steps: [{ arrive: { it: 0 } }, { arrive: { it: 1 } }, { look: {} }, { run: {} }],
      ends: { violates: 'no interrupt is left in the library while the guest runs' },
    },
    asleep: {
      title: 'Without a timer, what came before the wait is not seen',
      with: { waitsForNews: true, devices: 1 },
      steps: [{ look: {} }, { run: {} }, { arrive: { it: 0 } }, { idle: {} }, { wake: {} }],
      ends: { refused: 'the timer has run out (with the fault: something has come during the wait)' },
    },
  },
  expect: [
    { states: 204, transitions: 408, depth: 16 },
    { with: { waitsForNews: true, devices: 1 }, violates: 'an idle guest runs again when something has come', stem: 4, loop: 0 },
    { with: { raisesOnce: true, devices: 1 }, violates: 'what a device holds reaches the guest', stem: 11, loop: 4 },
    { with: { keepsBits: true, devices: 1 }, violates: 'no number is handled without a cause', steps: 14 },
    { with: { keepsPending: true }, violates: 'no number is handled without a cause', steps: 10 },
    { with: { takesOne: true }, violates: 'no interrupt is left in the library while the guest runs', steps: 4 },
  ],
});
