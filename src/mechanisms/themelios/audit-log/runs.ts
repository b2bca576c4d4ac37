/** Runs of `themelios/audit-log`: its scenarios, and what its searches must find. */
import { withRuns } from '../../../engine/language.ts';
import { model } from './model.ts';

export const runs = withRuns(model, {
  scenarios: {
    gap: {
      title: 'A reader that comes late sees a gap in the numbers',
      // prettier-ignore
      steps: [
        { append: { what: 'grant' } }, { carryOut: {} }, { read: {} }, { append: { what: 'grant' } }, { carryOut: {} },
        { append: { what: 'revoke' } }, { carryOut: {} }, { append: { what: 'grant' } }, { carryOut: {} }, { append: { what: 'revoke' } },
        { carryOut: {} }, { read: {} },
      ],
      ends: 'safe',
    },
    first: {
      title: 'No call is carried out without an entry',
      steps: [{ append: { what: 'grant' } }, { carryOut: {} }, { carryOut: {} }],
      ends: { refused: 'it is recorded' },
    },
    unrecorded: {
      title: 'On aarch64 a call is carried out, and the log knows nothing of it',
      with: { recordsLater: true },
      steps: [{ carryOut: {} }],
      ends: { violates: 'a call is recorded before it is carried out' },
    },
    dropped: {
      title: 'What is dropped without a number is lost, and nobody can tell',
      with: { dropsUnread: true },
      // prettier-ignore
      steps: [
        { append: { what: 'grant' } }, { carryOut: {} }, { append: { what: 'grant' } }, { carryOut: {} }, { append: { what: 'grant' } },
        { carryOut: {} }, { append: { what: 'revoke' } }, { read: {} },
      ],
      ends: { violates: 'a reader can tell how many entries were lost' },
    },
    believed: {
      title: 'Without a chain, an entry that was changed is believed',
      with: { editsEntry: true },
      steps: [{ append: { what: 'grant' } }, { edit: { it: 0 } }, { read: {} }],
      ends: { violates: 'a reader does not believe an entry that was changed' },
    },
    chained: {
      title: 'With a chain, the same change raises an alarm (illustration: not upstream)',
      with: { editsEntry: true, chained: 1 },
      steps: [{ append: { what: 'grant' } }, { edit: { it: 0 } }, { read: {} }],
      ends: 'safe',
    },
  },
  expect: [
    { states: 545, transitions: 982, depth: 14 },
    { with: { chained: 1 }, states: 2_529, transitions: 3_862, depth: 14 },
    { with: { editsEntry: true }, violates: 'a reader does not believe an entry that was changed', steps: 3 },
    { with: { editsEntry: true, chained: 1 }, states: 17_813, transitions: 33_864, depth: 15 },
    { with: { restartsNumbers: true }, violates: 'numbers rise by one from entry to entry', steps: 7 },
    { with: { dropsUnread: true }, violates: 'a reader can tell how many entries were lost', steps: 8 },
    { with: { recordsLater: true }, violates: 'a call is recorded before it is carried out', steps: 1 },
  ],
});
