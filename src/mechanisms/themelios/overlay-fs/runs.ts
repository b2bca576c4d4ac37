/** Runs of `themelios/overlay-fs`: its scenarios, and what its searches must find. */
import { withRuns } from '../../../engine/language.ts';
import { model } from './model.ts';

export const runs = withRuns(model, {
  scenarios: {
    ephemeral: {
      title: 'A file is written, then removed, and as it was built after a restart',
      steps: [{ open: { at: '/../motd', as: 0 } }, { write: { through: 0, some: 'head' } }, { unlink: { at: '/motd' } }, { restart: {} }],
      ends: 'safe',
    },
    hidden: {
      title: 'A whiteout hides the file of the image',
      steps: [{ unlink: { at: '/motd' } }, { open: { at: '/motd', as: 0 } }],
      ends: { refused: 'no whiteout hides the file' },
    },
    full: {
      title: 'Memory has no room for a second file',
      steps: [{ create: { at: '/notes' } }, { open: { at: '/motd', as: 0 } }, { write: { through: 0, some: 'tail' } }],
      ends: { refused: 'memory has room' },
    },
    returned: {
      title: 'A removed file comes back through an old handle',
      with: { copiesOverWhiteout: true },
      steps: [{ open: { at: '/motd', as: 0 } }, { unlink: { at: '/motd' } }, { write: { through: 0, some: 'head' } }],
      ends: { violates: 'what was removed stays hidden' },
    },
    behind: {
      title: 'One handle writes, and another goes on reading the image',
      with: { readsBelow: true },
      steps: [{ open: { at: '/motd', as: 0 } }, { open: { at: '/motd', as: 1 } }, { write: { through: 0, some: 'head' } }],
      ends: { violates: 'an open file reads what was written' },
    },
  },
  expect: [
    { states: 238, transitions: 2_029, depth: 8 },
    { symmetric: true, states: 147, transitions: 1_265, depth: 8 },
    { with: { writesThrough: true }, violates: 'the image never changes', steps: 2 },
    { with: { copiesUpLate: true }, violates: 'a write stays until the file goes', steps: 2 },
    { with: { forgetsWhiteout: true }, violates: 'what was removed stays hidden', steps: 1 },
    { with: { copiesOverWhiteout: true }, violates: 'what was removed stays hidden', steps: 3 },
    { with: { readsBelow: true }, violates: 'an open file reads what was written', steps: 3 },
    { with: { climbsOut: true }, violates: 'nothing above the root is opened', steps: 1 },
  ],
});
