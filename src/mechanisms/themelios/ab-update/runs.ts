/** Runs of `themelios/ab-update`: its scenarios, and what its searches must find. */
import { withRuns } from '../../../engine/language.ts';
import { model } from './model.ts';

export const runs = withRuns(model, {
  scenarios: {
    confirmed: {
      title: 'An update is written, tried and confirmed',
      // prettier-ignore
      steps: [
        { download: { to: 1, image: 'working' } }, { write: { to: 1 } }, { write: { to: 1 } }, { tryNext: { it: 1 } },
        { boot: {} }, { confirm: { it: 1 } },
      ],
      ends: 'safe',
    },
    rolledBack: {
      title: 'A broken image fails twice, and the old one starts',
      // prettier-ignore
      steps: [
        { download: { to: 1, image: 'broken' } }, { write: { to: 1 } }, { write: { to: 1 } }, { tryNext: { it: 1 } },
        { boot: {} }, { fail: { it: 1 } }, { boot: {} }, { fail: { it: 1 } }, { boot: {} },
      ],
      ends: 'safe',
    },
    torn: {
      title: 'After a power failure a half-written slot is not tried',
      steps: [{ download: { to: 1, image: 'working' } }, { write: { to: 1 } }, { cutPower: {} }, { boot: {} }, { tryNext: { it: 1 } }],
      ends: { refused: 'the update writes to this slot' },
    },
    tooEarly: {
      title: 'A broken image is marked good before it has run',
      with: { marksGoodEarly: true },
      steps: [{ download: { to: 1, image: 'broken' } }, { write: { to: 1 } }, { write: { to: 1 } }, { tryNext: { it: 1 } }],
      ends: { violates: 'the slot to fall back to holds an image that runs' },
    },
  },
  expect: [
    { states: 56, transitions: 100, depth: 14 },
    { symmetric: true, states: 28, transitions: 50, depth: 8 },
    { with: { marksGoodEarly: true }, violates: 'the slot to fall back to holds an image that runs', steps: 4 },
    { with: { writesRunning: true }, violates: 'the slot to fall back to holds an image that runs', steps: 1 },
    { with: { updatesOnTrial: true }, violates: 'the slot to fall back to holds an image that runs', steps: 6 },
    { with: { skipsCheck: true }, violates: 'a torn image is never started', steps: 3 },
    { with: { countsNoTries: true }, violates: 'an image on trial is confirmed or rolled back', stem: 4, loop: 2 },
  ],
});
