/** Runs of `themelios/frame-allocator`: its scenarios, and what its searches must find. */
import { withRuns } from '../../../engine/language.ts';
import { model } from './model.ts';

export const runs = withRuns(model, {
  scenarios: {
    firstFit: {
      title: 'Boot makes the bitmap, and the lowest free frame is handed out first',
      // prettier-ignore
      steps: [
        { markUsable: {} }, { keepBitmap: {} }, { countFree: {} }, { allocate: { it: 2, by: 0 } }, { allocate: { it: 3, by: 1 } },
        { free: { it: 2, by: 0 } }, { allocateRun: { first: 4, by: 0 } }, { allocate: { it: 2, by: 1 } },
      ],
      ends: 'safe',
    },
    reclaim: {
      title: 'Memory runs out until that of the boot loader is reclaimed',
      // prettier-ignore
      steps: [
        { markUsable: {} }, { keepBitmap: {} }, { countFree: {} }, { allocateRun: { first: 2, by: 0 } },
        { allocateRun: { first: 4, by: 1 } }, { ownTables: {} }, { reclaimRegion: {} }, { allocate: { it: 6, by: 0 } },
      ],
      ends: 'safe',
    },
    doubleFree: {
      title: 'A frame cannot be given back twice',
      // prettier-ignore
      steps: [
        { markUsable: {} }, { keepBitmap: {} }, { countFree: {} }, { allocate: { it: 2, by: 0 } }, { free: { it: 2, by: 0 } },
        { free: { it: 2, by: 0 } },
      ],
      ends: { refused: 'the frame is allocated' },
    },
    fragmented: {
      title: 'Enough frames are free, but not in a row',
      // prettier-ignore
      steps: [
        { markUsable: {} }, { keepBitmap: {} }, { countFree: {} }, { allocate: { it: 2, by: 0 } }, { allocate: { it: 3, by: 1 } },
        { allocateRun: { first: 4, by: 0 } }, { free: { it: 2, by: 0 } }, { free: { it: 4, by: 0 } }, { allocateRun: { first: 2, by: 1 } },
      ],
      ends: { refused: 'every frame of the run is free' },
    },
    overlap: {
      title: 'A search that stops one frame early hands out a frame that is taken',
      with: { offByOne: true },
      // prettier-ignore
      steps: [
        { markUsable: {} }, { keepBitmap: {} }, { countFree: {} }, { allocate: { it: 2, by: 0 } }, { allocate: { it: 3, by: 1 } },
        { free: { it: 2, by: 0 } }, { allocateRun: { first: 2, by: 0 } },
      ],
      ends: { violates: 'a frame has one owner' },
    },
    late: {
      title: 'A second free that comes late passes the check, and a frame gets two owners',
      with: { freesLate: true },
      // prettier-ignore
      steps: [
        { markUsable: {} }, { keepBitmap: {} }, { countFree: {} }, { allocate: { it: 2, by: 0 } }, { free: { it: 2, by: 0 } },
        { allocate: { it: 2, by: 1 } }, { free: { it: 2, by: 0 } }, { allocate: { it: 2, by: 0 } },
      ],
      ends: { violates: 'a frame has one owner' },
    },
    wrong: {
      title: 'A caller gives back what another holds, and the next one gets it too',
      with: { freesLate: true },
      // prettier-ignore
      steps: [
        { markUsable: {} }, { keepBitmap: {} }, { countFree: {} }, { allocate: { it: 2, by: 0 } }, { free: { it: 2, by: 1 } },
        { allocate: { it: 2, by: 1 } },
      ],
      ends: { violates: 'a frame has one owner' },
    },
    early: {
      title: 'The memory of the boot loader is reclaimed while the kernel stands on its stack',
      with: { reclaimsEarly: true },
      steps: [{ markUsable: {} }, { keepBitmap: {} }, { countFree: {} }, { reclaimRegion: {} }],
      ends: { violates: 'memory that the kernel still uses is not free' },
    },
  },
  expect: [
    { states: 411, transitions: 2_337, depth: 12 },
    { symmetric: true, states: 210, transitions: 1_180, depth: 12 },
    { with: { skipsBitmap: true }, violates: 'the frames of the bitmap are never handed out', steps: 3 },
    { with: { countsTwice: true }, violates: 'the count is the number of free frames', steps: 4 },
    { with: { offByOne: true }, violates: 'the count is the number of free frames', steps: 6 },
    { with: { reclaimsEarly: true }, violates: 'memory that the kernel still uses is not free', steps: 4 },
    { with: { reclaimsAgain: true }, violates: 'a frame has one owner', steps: 10 },
    { with: { freesLate: true }, violates: 'a frame has one owner', steps: 6 },
  ],
});
