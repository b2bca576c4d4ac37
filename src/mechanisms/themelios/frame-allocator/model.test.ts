import { expect, test } from 'vitest';
import { machine, menuAt, replay, type Snapshot } from '../../../engine/checker.ts';
import { after, checkModel } from '../../checked.fixture.ts';
import { runs } from './runs.ts';

checkModel(runs);

const m = machine(runs);
const booted = [{ markUsable: {} }, { keepBitmap: {} }, { countFree: {} }];
const afterBoot = (...steps: object[]) => after(runs, [...booted, ...steps]);
const offered = (action: string, at: Snapshot) =>
  menuAt(m, at)
    .find((menu) => menu.action === action)!
    .enabled.map(({ args }) => args);

test('only the lowest free frame is offered, to either caller', () => {
  expect(offered('allocate', afterBoot())).toEqual([
    { it: 2, by: 0 },
    { it: 2, by: 1 },
  ]);
  const given = [{ allocateRun: { first: 2, by: 0 } }, { allocate: { it: 4, by: 1 } }, { free: { it: 3, by: 0 } }];
  expect(offered('allocate', afterBoot(...given)).map(({ it }) => it)).toEqual([3, 3]);
});

test('a run is the lowest that fits, above single frames that are free', () => {
  const given = [{ allocate: { it: 2, by: 0 } }, { allocate: { it: 3, by: 0 } }, { free: { it: 2, by: 0 } }];
  expect(offered('allocateRun', afterBoot(...given)).map(({ first }) => first)).toEqual([4, 4]);
});

test('the bitmap, the kernel and the boot loader are not counted as free', () => {
  expect(afterBoot().state).toMatchObject({ count: 4 });
  expect(afterBoot({ ownTables: {} }, { reclaimRegion: {} }).state).toMatchObject({ count: 5 });
});

test('reclaiming again frees frames that were handed out since', () => {
  // prettier-ignore
  const steps = [
    ...booted, { ownTables: {} }, { reclaimRegion: {} }, { allocateRun: { first: 2, by: 0 } }, { allocateRun: { first: 4, by: 0 } },
    { allocate: { it: 6, by: 0 } }, { reclaimRegion: {} }, { allocate: { it: 6, by: 1 } },
  ];
  expect(replay(runs, { steps }).ends).toEqual({ refused: 'it is not reclaimed yet' });
  expect(replay(runs, { with: { reclaimsAgain: true }, steps }).ends).toEqual({ violates: 'a frame has one owner' });
});
