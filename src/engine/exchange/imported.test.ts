/** What is said of documents that are no runs of the model, or only nearly. */
import { describe, expect, test } from 'vitest';
import { readTrace } from './document.ts';
import { lampModel } from './lamp.fixture.ts';
import { importItf, itfOf } from './trace-itf.ts';
import { importTrace, type Trace, traceOf } from './trace.ts';
import { machine, type Machine } from '../run/machine.ts';
import { instanceOf } from '../run/step.ts';
import { walk } from '../search/walk.ts';

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const logOf = (m: Machine, ...steps: object[]): number[] => steps.map((step) => instanceOf(m, step));
const other = { ...lampModel, model: { ...lampModel.model, id: 'test/office' } };

describe('X1: a loop is one only where the run is back', () => {
  const m = machine(lampModel);
  const log = logOf(m, { turn: { to: 'alert' } }, { dim: { it: 1, to: 2 } });
  const problems = (loop: unknown) => [
    importTrace(lampModel, { ...traceOf(m, log), loop }).problem?.says,
    importItf(lampModel, { ...itfOf(m, log), loop }).problem?.says,
  ];
  const both = (says: string | undefined) => [says, says];

  test.each<[unknown, string | undefined]>([
    [undefined, undefined],
    [0, 'The run does not go on for ever: its last state is not state 0, from which it should repeat; lamps[1].level is different.'],
    [1, 'The run does not go on for ever: its last state is not state 1, from which it should repeat; lamps[1].level is different.'],
    [2, 'The loop of the trace is 2; it is the number of a state from 0 to 1.'],
    [-1, 'The loop of the trace is -1; it is the number of a state from 0 to 1.'],
    [0.5, 'The loop of the trace is 0.5; it is the number of a state from 0 to 1.'],
    ['0', 'The loop of the trace is "0"; it is the number of a state from 0 to 1.'],
    [null, 'The loop of the trace is null; it is the number of a state from 0 to 1.'],
    [{ '#bigint': '0' }, 'The loop of the trace is {"#bigint":"0"}; it is the number of a state from 0 to 1.'],
  ])('%j', (loop, says) => expect(problems(loop)).toEqual(both(says)));

  test('a run without steps has none', () => {
    expect(importTrace(lampModel, { ...traceOf(m, []), loop: 0 }).problem?.says).toBe(
      'The loop of the trace is 0; a run without steps has none.',
    );
  });
});

describe('X2: a trace that contradicts itself is refused', () => {
  const m = machine(lampModel);
  const log = logOf(m, { turn: { to: 'alert' } });
  const itf = itfOf(m, log);
  const second = (change: object) => ({ ...itf, states: [itf.states[0], { ...itf.states[1], ...change }] });
  const saysOf = (document: unknown) => importItf(lampModel, json(document)).problem?.says;

  test('in the name of a step', () => {
    expect(saysOf(itf)).toBeUndefined();
    expect(saysOf(second({ 'mbt::actionTaken': 'fail', 'mbt::nondetPicks': {} }))).toBe("No step of 'fail' leads from state 0 to state 1.");
    expect(saysOf(second({ 'mbt::actionTaken': 'pray' }))).toBe(
      'Step 1 is called "pray", which is no action of the model; there are dim, fail, turn.',
    );
    expect(saysOf(second({ 'mbt::actionTaken': 7 }))).toMatch('Step 1 is called 7');
    expect(saysOf(second({ 'mbt::actionTaken': 'lamp::turn' }))).toBeUndefined();
  });
  test('in what the step is about', () => {
    const picks = { to: { tag: 'Some', value: 'calm' } };
    expect(saysOf(second({ 'mbt::nondetPicks': picks }))).toBe('After step 1 the model has another value at mood than the trace.');
  });
  test('in a setting', () => {
    const first = (change: object) => ({ ...itf, states: [{ ...itf.states[0], ...change }, itf.states[1]] });
    expect(saysOf(first({ 'config::lamps': 'two' }))).toBe('test/lamp cannot be configured with lamps = "two".');
    expect(saysOf(first({ 'config::lights': true }))).toBe('test/lamp cannot be configured with lights = true.');
  });
  test('in a state that is not whole, and in the number of states', () => {
    const trace = json(traceOf(m, log)) as Trace;
    const [start, end] = trace.states;
    expect(importTrace(lampModel, { ...trace, states: [start, {}] }).problem?.says).toMatch(
      'After step 1 the model has another value at lamps',
    );
    const { mood: _, ...partial } = end!;
    expect(importTrace(lampModel, { ...trace, states: [start, partial] }).problem?.says).toMatch('another value at mood');
    for (const states of [[start], [start, end, end], []]) {
      expect(importTrace(lampModel, { ...trace, states }).problem?.says).toBe(
        `The trace has ${states.length} states for 1 steps; it has one at the start and one after each step.`,
      );
    }
  });
  test('a version that differs, or none, or no states, is said of a sound run', () => {
    const trace = json(traceOf(m, log)) as Trace;
    const noteOf = (change: object) => {
      const { problem, note } = importTrace(lampModel, { ...trace, ...change });
      expect(problem).toBeUndefined();
      return note;
    };
    expect(noteOf({})).toBeUndefined();
    expect(noteOf({ version: '000000' })).toBe(
      'The trace was made with another version of the model, 000000; it was compared with the present one.',
    );
    expect(noteOf({ version: 7 })).toBe('The trace does not say with which version of the model it was made.');
    expect(noteOf({ states: undefined })).toBe('The trace has no states; its steps were taken, and no state was compared.');
    expect(importItf(lampModel, { ...itf, '#meta': { ...itf['#meta'], version: '123456' } }).note).toMatch(
      'another version of the model, 123456',
    );
  });
});

