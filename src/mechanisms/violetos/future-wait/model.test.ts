import { expect, test } from 'vitest';
import { after, checkModel } from '../../checked.fixture.ts';
import { runs } from './runs.ts';

checkModel(runs);

const stateAfter = (config: object, ...steps: object[]) => after(runs, steps, config).state;

const begin = (by: number, over: readonly number[], how: string, sleeps = 'may sleep') => ({ begin: { by, over, how, sleeps } });
const resolve = (it: number) => ({ settle: { it, as: 'resolved' } });
const cancel = (it: number) => ({ settle: { it, as: 'cancelled' } });
const load = { load: { it: 0 } };
const told = (...steps: object[]) => stateAfter({}, ...steps).tasks;

test.each([
  ['race', 'success', 'success'],
  ['any resolve', 'success', 'success'],
  ['barrier', 'insolvent', 'insolvent'],
  ['transaction', 'the failure', 'the failure'],
])('a %s of which one resolves and one fails is told %s, or %s in the other order', (how, first, second) => {
  const steps = (...of: object[]) => told(begin(0, [0, 1], how), ...of, load);
  expect(steps(resolve(0), cancel(1))).toMatchObject([{ told: first }, {}]);
  expect(steps(cancel(0), resolve(1))).toMatchObject([{ told: second }, {}]);
});

test('a race that is loaded at once is told which future failed', () => {
  expect(told(begin(0, [0, 1], 'race'), cancel(1), load)).toMatchObject([{ told: 'the failure', failed: 1 }, {}]);
});

test('of two failures the first is told', () => {
  expect(told(begin(0, [0, 1], 'transaction'), cancel(1), cancel(0), load)).toMatchObject([{ failed: 1 }, {}]);
});

test('what has settled before the wait is counted in the order of the list, and the wait may end at once', () => {
  expect(told(resolve(0), cancel(1), begin(0, [0, 1], 'race'))).toMatchObject([{ told: 'success', entries: ['resolved', 'pending'] }, {}]);
  expect(told(cancel(0), begin(0, [0, 1], 'any resolve', 'may not sleep'))).toMatchObject([{ told: 'would suspend', pending: 1 }, {}]);
});

test('the wait names its generation, and what it leaves behind is out of date', () => {
  const { tasks, futures } = stateAfter({}, begin(0, [0, 1], 'race'), resolve(0), load);
  expect(tasks).toMatchObject([{ generation: 2, state: 'running' }, {}]);
  expect(futures).toMatchObject([{ waiter: null }, { waiter: 0, generation: 1 }]);
});

test('a second waiter is told invalid and stands nowhere, and the first is woken', () => {
  const steps = [begin(0, [0], 'any resolve'), begin(1, [0], 'any resolve')];
  expect(stateAfter({}, ...steps)).toMatchObject({ tasks: [{}, { told: 'insolvent', failed: 0 }], futures: [{ waiter: 0 }, {}] });
  expect(told(...steps, resolve(0))).toMatchObject([{ state: 'queued' }, {}]);
  expect(stateAfter({ secondTakesOver: true }, ...steps, resolve(0)).tasks).toMatchObject([{ state: 'asleep' }, { told: 'insolvent' }]);
});

test('a number without a future is invalid, and a released future keeps nothing', () => {
  expect(told(resolve(0), { release: { it: 0 } }, begin(0, [0, 1], 'any resolve'))).toMatchObject([
    { state: 'asleep', entries: ['invalid', 'pending'] },
    {},
  ]);
  expect(() => stateAfter({}, { release: { it: 0 } })).toThrow('it is settled');
});
