import { expect, test } from 'vitest';
import { after, checkModel } from '../../checked.fixture.ts';
import { runs } from './runs.ts';

checkModel(runs);

const stateAfter = (config: object, ...steps: object[]) => after(runs, steps, config).state;

const trust = (...parts: number[]) => parts.map((it) => ({ trust: { it } }));
const write = (by: number, at: number) => ({ writeInto: { by, at } });

test('the same write stops at the border of a space, and goes through within that of the kernel', () => {
  const { parts } = stateAfter({}, ...trust(0, 1), write(0, 1));
  expect(parts).toMatchObject([{ runs: [false, true] }, { runs: [true, true], spoiltBy: [null, 0] }, {}]);
});

test('a module does not reach what has a space of its own, and neither reaches the kernel from there', () => {
  expect(stateAfter({}, ...trust(0), write(0, 2)).parts).toMatchObject([{ runs: [false, false] }, {}, { spoiltBy: [null, null] }]);
  const program = stateAfter({}, ...trust(0, 1), { writeKernel: { by: 2 } });
  expect(program).toMatchObject({ placements: [{ kernelSpoiltBy: null }, { kernelSpoiltBy: null }] });
  const module = stateAfter({}, ...trust(0, 1), { writeKernel: { by: 0 } });
  expect(module).toMatchObject({ placements: [{ kernelSpoiltBy: null }, { kernelSpoiltBy: 0 }] });
});

test('without a border, an isolated part reaches the kernel, too', () => {
  const { placements, parts } = stateAfter({ noBorder: true }, { writeKernel: { by: 2 } });
  expect(placements).toMatchObject([{ kernelSpoiltBy: 2 }, { kernelSpoiltBy: 2 }]);
  expect(parts).toMatchObject([{}, {}, { runs: [true, true] }]);
});

test('where the kernel is spoilt, what is in its space answers wrong, and what is apart answers right', () => {
  const spoilt = [...trust(0, 1), { send: { by: 1, to: 2 } }, { send: { by: 2, to: 1 } }, { writeKernel: { by: 0 } }];
  expect(stateAfter({}, ...spoilt, { serve: { by: 1 } }).placements).toMatchObject([{ answer: 'right' }, { answer: 'wrong' }]);
  expect(stateAfter({}, ...spoilt, { serve: { by: 2 } }).placements).toMatchObject([{ answer: 'right' }, { answer: 'right' }]);
});

test('an access behind which nothing is mapped ends the part alone, in both placements', () => {
  const { parts } = stateAfter({}, ...trust(0, 1), { send: { by: 1, to: 0 } }, { touchNothing: { by: 0 } });
  expect(parts).toMatchObject([{ runs: [false, false], waiting: [0, 0] }, { runs: [true, true] }, { runs: [true, true] }]);
});

test('a call takes the door of its placement, and the answer is the same', () => {
  const called = stateAfter({}, ...trust(0), { send: { by: 0, to: 1 } }, { send: { by: 0, to: 1 } });
  expect(called.placements).toMatchObject([
    { door: 'trap', answer: 'no room' },
    { door: 'function', answer: 'no room' },
  ]);
});

test('once a part has erred its peer learns that nobody is there, where it ended', () => {
  const { placements } = stateAfter({}, ...trust(0, 1), write(0, 1), { send: { by: 2, to: 0 } });
  expect(placements).toMatchObject([{ answer: 'nobody there' }, { answer: 'accepted' }]);
  expect(() => stateAfter({}, write(0, 1), ...trust(1))).toThrow('nothing has gone wrong yet');
});