describe('X3: what is no trace of this model says what it is', () => {
  const log = walk(machine(lampModel), { seed: 3, steps: 4 }).log;
  const [native, itf] = [traceOf(machine(lampModel), log), itfOf(machine(lampModel), log)];

  test('of another model, in both formats', () => {
    for (const document of [native, itf]) {
      expect(readTrace(other, JSON.stringify(document))).toEqual({
        config: {},
        log: [],
        problem: { step: 0, says: "The trace is of the model 'test/lamp', not of 'test/office'.", because: [] },
        model: 'test/lamp',
      });
    }
    expect(importItf(lampModel, { ...itf, '#meta': { source: 'specs/lamp.qnt' } }).problem).toBeUndefined();
  });
  test('of other JSON, naming both formats', () => {
    for (const text of ['null', '3', '[]', '{}', '{"states":[]}', '{"format":"other/1"}', '{"states":[3]}', '"text"']) {
      expect(readTrace(lampModel, text).problem?.says).toBe(
        'This is neither a trace in the format orrery-trace/1 nor one in the Informal Trace Format (ITF), which has states.',
      );
    }
    expect(readTrace(lampModel, '{"format":"orrery-trace/1"}').problem?.says).toMatch(/^This is not a whole trace .*config, steps/);
    expect(readTrace(lampModel, '{').problem?.says).toMatch(/^This is not JSON: .*\.$/);
  });
});

describe('R12, R2: what comes from outside is bounded, and told shortly', () => {
  const m = machine(lampModel);
  const trace = json(traceOf(m, logOf(m, { turn: { to: 'alert' } }))) as Trace;
  const saysOf = (document: unknown) => readTrace(lampModel, JSON.stringify(document)).problem!.says;
  const long = 'x'.repeat(200_000);
  const deep = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

  test('names', () => {
    const wrong = [
      { ...trace, model: long },
      { ...trace, config: { [long]: 1 } },
      { ...trace, config: { lamps: long } },
      { ...trace, steps: [{ verb: long, args: {} }] },
      { ...trace, steps: [{ verb: 'turn', args: { [long]: 1 } }] },
      { ...trace, steps: [{ verb: 'turn', args: { to: long } }] },
      { ...trace, states: [{ ...trace.states[0], [long]: 1 }, trace.states[1]] },
      { ...trace, loop: long },
      { ...itfOf(m, []), '#meta': {}, states: [{ ...itfOf(m, []).states[0], [`config::${long}`]: 1 }] },
      { ...itfOf(m, []), states: [itfOf(m, []).states[0], { ...itfOf(m, []).states[0], 'mbt::actionTaken': long }] },
    ];
    for (const document of wrong) {
      const says = saysOf(document);
      expect(says.length).toBeLessThan(400);
      expect(says).toMatch(/\.$/);
    }
  });
  test('depth', () => {
    const document = JSON.stringify(trace).replace('"lamps":2', `"lamps":${'['.repeat(5_000)}${']'.repeat(5_000)}`);
    expect(readTrace(lampModel, document).problem?.says).toBe('The trace has brackets in one another more than 64 deep; no trace has.');
    expect(importTrace(lampModel, { ...trace, config: { lamps: deep(5_000) } }).problem!.says.length).toBeLessThan(400);
    expect(saysOf({ ...trace, model: '['.repeat(100) })).toMatch('The trace is of the model');
  });
  test('steps and characters', () => {
    const steps = Array.from({ length: 20_001 }, () => trace.steps[0]);
    expect(saysOf({ ...trace, steps, states: undefined })).toBe('The trace has 20001 steps; at most 20000 are read.');
    const { states } = itfOf(m, []);
    expect(importItf(lampModel, { states: Array.from({ length: 20_002 }, () => states[0]) }).problem?.says).toMatch('has 20001 steps');
    expect(readTrace(lampModel, ' '.repeat(16_777_217)).problem?.says).toBe(
      'The trace has 16777217 characters; at most 16777216 are read.',
    );
    expect(importTrace(lampModel, { ...trace, steps: steps.slice(1), states: undefined }).log).toHaveLength(20_000);
  });
});
