/** What the sandbox says of a service is taken for what it is, or refused with a sentence. */
import { expect, test } from 'vitest';
import { exploreSlice, toldRun, toldService } from './answers.ts';
import { ServiceAnswering } from './answering.ts';
import { callSays, verdictSays } from './call-words.ts';
import { casts } from './clients.ts';
import { judged } from './judged.ts';
import { changed, ids, maker, textOf } from './made.fixture.ts';
import { runOf, type Setup } from './world.ts';

const setup: Setup = { clients: casts.echo[1]!.clients, room: 2 };
const onTheWay = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test.each(ids)('the runs of %s come through as they are', (id) => {
  for (const { clients } of casts[id]) {
    const run = runOf(maker(textOf(id))(), { clients, room: 2 }, [], true);
    expect(onTheWay(toldRun(onTheWay(run)))).toEqual(onTheWay(run));
  }
});

test('every order comes in slices, as long as there are any', () => {
  let time = 0;
  const answering = new ServiceAnswering(maker(textOf('echo')), () => (time += 10));
  let slices = 1;
  let slice = exploreSlice(onTheWay(answering.answer({ do: 'explore', setup })));
  for (; !slice.isDone; slices++) slice = exploreSlice(onTheWay(answering.answer({ do: 'advance' })));
  expect(slice.explored).toMatchObject({ states: 405, steps: 662, isWhole: true, found: undefined });
  expect(slices).toBeGreaterThan(10);
});

test('an answer of another shape is refused', () => {
  const run = runOf(maker(textOf('echo'))(), setup, [], true);
  const [step] = run.steps;
  const wrong: readonly unknown[] = [
    undefined,
    'done',
    { ...run, steps: 'many' },
    { ...run, steps: Array.from({ length: 1_000 }, () => step) },
    { ...run, start: [{ ...run.start[0], end: '<b>.0' }] },
    { ...run, start: [{ ...run.start[0], by: 'C' }] },
    { ...run, start: [{ ...run.start[0], does: 'fetch' }] },
    { ...run, start: [{ ...run.start[0], message: { kind: 'Invoke' } }] },
    { ...run, name: 'n'.repeat(61) },
    { ...run, violation: { rule: 5, says: '' } },
  ];
  for (const each of wrong) expect(() => toldRun(onTheWay(each ?? null))).toThrow(/The sandbox answered what is no answer/);
  expect(() => toldService({})).toThrow(/no answer/);
  expect(() => exploreSlice({ explored: { states: -1 }, isDone: true })).toThrow(/no answer/);
});

test('a run that says what the model does not allow is marked', () => {
  const run = runOf(maker(textOf('echo'))(), setup, [], true);
  expect(judged(run, 2, 2).agrees).toBe(true);
  // With less room than it was made with, one of its sends is too many.
  const lie = judged(run, 2, 1);
  expect(lie.agrees).toBe(false);
  const marked = lie.steps.flatMap((it) => it.calls).find(({ verdict }) => verdict.is === 'contradicted')!;
  expect(verdictSays(marked)).toBe(
    'The run says that this was done, and in the model this does not hold: the queue of the peer has room (else Full). Possible there: A.1 is closed, and with it goes what it has not received.',
  );
});

test('a refused call names the condition of the model, and what was possible there', () => {
  const text = changed(
    textOf('echo'),
    "sender.send({ kind: 'Data', data });",
    "sender.close();\n      sender.send({ kind: 'Data', data });",
  );
  const run = judged(runOf(maker(text)(), { clients: casts.echo[0]!.clients, room: 2 }, [], true), 1, 2);
  const refused = run.steps.flatMap((it) => it.calls).find(({ verdict }) => verdict.is === 'refused')!;
  expect(callSays(refused)).toBe('The service tries to send Data “one” at A.1, to client A.');
  expect(verdictSays(refused)).toBe('Refused with NotFound. In the model this does not hold: the sender is open. Possible there: nothing.');
});

test('a handle that was given away is told with the place where it is', () => {
  const text = changed(textOf('name-server'), 'owners.set(name, ours);', "theirs.send({ kind: 'Data', data: 'mine' });");
  const { steps, violation } = judged(runOf(maker(text)(), { clients: casts['name-server'][0]!.clients, room: 2 }, [], true), 1, 2);
  const refused = steps.flatMap((it) => it.calls).find(({ verdict }) => verdict.is === 'refused')!;
  expect(verdictSays(refused)).toContain('its handle is in exactly one place: s1.1 is in a message that is under way');
  expect(violation?.says).toBe('Nobody caught NotFound at the send of Data “mine” at s1.1.');
});
