import { describe, expect, test } from 'vitest';
import { insist } from '../language/insist.ts';
import { mechanism } from '../language/model.ts';
import { bool, id, queue, range, table } from '../language/schema.ts';
import { explore } from '../search/explore.ts';
import { walk } from '../search/walk.ts';
import { linkTo } from '../exchange/link.ts';
import { traceOf } from '../exchange/trace.ts';
import { canonical } from '../symmetry/symmetry.ts';
import { machine } from './machine.ts';
import { ModelError } from './model-error.ts';
import { replay } from './replay.ts';
import { begin, follow, instanceOf, menuAt, reachedAt, type Snapshot } from './run.ts';

const job = id('job');
const shop = mechanism({
  parameters: { room: { least: 1, most: 3, default: 2 } },
  faults: { counts: 'A property looks too far.', asks: 'A clause looks too far.', starts: 'The start is wrong.', promises: 'It insists.' },
  state: ({ room }) => ({ jobs: table(job, 4, { done: bool }), line: queue(job, room), sent: range(0, 9) }),
  start: (s, { starts }) => {
    s.sent = starts ? 10 : 0;
  },
});
const send = shop.action({
  says: '{it} is sent.',
  args: { it: job },
  when: { 'it is not in line': ({ it }, s) => !s.line.has(it) },
  then: ({ it }, s, { promises }) => {
    if (promises) s.sent += 1;
    if (promises) insist(s.sent < 3, 'nothing is sent a third time');
    s.line.push(it);
  },
});
const look = shop.action({
  says: 'Somebody looks.',
  when: { 'there is one in line': (_, s, { asks }) => (asks && s.line.length === 2 ? s.line.items[7]!.done : s.line.length > 0) },
  then: () => {},
});
const model = shop.model({
  id: 'test/shop',
  title: 'Shop',
  actions: { send, look },
  always: { 'the last in line is a job': (s, { counts }) => !counts || s.line.length < 2 || s.line.items[5]!.done },
  sometimes: { 'one is in line': (s) => s.line.length === 1 },
});

