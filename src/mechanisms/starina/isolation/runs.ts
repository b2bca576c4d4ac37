/** Runs of `starina/isolation`: its scenarios, and what its searches must find. */
import { withRuns } from '../../../engine/language.ts';
import { model } from './model.ts';

const sendOne = { send: { what: 'its buffer' } } as const;

export const runs = withRuns(model, {
  scenarios: {
    reach: {
      title: 'The same write goes through in the kernel, and ends the app elsewhere',
      steps: [sendOne, { useUnsafe: {} }, { writeWild: { at: 'the other app' } }, { reply: {} }, { receive: { buffer: 'a whole buffer' } }],
      ends: 'safe',
    },
    alike: {
      title: 'All three answer alike, and refuse alike what is too long',
      steps: [
        sendOne,
        { send: { what: 'more than its buffer' } },
        { reply: {} },
        { receive: { buffer: 'a short buffer' } },
        { receive: { buffer: 'a whole buffer' } },
        { receive: { buffer: 'a whole buffer' } },
      ],
      ends: 'safe',
    },
    safe: {
      title: 'Safe code has no way to write to other memory',
      steps: [sendOne, { writeWild: { at: 'the kernel' } }],
      ends: { refused: 'safe code has no way to write there' },
    },
    skipped: {
      title: 'Without the check of bounds, a message carries bytes of others',
      with: { boundsSkipped: true },
      steps: [{ send: { what: 'more than its buffer' } }],
      ends: { violates: 'a message carries bytes of its sender alone' },
    },
    assumed: {
      title: 'As read at 98dae3c: a receive writes beyond a short buffer',
      with: { assumesLength: true },
      steps: [sendOne, { reply: {} }, { receive: { buffer: 'a short buffer' } }],
      ends: { violates: 'an app of safe code spoils nothing' },
    },
    halts: {
      title: 'As read at 98dae3c: a panic of an app in the kernel halts the kernel',
      with: { panicHalts: true },
      steps: [sendOne, { panic: {} }],
      ends: { violates: 'a panic of an app halts nothing but the app' },
    },
    shared: {
      title: 'With the page table of the kernel, user mode keeps nothing in',
      with: { tableShared: true },
      steps: [{ useUnsafe: {} }, { writeWild: { at: 'the kernel' } }],
      ends: { violates: 'behind page tables and in a sandbox a fault stays in the app' },
    },
    raw: {
      title: 'Where every address is a pointer of the kernel, the wrong bytes are sent',
      with: { rawPointers: true },
      steps: [sendOne],
      ends: { violates: 'a message carries bytes of its sender alone' },
    },
    unequal: {
      title: 'A sandbox that forgets the room answers unlike the others',
      with: { sandboxForgetsRoom: true },
      steps: [sendOne, sendOne, sendOne],
      ends: { violates: 'all three give the same answers and messages until the app errs' },
    },
  },
  expect: [
    { states: 462, transitions: 2_225, depth: 15 },
    { with: { boundsSkipped: true }, violates: 'a message carries bytes of its sender alone', steps: 1 },
    { with: { assumesLength: true }, violates: 'an app of safe code spoils nothing', steps: 3 },
    { with: { rawPointers: true }, violates: 'a message carries bytes of its sender alone', steps: 1 },
    { with: { tableShared: true }, violates: 'behind page tables and in a sandbox a fault stays in the app', steps: 2 },
    { with: { panicHalts: true }, violates: 'a panic of an app halts nothing but the app', steps: 1 },
    { with: { sandboxForgetsRoom: true }, violates: 'all three give the same answers and messages until the app errs', steps: 3 },
  ],
});
