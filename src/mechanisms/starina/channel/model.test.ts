import { expect, test } from 'vitest';
import { after, checkModel } from '../../checked.fixture.ts';
import { runs } from './runs.ts';

checkModel(runs);

const stateAfter = (config: object, ...steps: object[]) => after(runs, steps, config).state;

const both = [{ send: { by: 0, carries: [0, 1] } }, { receive: { by: 1 } }];

test('a message may carry several handles, and the receiver gets them when it receives', () => {
  expect(stateAfter({}, ...both.slice(0, 1)).handles).toMatchObject([{ holder: null }, { holder: null }]);
  expect(stateAfter({}, ...both).handles).toMatchObject([{ holder: 1 }, { holder: 1 }]);
});

test('one handle that the sender has not refuses the whole message', () => {
  const bad = { send: { by: 0, carries: [0, 1] } };
  expect(() => stateAfter({}, { send: { by: 0, carries: [1] } }, bad)).toThrow('the sender has every handle of the message');
});

test('a send that is refused too late has lost its handles, also when the queue is full', () => {
  const full = [{ send: { by: 0, carries: [] } }, { send: { by: 0, carries: [0, 1] } }];
  const { ends, handles } = stateAfter({ takesFirst: true, room: 1 }, ...full);
  expect(ends).toMatchObject([{}, { arrived: [{ carries: [] }] }]);
  expect(handles).toMatchObject([
    { holder: null, unread: false },
    { holder: null, unread: false },
  ]);
});

test('a receive into a full table takes the message out of the queue', () => {
  const { ends } = stateAfter({ takesBeforeRoom: true }, both[0]!, { send: { by: 0, carries: [] } }, { receiveInVain: { by: 1 } });
  expect(ends).toMatchObject([{}, { received: 1, arrived: [{ number: 1, carries: [] }] }]);
});

test('closing an end gives up the messages in it and keeps those that it has sent', () => {
  const sent = [{ send: { by: 0, carries: [0] } }, ...both.slice(1), { send: { by: 1, carries: [0] } }, { send: { by: 0, carries: [1] } }];
  const { ends, handles } = stateAfter({}, ...sent, { close: { by: 0 } });
  expect(ends).toMatchObject([{ arrived: [] }, { arrived: [{ carries: [1] }] }]);
  expect(handles).toMatchObject([{ unread: true }, { unread: false }]);
});
