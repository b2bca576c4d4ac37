import Ajv from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { model as capabilitySpace } from '../../mechanisms/themelios/capability-space/model.ts';
import { machine, type Machine } from '../run/machine.ts';
import { mechanism, type Mechanism } from '../language/model.ts';
import { bool, flags, id, oneOf, option, perId, queue, range, setOf, table, tuple } from '../language/schema.ts';
import { instanceOf } from '../run/step.ts';
import { importItf, itfOf } from './trace-itf.ts';
import { chromeTraceOf, csvOf, mermaidOf } from './trace-pictures.ts';
import { importTrace, traceOf, traceSchema } from './trace.ts';
import { twoPhaseCommit } from '../../../bench/two-phase-commit.ts';
import { walk } from '../search/walk.ts';

const task = id('task');
const message = tuple({ from: task, urgent: bool });
/** A field of every kind. */
const post = mechanism({
  parameters: { tasks: { least: 2, most: 3, default: 2 } },
  faults: { loses: { doc: 'A message is lost.', times: 1 } },
  state: ({ tasks }) => ({
    tasks: table(task, tasks, { waits: bool, friends: setOf(task), box: queue(message, 2) }),
    last: option(message),
    rights: flags('read', 'write'),
    level: range(-1, 2),
    phase: oneOf('on', 'off'),
    seen: perId(task, range(0, 3)),
  }),
});
const send = post.action({
  says: '{from} sends to {to}; it says "#1".',
  args: { from: task, to: task, urgent: bool },
  lanes: ['from', 'to'],
  when: { 'there is room': ({ to }) => to.box.length < to.box.most, 'nobody writes to itself': ({ from, to }) => from !== to },
  then: ({ from, to, urgent }, s) => {
    to.box.push(s.tasks.length > 0 ? messageOf(from, urgent) : messageOf(to, urgent));
    from.friends = from.friends.with(to);
    s.level = urgent ? 2 : -1;
  },
});
const messageOf = <T>(from: T, urgent: boolean) => ({ from, urgent });
const read = post.action({
  says: '{by} reads.',
  args: { by: task },
  lanes: ['by'],
  when: { 'there is a message': ({ by }) => by.box.length > 0 },
  then: ({ by }, s) => {
    s.last = by.box.shift();
    s.seen.set(by, (s.seen.get(by) + 1) % 4);
    s.rights = s.rights.size === 2 ? s.rights.none : s.rights.with(s.rights.has('read') ? 'write' : 'read');
  },
});
const turn = post.action({
  says: 'The post is turned {to}.',
  args: { to: oneOf('on', 'off') },
  then: ({ to }, s) => {
    s.phase = to;
  },
});
const lose = post.action({
  says: 'A message of {of} is lost.',
  args: { of: task },
  fault: 'loses',
  when: { 'there is one': ({ of }) => of.box.length > 0 },
  then: ({ of }) => {
    of.box.shift();
  },
});
const office = post.model({
  id: 'test/office',
  title: 'Post office; #1',
  actions: { send, read, turn, lose },
  always: {},
  sometimes: {},
});

const settings: [Mechanism, object][] = [
  [capabilitySpace, {}],
  [capabilitySpace, { slots: 4, reuses: 3, grantsMore: true }],
  [twoPhaseCommit, { managers: 4, hasty: true }],
  [office, { tasks: 3, loses: true }],
];
const someRun = fc
  .record({ setting: fc.constantFrom(...settings), seed: fc.nat(), steps: fc.nat(30) })
  .map(({ setting: [of, config], seed, steps }) => {
    const m = machine(of, config);
    return { of, m, log: walk(m, { seed, steps }).log };
  });
const logOf = (m: Machine, ...steps: object[]) => steps.map((step) => instanceOf(m, step));
const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const isValid = new Ajv().compile(traceSchema);

test('a trace is what its schema says, and becomes the same run', () => {
  fc.assert(
    fc.property(someRun, ({ of, m, log }) => {
      const document = json(traceOf(m, log));
      expect(isValid(document), JSON.stringify(isValid.errors)).toBe(true);
      expect(importTrace(of, document)).toEqual({ config: m.config, log, problem: undefined });
    }),
  );
});

test('a run that goes on for ever says from where', () => {
  const m = machine(office);
  const loop = logOf(m, { turn: { to: 'off' } }, { turn: { to: 'on' } });
  const document = json(traceOf(m, loop, 0)) as { loop: number; states: unknown[] };
  expect(isValid(document)).toBe(true);
  expect(document.states.at(-1)).toEqual(document.states[document.loop]);
  expect(itfOf(m, loop, 0).loop).toBe(0);
});

test('an ITF trace becomes the same run', () => {
  fc.assert(
    fc.property(someRun, ({ of, m, log }) => {
      expect(importItf(of, json(itfOf(m, log)))).toEqual({ config: m.config, log, problem: undefined });
    }),
  );
});

test('an ITF trace that names no steps becomes a run through the same states', () => {
  fc.assert(
    fc.property(someRun, ({ of, m, log }) => {
      const trace = itfOf(m, log);
      const states = trace.states.map((state) => Object.fromEntries(Object.entries(state).filter(([name]) => !name.startsWith('mbt::'))));
      const { problem, log: found } = importItf(of, json({ ...trace, states }));
      expect(problem).toBeUndefined();
      expect(traceOf(m, found).states).toEqual(traceOf(m, log).states);
    }),
    { numRuns: 50 },
  );
});

