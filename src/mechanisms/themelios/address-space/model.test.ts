import { expect, test } from 'vitest';
import { replay } from '../../../engine/checker.ts';
import { after, checkModel } from '../../checked.fixture.ts';
import { runs } from './runs.ts';

checkModel(runs);

const afterSteps = (...steps: object[]) => after(runs, steps);
const touched = [
  { create: { it: 0 } },
  { create: { it: 1 } },
  { mapPage: { of: 0, at: 0, to: 0, as: 'private' } },
  { switchTo: { to: 0 } },
  { touch: { at: 0 } },
];

test('a switch to a kernel task keeps tables and translations, a switch to a process drops them', () => {
  expect(afterSteps(...touched, { switchToKernel: {} }).state).toMatchObject({ running: null, loaded: 0, pages: [{ cached: 0 }, {}] });
  expect(afterSteps(...touched, { switchTo: { to: 1 } }).state).toMatchObject({ running: 1, loaded: 1, pages: [{ cached: null }, {}] });
});

test('neither unmapping nor the end of a process frees the frame', () => {
  expect(afterSteps(...touched, { unmapPage: { of: 0, at: 0 } }).state['frames']).toEqual([{ is: 'private' }, { is: 'free' }]);
  const ended = afterSteps(...touched, { switchTo: { to: 1 } }, { killTasks: { of: 0 } }, { destroy: { it: 0 } });
  expect(ended.state['frames']).toEqual([{ is: 'private' }, { is: 'free' }]);
});

test('a page must be unmapped before it is mapped anew', () => {
  const again = { mapPage: { of: 0, at: 0, to: 1, as: 'private' } };
  expect(replay(runs, { steps: [...touched, again] }).ends).toEqual({ refused: 'nothing is mapped there' });
  expect(replay(runs, { steps: [...touched, { unmapPage: { of: 0, at: 0 } }, again] }).ends).toBe('safe');
});

test('a shared frame is never freed', () => {
  const steps = [
    { create: { it: 0 } },
    { mapPage: { of: 0, at: 0, to: 0, as: 'shared' } },
    { unmapPage: { of: 0, at: 0 } },
    { freeFrame: { it: 0 } },
  ];
  expect(replay(runs, { steps }).ends).toEqual({ refused: 'the frame is in use, and not shared' });
});

test('a process made later sees what the kernel mapped before', () => {
  expect(afterSteps({ mapKernel: {} }, { create: { it: 1 } }).state['processes']).toMatchObject([{ tables: false }, { kernelPage: true }]);
});
