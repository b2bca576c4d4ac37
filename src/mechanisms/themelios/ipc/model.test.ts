import { expect, test } from 'vitest';
import { after, checkModel } from '../../checked.fixture.ts';
import { runs } from './runs.ts';

checkModel(runs);

const ready = { phase: 'ready', token: 0, asker: null, misled: false, fooled: false };
const blocked = { ...ready, phase: 'blocked' };

test('senders are woken in the order in which they came', () => {
  const { state } = after(runs, [{ send: { by: 2 } }, { send: { by: 1 } }, { receive: { by: 0 } }]);
  expect(state).toMatchObject({ tasks: [ready, blocked, ready], senders: [{ task: 1, token: 0 }] });
});

test('receivers are woken in the order in which they came, and a sender that meets one goes on', () => {
  const { state } = after(runs, [{ receive: { by: 2 } }, { receive: { by: 1 } }, { send: { by: 0 } }]);
  expect(state).toMatchObject({ tasks: [ready, blocked, ready], receivers: [1] });
});

test('a receive wakes a plain sender and leaves a caller asleep', () => {
  const { state } = after(runs, [{ send: { by: 1 } }, { call: { by: 2 } }, { receive: { by: 0 } }, { receive: { by: 0 } }]);
  expect(state).toMatchObject({ tasks: [{ ...ready, token: 1, asker: 2 }, ready, blocked], callers: [{ task: 2, token: 1 }] });
});

test('a caller sleeps even when a receiver waits', () => {
  const { state } = after(runs, [{ receive: { by: 0 } }, { call: { by: 1 } }]);
  expect(state).toMatchObject({ tasks: [{ ...ready, token: 1, asker: 1 }, blocked, ready], senders: [] });
});

test('a destroyed endpoint releases senders, receivers and callers', () => {
  const { state } = after(runs, [{ receive: { by: 3 } }, { call: { by: 2 } }, { send: { by: 1 } }, { destroy: {} }], { tasks: 4 });
  expect(state['tasks']).toMatchObject(Array.from({ length: 4 }, () => ({ phase: 'ready' })));
});
