import { expect, test } from 'vitest';
import { after, checkModel } from '../../checked.fixture.ts';
import { runs } from './runs.ts';

checkModel(runs);

const stateAfter = (config: object, ...steps: object[]) => after(runs, steps, config).state;

const asleep = [{ wait: { by: 0 } }, { wait: { by: 1 } }];

test('a notification of no interest queues the id and wakes nobody, and the id falls out at the next look', () => {
  const notified = [...asleep, { becomeWritable: { at: 1 } }];
  expect(stateAfter({}, ...notified)).toMatchObject({ ready: [1], waiters: [0, 1] });
  expect(stateAfter({}, ...notified, { wait: { by: 2 } })).toMatchObject({ ready: [], waiters: [0, 1, 2] });
});

test('a message wakes the first waiter, and the next one wakes the second', () => {
  const once = [...asleep, { arrive: { at: 0 } }];
  expect(stateAfter({}, ...once)).toMatchObject({ waiters: [1], threads: [{ state: 'woken' }, { state: 'asleep' }, {}] });
  expect(stateAfter({}, ...once, { arrive: { at: 0 } }).threads).toMatchObject([{ state: 'woken' }, { state: 'woken' }, {}]);
});

test('an id that is reported goes to the end of the queue', () => {
  const { ready, threads } = stateAfter({}, { arrive: { at: 1 } }, { arrive: { at: 0 } }, { wait: { by: 0 } });
  expect(ready).toEqual([0, 1]);
  expect(threads).toMatchObject([{ told: 1 }, { told: null }, { told: null }]);
});

test('a remove takes the id out of the queue, and an add that finds messages wakes one waiter', () => {
  const removed = [{ arrive: { at: 0 } }, { remove: { it: 0 } }];
  expect(stateAfter({}, ...removed).ready).toEqual([]);
  expect(stateAfter({}, ...removed, ...asleep, { add: { it: 0 } })).toMatchObject({ ready: [0], waiters: [1] });
});

test('while a message lies in a channel that is not in the poll, nobody is woken for it', () => {
  expect(stateAfter({}, { remove: { it: 0 } }, ...asleep, { arrive: { at: 0 } })).toMatchObject({ ready: [], waiters: [0, 1] });
});

test('at the start only the main thread has a second turn, and only one', () => {
  expect(stateAfter({ standsTwice: true }, ...asleep, { lookAgain: { by: 0 } }).waiters).toEqual([0, 1, 0]);
  expect(() => stateAfter({ standsTwice: true }, ...asleep, { lookAgain: { by: 1 } })).toThrow('the thread is in the run queue');
  expect(() => stateAfter({ standsTwice: true }, ...asleep, { lookAgain: { by: 0 } }, { lookAgain: { by: 0 } })).toThrow('run queue');
});

test('after a sleep any thread has a second turn, if it is not in the line still, and only with the fault', () => {
  const told = [{ wait: { by: 1 } }, { arrive: { at: 0 } }, { lookAgain: { by: 1 } }];
  const again = [...told, { receive: { by: 1 } }, { wait: { by: 1 } }, { lookAgain: { by: 1 } }];
  expect(stateAfter({}, ...told).threads).toMatchObject([{ secondTurn: false }, { secondTurn: false }, { secondTurn: false }]);
  expect(stateAfter({ standsTwice: true }, ...told).threads).toMatchObject([{}, { secondTurn: true }, { secondTurn: false }]);
  expect(stateAfter({ standsTwice: true }, ...again)).toMatchObject({ waiters: [1, 1], threads: [{}, { secondTurn: false }, {}] });
  const third = stateAfter({ standsTwice: true }, ...again, { arrive: { at: 0 } }, { lookAgain: { by: 1 } });
  expect(third).toMatchObject({ waiters: [1], threads: [{}, { told: 0, secondTurn: false }, {}] });
});

test('a wake-up that meets an entry of a thread that does not sleep changes nothing for it', () => {
  const before = [{ wait: { by: 0 } }, { lookAgain: { by: 0 } }, { wait: { by: 1 } }, { arrive: { at: 0 } }, { lookAgain: { by: 0 } }];
  const { threads, waiters } = stateAfter({ standsTwice: true }, ...before, { receive: { by: 0 } }, { arrive: { at: 1 } });
  expect(threads).toMatchObject([{ state: 'running', told: null }, { state: 'asleep' }, { state: 'running' }]);
  expect(waiters).toEqual([1]);
});
