import { expect, test } from 'vitest';
import { after, checkModel } from '../../checked.fixture.ts';
import { runs } from './runs.ts';

checkModel(runs);

const stateAfter = (config: object, ...steps: object[]) => after(runs, steps, config).state;
const made = [{ isolate: {} }, { giveProc: {} }, { giveDev: {} }, { changeRoot: {} }, { run: { it: 0 } }];
const reach = (to: string) => ({ reach: { by: 0, to } });

test('the files of the host are reached over its /proc only with the privilege of its root', () => {
  const step = reach('the files of the host');
  expect(() => stateAfter({ hostProc: true }, ...made, step)).toThrow('a way leads there from inside');
  expect(() => stateAfter({ keepsPrivilege: true }, ...made, step)).toThrow('a way leads there from inside');
  expect(() => stateAfter({ hostProc: true, keepsPrivilege: true }, ...made, step)).not.toThrow();
});

test('a path inside may be bound, and opens nothing', () => {
  const bound = [...made.slice(0, 3), { bind: { what: 'a path inside' } }, ...made.slice(3)];
  expect(stateAfter({}, ...bound)).toMatchObject({ bound: 'a path inside', stage: 'closed' });
  expect(() => stateAfter({}, ...bound, reach('the files of the host'))).toThrow('a way leads there from inside');
});

test('the root is changed only when the container has a /proc and a /dev', () => {
  expect(() => stateAfter({}, { isolate: {} }, { giveProc: {} }, { changeRoot: {} })).toThrow('it has a /proc and a /dev');
});

test('the container goes with its last process, and not before', () => {
  const both = [...made, { run: { it: 1 } }, { end: { it: 0 } }];
  expect(stateAfter({}, ...both)).toMatchObject({ stage: 'closed', proc: 'its own' });
  const nothing = { stage: 'not made', proc: 'none', dev: 'none', bound: 'nothing', isHostRoot: false, oldRoot: false };
  expect(stateAfter({ keepsOldRoot: true, keepsPrivilege: true }, ...both, { end: { it: 1 } })).toMatchObject(nothing);
});

test('what was served while it was allowed stays right when that is withdrawn', () => {
  const served = [...made, { allow: {} }, { ask: { by: 0 } }, { answer: { to: 0, how: 'served' } }, { forbid: {} }];
  expect(stateAfter({}, ...served).processes).toMatchObject([{ asks: 'served', overstepped: false }, {}]);
  expect(() => stateAfter({}, ...served, { ask: { by: 0 } }, { answer: { to: 0, how: 'served' } })).toThrow(
    'it serves only what is allowed',
  );
});
