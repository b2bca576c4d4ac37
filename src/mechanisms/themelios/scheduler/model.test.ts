import { expect, test } from 'vitest';
import { machine, menuAt } from '../../../engine/checker.ts';
import { after, checkModel } from '../../checked.fixture.ts';
import { runs } from './runs.ts';

checkModel(runs);

const afterSteps = (...steps: object[]) => after(runs, steps);

test('tasks that are woken run in the order of their wake-ups, behind those that were ready', () => {
  const blocked = [{ block: { by: 0 } }, { switchTo: { to: 2 } }, { block: { by: 2 } }, { switchTo: { to: 3 } }];
  expect(afterSteps(...blocked, { wake: { it: 2 } }, { wake: { it: 0 } }).state['queue']).toEqual([2, 0]);
  expect(
    afterSteps(...blocked, { wake: { it: 0 } }, { tick: { by: 3 } }, { switchTo: { to: 0 } }, { wake: { it: 2 } }).state['queue'],
  ).toEqual([3, 2]);
});

test('a task that gives up its slice runs on when nobody else is ready', () => {
  const steps = [{ block: { by: 0 } }, { switchTo: { to: 2 } }, { block: { by: 2 } }, { switchTo: { to: 3 } }, { yieldNow: { by: 3 } }];
  expect(afterSteps(...steps, { switchTo: { to: 3 } }).state).toMatchObject({ current: 3, queue: [] });
});

test('a stack is not freed by the pass that leaves it, but by the next', () => {
  const left = [{ exit: { by: 0 } }, { switchTo: { to: 2 } }];
  expect(afterSteps(...left).state['tasks']).toMatchObject([{ is: 'dead', stack: true }, {}, { is: 'running' }, {}]);
  const enabled = menuAt(machine(runs), afterSteps(...left, { tick: { by: 2 } })).flatMap((menu) =>
    menu.enabled.map((enabledAction) => enabledAction.says),
  );
  expect(enabled).toEqual(['The scheduler frees the stack of task 0.']);
});
