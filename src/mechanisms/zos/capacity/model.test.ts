import { expect, test } from 'vitest';
import { after, checkModel } from '../../checked.fixture.ts';
import { reserveOf } from './model.ts';
import { runs } from './runs.ts';

checkModel(runs);

const stateAfter = (config: object, ...steps: object[]) => after(runs, steps, config).state;

test('a tenth is kept back, and at least 2 GiB', () => {
  const of = (memory: number) => reserveOf({ memory, cache: 1, files: 0, workloads: [] });
  expect([3, 10, 19, 20].map(of)).toEqual([1, 1, 1, 2]);
});

test('a start installs in order, and what comes later counts as promised while it waits', () => {
  const promised = [{ startMachine: { it: 0, size: '2 GiB' } }, { startMachine: { it: 1, size: '4 GiB' } }];
  const { workloads } = stateAfter({}, ...promised, { restart: { left: '6 GiB' } });
  expect(workloads).toMatchObject([
    { state: 'error', memory: 0 },
    { state: 'ok', memory: 2 },
  ]);
});

test('a machine in error is not started again, and a volume stays', () => {
  const steps = [{ startMachine: { it: 0, size: '2 GiB' } }, { makeVolume: { it: 1, size: '10 GiB' } }, { fail: { it: 0 } }];
  const { workloads } = stateAfter({}, ...steps, { restart: { left: '4 GiB' } });
  expect(workloads).toMatchObject([
    { state: 'error', memory: 0 },
    { state: 'ok', disk: 2 },
  ]);
});

test('a machine in error counts until it is removed', () => {
  const steps = [{ startMachine: { it: 0, size: '6 GiB' } }, { use: { it: 0 } }, { fail: { it: 0 } }];
  const next = { startMachine: { it: 1, size: '6 GiB' } };
  expect(() => stateAfter({}, ...steps, next)).toThrow('so much memory is usable');
  expect(stateAfter({}, ...steps, { remove: { it: 0 } }, next).workloads).toMatchObject([{ state: 'none' }, { memory: 3 }]);
});

test('what is in use counts where it is more than what is promised, and is not added to it', () => {
  expect(() => stateAfter({ exceeds: true }, { startMachine: { it: 0, size: '6 GiB' } })).toThrow('so much memory is usable');
  expect(
    stateAfter({ exceeds: true }, { startMachine: { it: 0, size: '2 GiB' } }, { startMachine: { it: 1, size: '4 GiB' } }),
  ).toBeDefined();
});

test('the cache has the sizes that a test upstream expects', () => {
  // pkg/storage_light/storage_test.go at 063d8956, 407-485: nothing left gives one step; else twice what is used, cut to steps, and one step more.
  const fill = [{ store: {} }, { grow: {} }, { store: {} }, { grow: {} }, { store: {} }, { grow: {} }];
  expect(stateAfter({}, ...fill)).toMatchObject({ cache: 4, files: 3 });
  expect(stateAfter({}, ...fill, { drop: {} }, { drop: {} }, { shrink: {} })).toMatchObject({ cache: 2, files: 1 });
  expect(stateAfter({}, ...fill, { drop: {} }, { drop: {} }, { drop: {} }, { shrink: {} })).toMatchObject({ cache: 1, files: 0 });
  expect(() => stateAfter({}, ...fill, { grow: {} })).toThrow('at least 60 percent of it are used');
  expect(() => stateAfter({}, ...fill, { shrink: {} })).toThrow('less than 20 percent of it are used');
});
