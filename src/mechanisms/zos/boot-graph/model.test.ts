import { expect, test } from 'vitest';
import { explore, machine } from '../../../engine/checker.ts';
import { after, checkModel } from '../../checked.fixture.ts';
import { units } from './model.ts';
import { runs } from './runs.ts';

checkModel(runs);

const stateAfter = (config: object, ...steps: object[]) => after(runs, steps, config).state;

const base = [
  ...[{ start: { it: 'node-ready' } }, { finish: { it: 'node-ready' } }, { start: { it: 'internet' } }, { finish: { it: 'internet' } }],
  ...[{ start: { it: 'storaged' } }, { appear: { it: 'storaged' } }, { passTest: { it: 'storaged' } }],
];
const booted = [...base, { start: { it: 'boot' } }, { finish: { it: 'boot' } }];

test('a one-shot counts when it has ended well, and not while it runs', () => {
  expect(() => stateAfter({}, { start: { it: 'node-ready' } }, { start: { it: 'storaged' } })).toThrow('all that it comes after is up');
  expect(stateAfter({}, ...booted)).toMatchObject({ boot: 'success', early: null });
});

test('a one-shot that has ended is not looked at again', () => {
  expect(() => stateAfter({}, ...booted, { start: { it: 'boot' } })).toThrow('it is blocked');
});

test('a daemon that has stopped comes back by its test, and those after it have gone on', () => {
  const stopped = [...booted, { start: { it: 'networkd' } }, { stop: { it: 'storaged', how: 'success' } }];
  expect(stateAfter({}, ...stopped)).toMatchObject({ storaged: 'success', networkd: 'spawned', there: [] });
  const again = [...stopped, { lookAgain: { it: 'storaged' } }, { start: { it: 'storaged' } }];
  expect(() => stateAfter({}, ...again, { passTest: { it: 'storaged' } })).toThrow('what the test looks for is there');
  expect(stateAfter({}, ...again, { appear: { it: 'storaged' } }, { passTest: { it: 'storaged' } })).toMatchObject({ storaged: 'running' });
});

test('a test in vain changes nothing', () => {
  const spawned = [{ start: { it: 'node-ready' } }, { finish: { it: 'node-ready' } }, { start: { it: 'storaged' } }];
  expect(stateAfter({}, ...spawned, { testInVain: { it: 'storaged' } })).toEqual(stateAfter({}, ...spawned));
});

test('a daemon without a test runs once it is started', () => {
  const steps = [...booted, { start: { it: 'identityd' } }, { appear: { it: 'identityd' } }, { passTest: { it: 'identityd' } }];
  expect(stateAfter({}, ...steps, { start: { it: 'flistd' } })).toMatchObject({ flistd: 'running' });
});

test('a line is added once, before anything is started, and none that is there', () => {
  const line = { addLine: { to: 'networkd', after: 'identityd' } };
  expect(() => stateAfter({}, { start: { it: 'internet' } }, line)).toThrow('nothing is started yet');
  expect(() => stateAfter({}, line, { addLine: { to: 'flistd', after: 'internet' } })).toThrow('no line is added yet');
  expect(() => stateAfter({}, { addLine: { to: 'boot', after: 'internet' } })).toThrow('it is a new line between two units');
  expect(() => stateAfter({}, line, ...booted, { start: { it: 'networkd' } })).toThrow('all that it comes after is up');
});

test('in a circle every unit waits for ever, and only the units of it and those behind', () => {
  const { lasso } = explore(machine(runs, { takesCircle: true, mishaps: 0 }));
  expect(lasso).toMatchObject({ loop: [] });
  const steps = runs.scenarios['taken']!.steps as readonly object[];
  const state = stateAfter({ takesCircle: true }, ...steps) as Record<string, unknown>;
  expect(units.filter((it) => state[it] === 'blocked')).toEqual(['networkd', 'provisiond']);
});

test('without a mishap every unit comes up, whatever line was added', () => {
  expect(explore(machine(runs, { mishaps: 0 }), {})).toMatchObject({ exhaustive: true, violation: undefined });
});
