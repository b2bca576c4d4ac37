/** Runs of `violetos/placement`: its scenarios, and what its searches must find. */
import { withRuns } from '../../../engine/language.ts';
import { model } from './model.ts';

export const runs = withRuns(model, {
  scenarios: {
    reach: {
      title: 'The same error stops at a border in one placement, and not in the other',
      steps: [
        { trust: { it: 0 } },
        { trust: { it: 1 } },
        { send: { by: 0, to: 1 } },
        { send: { by: 2, to: 0 } },
        { writeInto: { by: 0, at: 1 } },
        { serve: { by: 1 } },
      ],
      ends: 'safe',
    },
    unverified: {
      title: 'What nobody has verified is not placed in the space of the kernel',
      steps: [{ trust: { it: 0 } }, { trust: { it: 2 } }],
      ends: { refused: 'it was verified' },
    },
    alike: {
      title: 'Both placements answer alike, through different doors',
      steps: [{ trust: { it: 0 } }, { send: { by: 0, to: 2 } }, { send: { by: 0, to: 2 } }, { serve: { by: 2 } }],
      ends: 'safe',
    },
    outside: {
      title: 'A program that is not trusted errs beside a module, and ends alone',
      steps: [{ trust: { it: 0 } }, { trust: { it: 1 } }, { writeKernel: { by: 2 } }],
      ends: 'safe',
    },
    trusted: {
      title: 'As read at dfc2461: nobody asks whether a part was verified',
      with: { trustsAnyone: true },
      steps: [{ trust: { it: 2 } }],
      ends: { violates: 'only a part that was verified is in the space of the kernel' },
    },
    stays: {
      title: 'As read at dfc2461: no switch is made for a module, so it reaches the program before it',
      with: { spaceStays: true },
      steps: [{ trust: { it: 0 } }, { writeInto: { by: 0, at: 2 } }],
      ends: { violates: 'nothing outside of the kernel is reached by a module' },
    },
    noBorder: {
      title: 'Without a border, an isolated part spoils another',
      with: { noBorder: true },
      steps: [{ writeInto: { by: 2, at: 0 } }],
      ends: { violates: 'the fault of an isolated part stays within its border' },
    },
    allEnd: {
      title: 'A fault of one module takes all modules with it',
      with: { endsAllModules: true },
      steps: [{ trust: { it: 0 } }, { trust: { it: 1 } }, { touchNothing: { by: 0 } }],
      ends: { violates: 'a part ends only by a fault of its own' },
    },
  },
  expect: [
    { states: 1_315, transitions: 11_149, depth: 7 },
    { with: { room: 2 }, states: 6_247, transitions: 56_038, depth: 10 },
    { with: { trustsAnyone: true }, violates: 'only a part that was verified is in the space of the kernel', steps: 1 },
    { with: { spaceStays: true }, violates: 'nothing outside of the kernel is reached by a module', steps: 2 },
    { with: { noBorder: true }, violates: 'the fault of an isolated part stays within its border', steps: 1 },
    { with: { endsAllModules: true }, violates: 'a part ends only by a fault of its own', steps: 3 },
    { with: { directSkipsTheRoom: true }, violates: 'both placements answer alike while nothing has gone wrong', steps: 3 },
  ],
});
