import { expect, test } from 'vitest';
import { after, checkModel } from '../../checked.fixture.ts';
import { machine } from '../../../engine/checker.ts';
import { namesOf, type Config } from './model.ts';
import { runs } from './runs.ts';

checkModel(runs);

const stateAfter = (config: object, ...steps: object[]) => after(runs, steps, config).state;

const create = { call: { by: 0, request: 'CreateWindow' } };
const destroy = { call: { by: 0, request: 'DestroyWindow' } };
const answered = [{ handle: {} }, { reply: {} }, { receive: {} }];
const created = [create, ...answered];

test('opcodes go through the requests by the alphabet, and then to the event', () => {
  const names = (config: object) => {
    const whole = machine(runs, config).config as Config;
    return [namesOf.client(whole), namesOf.service(whole)];
  };
  const [old, added] = [
    ['CreateWindow', 'DestroyWindow', 'Input'],
    ['CreateWindow', 'CropWindow', 'DestroyWindow', 'Input'],
  ];
  expect(names({})).toEqual([old, old]);
  expect(names({ serviceAhead: true })).toEqual([old, added]);
  expect(names({ clientAhead: true })).toEqual([added, old]);
  expect(names({ unsorted: true })).toEqual([old, ['DestroyWindow', 'CreateWindow', 'Input']]);
});

test('an opcode that is no request closes the connection, and nothing runs', () => {
  const end = stateAfter({ clientAhead: true }, ...created, destroy, { handle: {} });
  expect(end).toMatchObject({ open: false, serving: null, callers: [{ ran: null, window: true }, {}] });
  expect(() => stateAfter({ clientAhead: true }, ...created, destroy, { handle: {} }, { tell: { of: 0 } })).toThrow(
    'the connection is open',
  );
});

test('a request that a client never made runs and leaves the window as it was', () => {
  const { callers } = stateAfter({ serviceAhead: true }, ...created, destroy, { handle: {} });
  expect(callers).toMatchObject([{ asked: 'DestroyWindow', ran: 'CropWindow', window: true }, {}]);
});

test('an event of an old service has an opcode that a new client does not know, and is dropped', () => {
  const { callers, answers } = stateAfter({ serviceAhead: true }, ...created, { tell: { of: 0 } }, { receive: {} });
  expect({ callers, answers }).toMatchObject({ callers: [{ state: 'answered', knows: true }, {}], answers: [] });
});

test('with two in flight, the later of two with one opcode takes the first reply, and the earlier waits for ever', () => {
  const asked = [create, { call: { by: 1, request: 'CreateWindow' } }];
  expect(() => stateAfter({ manyInFlight: true }, ...asked, { handle: {} }, { handle: {} })).toThrow('the one before it is answered');
  const both = [...asked, ...answered];
  expect(stateAfter({ manyInFlight: true }, ...both).callers).toMatchObject([
    { state: 'waiting', listed: false },
    { state: 'misled', listed: false },
  ]);
});

test('what was sent before the end is read before the end is told', () => {
  const steps = [...created, { tell: { of: 0 } }, destroy, { handle: {} }];
  expect(() => stateAfter({}, ...steps, { tell: { of: 0 } })).toThrow('the window is there');
  expect(() => stateAfter({}, ...steps, { fail: {} }, { learn: {} })).toThrow('all that came before is read');
  expect(stateAfter({}, ...steps, { fail: {} }, { receive: {} }, { learn: {} }).callers).toMatchObject([{ state: 'told of the end' }, {}]);
  expect(() => stateAfter({}, ...steps, { fail: {} }, { receive: {} }, { learn: {} }, destroy)).toThrow('the connection is open');
});
