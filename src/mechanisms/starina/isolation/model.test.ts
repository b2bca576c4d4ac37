import { expect, test } from 'vitest';
import { after, checkModel } from '../../checked.fixture.ts';
import { runs } from './runs.ts';

checkModel(runs);

const kindsAfter = (config: object, ...steps: object[]) => after(runs, steps, config).state.kinds;

const sendOne = { send: { what: 'its buffer' } };
const sendMore = { send: { what: 'more than its buffer' } };
const receiveShort = { receive: { buffer: 'a short buffer' } };
const ended = { app: 'ended', other: 'whole', kernel: 'whole' };

test('a wild write reaches what it names in the kernel, and ends the app behind a border', () => {
  const write = (at: string) => kindsAfter({}, { useUnsafe: {} }, { writeWild: { at } });
  expect(write('the other app')).toMatchObject([{ app: 'runs', other: 'spoilt', kernel: 'whole' }, ended, ended]);
  expect(write('the kernel')).toMatchObject([{ app: 'runs', other: 'whole', kernel: 'spoilt' }, ended, ended]);
});

test('a panic ends the app in all three, and its message is still answered', () => {
  const kinds = kindsAfter({}, sendOne, { panic: {} }, { reply: {} });
  expect(kinds).toMatchObject(Array.from({ length: 3 }, () => ({ ...ended, sent: 0, came: 1, answer: 'none' })));
  const halted = kindsAfter({ panicHalts: true }, sendOne, { panic: {} }, { reply: {} });
  expect(halted).toMatchObject([{ came: 0 }, { came: 1 }, { came: 1 }]);
});

test('a message that does not fit is refused and waits on', () => {
  const kinds = kindsAfter({}, sendOne, { reply: {} }, receiveShort);
  expect(kinds).toMatchObject(Array.from({ length: 3 }, () => ({ answer: 'too large', came: 1, other: 'whole' })));
  expect(kindsAfter({}, sendMore)).toMatchObject([{ sent: 0 }, { sent: 0 }, { sent: 0 }]);
});

test('without the check, an access beyond the buffer arrives at another place in each', () => {
  expect(kindsAfter({ boundsSkipped: true }, sendMore)).toMatchObject([{ foreign: true }, ended, { foreign: true }]);
  const written = kindsAfter({ boundsSkipped: true }, sendOne, { reply: {} }, receiveShort);
  expect(written).toMatchObject([{ other: 'spoilt', kernel: 'whole' }, ended, { other: 'whole', kernel: 'spoilt' }]);
});

test('an address that is taken for a pointer of the kernel is right in the kernel alone', () => {
  const kinds = kindsAfter({ rawPointers: true }, sendOne, { reply: {} }, { receive: { buffer: 'a whole buffer' } });
  expect(kinds).toMatchObject([
    { foreign: false, kernel: 'whole' },
    { foreign: true, kernel: 'spoilt' },
    { foreign: true, kernel: 'spoilt' },
  ]);
});

test('a sandbox that forgets the room loses the message', () => {
  const kinds = kindsAfter({ sandboxForgetsRoom: true, room: 1 }, sendOne, sendOne);
  expect(kinds).toMatchObject([
    { answer: 'full', sent: 1 },
    { answer: 'full', sent: 1 },
    { answer: 'sent', sent: 1 },
  ]);
});
