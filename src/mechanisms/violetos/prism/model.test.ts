import { expect, test } from 'vitest';
import { after, checkModel } from '../../checked.fixture.ts';
import { runs } from './runs.ts';

checkModel(runs);

const stateAfter = (config: object, ...steps: object[]) => after(runs, steps, config).state;

const invoke = (through: number, answer: number) => [{ invoke: { through, answer } }, { write: {} }];

test('the task reads invocations in the order in which they were written', () => {
  const { buffers, given } = stateAfter({}, ...invoke(1, 1), ...invoke(0, 0), { consume: {} });
  expect(buffers).toMatchObject([{ holds: [{ future: 1 }, { future: 0 }] }, { holds: [] }]);
  expect(given).toBe(2);
});

test('a full buffer evicts its oldest invocation and cancels the future of it', () => {
  const { buffers, futures } = stateAfter({ futures: 3 }, ...invoke(0, 0), ...invoke(0, 1), ...invoke(1, 2));
  expect(buffers).toMatchObject([{ holds: [{ future: 1 }, { future: 2 }] }, { holds: [] }]);
  expect(futures).toMatchObject([{ status: 'canceled' }, { status: 'pending' }, { status: 'pending' }]);
});

test('a notice that finds the buffer full is told with the buffer after that', () => {
  const steps = [...invoke(0, 0), ...invoke(0, 1), { drop: { it: 1 } }, { consume: {} }];
  expect(stateAfter({}, ...steps)).toMatchObject({ aside: [1], given: 2 });
  const read = [{ resolve: { answer: 0 } }, { resolve: { answer: 1 } }, { consume: {} }, { learnDrop: { dropped: 1 } }];
  expect(stateAfter({}, ...steps, ...read)).toMatchObject({ aside: [], facets: [{ told: false }, { told: true }] });
});

test('as read at a193e75, a task that fell asleep too late is woken by the invocation after that', () => {
  const late = [{ wait: {} }, ...invoke(0, 0), { fallAsleep: {} }];
  expect(stateAfter({ sleepsLate: true }, ...late)).toMatchObject({ task: 'asleep' });
  expect(stateAfter({ sleepsLate: true }, ...late, ...invoke(1, 1))).toMatchObject({ task: 'awake' });
});

test('as read at dfc2461, no invocation wakes the task', () => {
  expect(stateAfter({ forgetsConsumer: true }, { wait: {} }, ...invoke(0, 0), ...invoke(1, 1))).toMatchObject({ task: 'asleep' });
});
