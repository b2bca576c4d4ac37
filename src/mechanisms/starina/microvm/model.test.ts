import { expect, test } from 'vitest';
import { after, checkModel } from '../../checked.fixture.ts';
import { runs } from './runs.ts';

checkModel(runs);

const stateAfter = (config: object, ...steps: object[]) => after(runs, steps, config).state;

const turn = [{ look: {} }, { run: {} }];
const told = (it: number) => [{ arrive: { it } }, ...turn, { claim: { it } }];
const acknowledged = [{ acknowledge: {} }, { emulate: {} }];

test('a claim keeps the number pending, and the completion clears it', () => {
  expect(stateAfter({}, ...told(1)).devices).toMatchObject([{ pending: false }, { pending: true, status: true }]);
  expect(stateAfter({}, ...told(1), ...acknowledged, ...turn, { complete: {} }).devices).toMatchObject([
    {},
    { pending: false, status: false },
  ]);
});

test('a number cannot be completed before it is acknowledged', () => {
  expect(() => stateAfter({}, ...told(0), { complete: {} })).toThrow('it has acknowledged a number');
});

test('a guest does not wait while a number is pending, and the bits of a run are gone after it', () => {
  expect(() => stateAfter({}, { arrive: { it: 0 } }, ...turn, { idle: {} })).toThrow('no number is pending');
  expect(stateAfter({}, ...told(0)).devices).toMatchObject([{ injected: true }, {}]);
  expect(stateAfter({}, ...told(0), { acknowledge: {} }).devices).toMatchObject([{ injected: false }, {}]);
});

test('without a timer, only what comes during the wait ends it', () => {
  const waits = [...turn, { idle: {} }];
  expect(stateAfter({ waitsForNews: true }, ...waits, { arrive: { it: 0 } }, { wake: {} }).phase).toBe('ports');
  expect(() => stateAfter({ waitsForNews: true }, ...turn, { arrive: { it: 0 } }, { idle: {} }, { wake: {} })).toThrow(
    'the timer has run out',
  );
});
