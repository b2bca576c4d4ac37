/** Shipped services keep their rules in every order; services with a fault are found out, by the rule that the fault breaks. */
import { expect, test } from 'vitest';
import { AgainstModel } from './against-model.ts';
import { casts } from './clients.ts';
import { explore } from './explore.ts';
import { changed, ids, maker, outcomeOf, textOf, type ServiceId } from './made.fixture.ts';
import { RULES } from './rules.ts';
import { runOf, type Setup } from './world.ts';

const setups = (id: ServiceId): readonly (readonly [string, Setup])[] =>
  casts[id].flatMap((cast) => [1, 2, 3].map((room) => [`${cast.id}, room for ${room}`, { clients: cast.clients, room }] as const));

test.each(ids)('%s keeps its rules in every order, with every cast and at every size of a queue', (id) => {
  const make = maker(textOf(id));
  for (const [name, setup] of setups(id)) {
    const { isWhole, found, ends, depth } = outcomeOf(make, setup);
    expect(found, name).toBeUndefined();
    expect(isWhole, name).toBe(true);
    expect(ends, name).toBeGreaterThan(0);
    expect(depth, name).toBeGreaterThanOrEqual(runOf(make(), setup, [], true).steps.length);
  }
});

test.each(ids)('the runs of %s are runs of the model, in every order of two clients', (id) => {
  const make = maker(textOf(id));
  const [, setup] = setups(id)[4]!;
  const schedules = Array.from({ length: 60 }, (_, seed) => seed);
  for (const seed of schedules) {
    const schedule: string[] = [];
    for (let turn = seed; ; turn = Math.imul(turn + 1, 48271) >>> 1) {
      const { choices, steps, start } = runOf(make(), setup, schedule, false);
      if (choices.length > 0) {
        schedule.push(choices[turn % choices.length]!.id);
        continue;
      }
      const model = new AgainstModel(setup.room);
      for (const operation of [...start, ...steps.flatMap((it) => it.operations)]) {
        const { verdict } = model.take(operation);
        expect([verdict.is, verdict.broken], JSON.stringify(operation)).toEqual([operation.error === undefined ? 'done' : 'refused', []]);
      }
      break;
    }
  }
});

/** What a writer may get wrong: the change of a shipped file, and the rule that tells it. */
const faults: readonly (readonly [what: string, id: ServiceId, from: string, to: string, rule: string])[] = [
  [
    'nobody catches NoPeer',
    'echo',
    "try {\n      sender.send({ kind: 'Data', data });\n    } catch {",
    "sender.send({ kind: 'Data', data });\n    if (!sender) {",
    RULES.panics,
  ],
  ['an answer that found no room', 'echo', 'isReceivable: ({ sender }) => sender.isWritable(),', '', RULES.unanswered],
  [
    'no answer to a text',
    'echo',
    "sender.send({ kind: 'Data', data });",
    "if (data !== 'two') sender.send({ kind: 'Data', data });",
    RULES.unanswered,
  ],
  [
    'two answers',
    'echo',
    "sender.send({ kind: 'Data', data });",
    "sender.send({ kind: 'Data', data }); sender.send({ kind: 'Data', data });",
    RULES.unasked,
  ],
  [
    'the answer goes to who came last',
    'echo',
    'dispatcher.addChannel(ch, echo);',
    'let last = ch; last = ch; Object.assign(globalThis, { last });\n    dispatcher.addChannel(ch, { ...echo, data: (_, data) => { try { (globalThis as unknown as { last: typeof ch }).last.send({ kind: "Data", data }); } catch {} } });',
    RULES.unasked,
  ],
  ['an end that stays', 'echo', 'sender.close();', '', RULES.leaked],
  ['a deaf channel', 'echo', 'dispatcher.addChannel(ch, echo);', 'void dispatcher;', RULES.leftLying],
  ['it takes nothing', 'echo', 'sender.isWritable()', '!sender.isWritable()', RULES.leftLying],
  [
    'an end that was given away is listened to',
    'name-server',
    'dispatcher.addChannel(ours, {',
    'dispatcher.addChannel(theirs, {',
    RULES.panics,
  ],
  ['a wrong call id', 'name-server', "kind: 'OpenReply', callId, ch }", "kind: 'OpenReply', callId: callId + 1, ch }", RULES.unasked],
  [
    'a name that nobody has is no answer',
    'name-server',
    "if (owner === undefined) return abort(sender, callId, 'NotFound');",
    'if (owner === undefined) return;',
    RULES.unanswered,
  ],
  ['both ends are kept', 'name-server', 'forOwner.close();', '', RULES.leaked],
  ['an end whose other one could not be given', 'name-server', 'return ours.close();', 'return;', RULES.leaked],
  ['an owner that has gone', 'name-server', '} catch (problem) {', '} catch (problem) {\n    if (owner) throw problem;', RULES.panics],
  [
    'calls are told apart by their id alone',
    'file-server',
    'open({ sender, dispatcher, newChannel, info }, callId, uri) {',
    'open({ sender, dispatcher, newChannel, info }, callId, uri) {\n    if (calls.has(callId)) return;\n    calls.add(callId);',
    RULES.unanswered,
  ],
];

test.each(faults)('%s in %s is found', (_, id, from, to, rule) => {
  const text = to.includes('calls.has') ? `const calls = new Set<number>();\n${textOf(id)}` : textOf(id);
  const make = maker(changed(text, from, to));
  const found = setups(id).map(([, setup]) => outcomeOf(make, setup).found);
  const { schedule, violation } = found.find(Boolean)!;
  expect(found.map((it) => it?.violation.rule)).toContain(rule);
  // It can be played, and ends there.
  const run = runOf(make(), setups(id)[found.findIndex(Boolean)]![1], schedule, false);
  expect(run.violation).toEqual(violation);
});

test('the first run that is found is a shortest one', () => {
  const [, , from, to] = faults[0]!;
  const make = maker(changed(textOf('echo'), from, to));
  const [, setup] = setups('echo')[4]!;
  const { schedule } = outcomeOf(make, setup).found!;
  const lengths = new Set<number>();
  const look = (chosen: readonly string[]): void => {
    if (chosen.length >= schedule.length) return;
    const { choices, violation } = runOf(make(), setup, chosen, false);
    if (violation) lengths.add(chosen.length);
    for (const { id } of choices) look([...chosen, id]);
  };
  look([]);
  expect([...lengths]).toEqual([]);
});

test('a service that is not the same in every run is told so', () => {
  let runs = 0;
  const make = maker(textOf('echo'));
  const running = explore(() => ({ ...make(), ...(runs++ > 5 && { connected: () => undefined }) }), {
    clients: casts.echo[0]!.clients,
    room: 2,
  });
  expect(() => {
    for (;;) if (running.next().done) return;
  }).toThrow(/the same in every run/);
});