describe('the first step that is no behaviour is named', () => {
  const m = machine(twoPhaseCommit, { managers: 2 });
  const log = logOf(m, { prepare: { by: 0 } }, { countVote: { from: 0 } }, { giveUp: { by: 1 } });
  const trace = traceOf(m, log);
  const without = (step: number) => ({ ...trace, steps: trace.steps.filter((_, i) => i !== step), states: undefined });

  test('with the clauses that refuse it', () => {
    expect(importTrace(twoPhaseCommit, without(0))).toEqual({
      config: m.config,
      log: [],
      problem: {
        step: 1,
        says: 'Step 1, "The coordinator counts the vote of manager 0.", is refused; it needs: the manager has voted.',
        because: ['the manager has voted'],
      },
    });
  });
  test('with what is another state', () => {
    const [start, ...states] = trace.states;
    const { problem, log: kept } = importTrace(twoPhaseCommit, { ...trace, states: [start, start, ...states] });
    expect([kept, problem?.says]).toEqual([[], 'After step 1 the model has another value at managers[0].phase than the trace.']);
  });
  test('with what does not exist', () => {
    expect(importTrace(twoPhaseCommit, { ...trace, steps: [{ verb: 'pray', args: {} }] }).problem?.says).toMatch(
      "There is no action 'pray'",
    );
    expect(importTrace(twoPhaseCommit, { ...trace, config: { managers: 99 } }).problem?.says).toMatch('managers = 99');
    expect(importTrace(capabilitySpace, trace).problem?.says).toMatch("of the model 'bench/two-phase-commit'");
  });
  test('in ITF, too, where the step is found by what it would do', () => {
    const { states, ...rest } = itfOf(m, log);
    const bare = states.map((state) => Object.fromEntries(Object.entries(state).filter(([name]) => !name.startsWith('mbt::'))));
    const { problem, log: kept } = importItf(twoPhaseCommit, { ...rest, states: [bare[0], bare[1], bare[3]] });
    expect(kept).toHaveLength(1);
    expect(problem).toEqual({ step: 2, says: 'No step of the model leads from state 1 to state 2.', because: [] });
    const committed = { ...bare[0], coordinator: 'committed', commitSent: true };
    expect(importItf(twoPhaseCommit, { ...rest, states: [bare[0], committed] }).problem).toEqual({
      step: 1,
      says: 'Step 1 would be "The coordinator has every vote and orders a commit.", which is refused; it needs: every vote has been counted.',
      because: ['every vote has been counted'],
    });
    const named = { ...committed, 'mbt::actionTaken': 'decideCommit', 'mbt::nondetPicks': {} };
    expect(importItf(twoPhaseCommit, { ...rest, states: [bare[0], named] }).problem?.because).toEqual(['every vote has been counted']);
  });
});

test('any data may be imported', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(importTrace(office, value).problem).toBeDefined();
      expect(importItf(office, value).problem).toBeDefined();
    }),
  );
  const log = walk(machine(office), { seed: 1, steps: 8 }).log;
  const whole = JSON.stringify(itfOf(machine(office), log));
  const native = JSON.stringify(traceOf(machine(office), log));
  fc.assert(
    fc.property(
      fc.nat(whole.length - 1),
      fc.nat(native.length - 1),
      fc.constantFrom('0', '1', 'x', 'null', '{}', '[]'),
      (at, other, by) => {
        for (const [text, place] of [
          [whole, at],
          [native, other],
        ] as const) {
          try {
            const changed: unknown = JSON.parse(text.slice(0, place) + by + text.slice(place + 1));
            importItf(office, changed);
            importTrace(office, changed);
          } catch (error) {
            expect(error).toBeInstanceOf(SyntaxError);
          }
        }
      },
    ),
    { numRuns: 2_000 },
  );
});

test('every event of a Chrome trace has its time and its lane', () => {
  fc.assert(
    fc.property(someRun, ({ m, log }) => {
      const { traceEvents } = json(chromeTraceOf(m, log)) as { traceEvents: Record<string, unknown>[] };
      const lanes = new Set(traceEvents.filter(({ name }) => name === 'thread_name').map(({ tid }) => tid));
      for (const event of traceEvents) {
        expect(event).toMatchObject({ pid: 1, ph: expect.stringMatching(/^[XMsf]$/) as string, ts: expect.any(Number) as number });
        expect(lanes).toContain(event['tid']);
      }
      const said = new Set(traceEvents.filter(({ ph }) => ph === 'X').map(({ ts }) => ts));
      expect(said.size).toBe(log.length);
    }),
  );
});

test('every line of a Mermaid diagram is one of its grammar', () => {
  const line = /^(sequenceDiagram|  participant p\d+ as [^\n;]+|  p\d+->>p\d+: .+|  Note over p\d+: .+|)$/;
  fc.assert(
    fc.property(someRun, ({ m, log }) => {
      const lines = mermaidOf(m, log).split('\n');
      for (const each of lines) expect(each.replace(/#\d+;/g, '')).toMatch(line);
      expect(lines.filter((each) => /->>|Note over/.test(each))).toHaveLength(log.length);
    }),
  );
});

/** As RFC 4180 has it. */
const csvIn = (text: string): string[][] =>
  text
    .split('\r\n')
    .slice(0, -1)
    .map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, q, bare]) => q?.replaceAll('""', '"') ?? bare!));

test('a CSV table has a line for every state and a value for every column', () => {
  fc.assert(
    fc.property(someRun, ({ m, log }) => {
      const { steps } = traceOf(m, log);
      const [head, ...lines] = csvIn(csvOf(m, log));
      expect(new Set(head).size).toBe(head!.length);
      expect(lines.map(({ length }) => length)).toEqual(lines.map(() => head!.length));
      expect(lines.map(([step, action, says]) => [step, action, says])).toEqual([
        ['0', '', ''],
        ...steps.map(({ verb, says }, i) => [String(i + 1), verb, says]),
      ]);
    }),
  );
});