/** What was thrown. */
function thrown(run: () => unknown): Error {
  try {
    run();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}

describe('F5: what a model throws is told with action, arguments, state and steps', () => {
  const m = machine(model);
  const sends = [0, 1, 2].map((it) => instanceOf(m, { send: { it } }));

  test('by a search', () => {
    const error = thrown(() => explore(m));
    expect(error).toBeInstanceOf(ModelError);
    expect((error as ModelError).failed).toEqual({
      model: 'test/shop',
      part: 'effect',
      action: 'send',
      args: { it: 2 },
      says: 'job 2 is sent.',
      state: { jobs: [{ done: false }, { done: false }, { done: false }, { done: false }], line: [0, 1], sent: 0 },
      path: ['job 0 is sent.', 'job 1 is sent.'],
    });
    expect(error.message).toBe(
      `test/shop: the effect of 'send' at "job 2 is sent." ({"it":2}) failed: line is full and cannot take job 2. The state was ` +
        '{"jobs":[{"done":false},{"done":false},{"done":false},{"done":false}],"line":[0,1],"sent":0}. ' +
        'The steps that lead there: 1. job 0 is sent. 2. job 1 is sent.',
    );
    expect(error.cause).toBeInstanceOf(RangeError);
  });

  test('by hand, where the state is left as it was', () => {
    const at = follow(m, follow(m, begin(m), sends[0]!) as Snapshot, sends[1]!) as Snapshot;
    const error = thrown(() => follow(m, at, sends[2]!)) as ModelError;
    expect(error.failed).toMatchObject({ part: 'effect', action: 'send', args: { it: 2 }, state: { line: [0, 1] } });
    expect(m.words).toEqual(at.words);
    expect(reachedAt(m, follow(m, begin(m), sends[0]!) as Snapshot)).toEqual(['one is in line']);
    expect(reachedAt(m, at)).toEqual([]);
  });

  test('in a property, in a clause, at the start', () => {
    const inProperty = thrown(() => explore(machine(model, { counts: true }))) as ModelError;
    expect(inProperty.failed).toMatchObject({
      part: 'property',
      name: 'the last in line is a job',
      path: ['job 0 is sent.', 'job 1 is sent.'],
    });
    expect(inProperty.message).toMatch('the property "the last in line is a job" failed: Cannot read properties of undefined');
    const asking = machine(model, { asks: true });
    const inClause = thrown(() => explore(asking)) as ModelError;
    expect(inClause.failed).toMatchObject({ part: 'effect' }); // the search asks in the order of the actions
    const two = follow(asking, follow(asking, begin(asking), sends[0]!) as Snapshot, sends[1]!) as Snapshot;
    const byHand = thrown(() => menuAt(asking, two)) as ModelError;
    expect(byHand.failed).toMatchObject({ part: 'clause', name: 'there is one in line', action: 'look', says: 'Somebody looks.' });
    expect(thrown(() => machine(model, { starts: true })).message).toBe('test/shop: the start failed: sent cannot be 10.');
  });

  test('by what replays, walks and writes a run', () => {
    const steps = [0, 1, 2].map((it) => ({ send: { it } }));
    for (const run of [
      () => replay(model, { steps }),
      () => traceOf(m, sends),
      () => linkTo(m, sends),
      () => walk(m, { seed: 1, steps: 99 }),
    ])
      expect(thrown(run).message).toMatch(/^test.shop: the effect of 'send' at .* failed: line is full/);
  });
});

describe('an insistence is a violation at its step', () => {
  const m = machine(model, { promises: true, room: 3 });
  const sentence = 'nothing is sent a third time';

  test('in a search, with symmetry or learning or not', () => {
    for (let times = 0; times < 2; times++) {
      const { violation, exhaustive } = explore(m, { canon: canonical(m) });
      expect([violation?.rule, violation?.path, exhaustive]).toEqual([sentence, [0, 1, 2], false]);
    }
  });

  test('by hand, and in what is written of the run', () => {
    const end = [0, 1, 2].reduce<Snapshot>((at, instance) => follow(m, at, instance) as Snapshot, begin(m));
    expect([end.broken, end.state['sent'], end.state['line']]).toEqual([[sentence], 3, [0, 1]]);
    expect(traceOf(m, [0, 1, 2]).states.at(-1)).toEqual(end.state);
    expect(linkTo(m, [0, 1, 2])).toMatch(/./);
    const steps = [0, 1, 2].map((it) => ({ send: { it } }));
    expect(replay(model, { with: { promises: true, room: 3 }, steps }).ends).toEqual({ violates: sentence });
  });
});

test('F4: a rule that names a row of a plain table is an error of a symmetric search', () => {
  const cell = id('cell');
  const of = mechanism({ parameters: {}, state: () => ({ cells: table(cell, 3, { on: bool }) }) });
  const flip = of.action({
    says: '{it} is on.',
    args: { it: cell },
    then: ({ it }) => {
      it.on = true;
    },
  });
  const third = (where: object, actions: object = { flip }) =>
    machine(
      of.model({ id: 'test/third', title: 'Third', actions: actions as never, always: {}, sometimes: {}, final: () => true, ...where }),
    );
  const named = third({ always: { 'the third is off': (s: { cells: { on: boolean }[] }) => !s.cells[2]!.on } });
  expect(explore(named).violation?.path).toHaveLength(1);
  expect(() => explore(named, { canon: canonical(named) })).toThrow(
    "test/third: 'the third is off' depends on the position of a cell. A symmetric search would be wrong; where positions matter, the table is an orderedTable.",
  );
  const acting = third(
    {},
    {
      flip: of.action({
        says: 'The first is on.',
        then: (_, s) => {
          s.cells[0]!.on = true;
        },
      }),
    },
  );
  expect(() => explore(acting, { canon: canonical(acting) })).toThrow("'flip' depends on the position of a cell.");
  const ending = third({ final: (s: { cells: { on: boolean }[] }) => s.cells[1]!.on });
  expect(() => explore(ending, { canon: canonical(ending) })).toThrow("'final' depends on the position of a cell.");
});
