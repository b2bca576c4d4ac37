/** Runs by hand, and what a service may do wrong besides its answers. */
import { expect, test } from 'vitest';
import { casts, type ClientStep } from './clients.ts';
import { changed, ids, maker, outcomeOf, textOf } from './made.fixture.ts';
import { RULES } from './rules.ts';
import { runOf, type Setup } from './world.ts';

const one: Setup = { clients: casts.echo[0]!.clients, room: 2 };
const echo = maker(textOf('echo'));

test('a run is stepped by hand: each choice leads to the next ones', () => {
  const first = runOf(echo(), one, [], false);
  expect(first.choices.map(({ id }) => id)).toEqual(['startup.1', 'A']);
  const second = runOf(echo(), one, ['startup.1'], false);
  expect(second.steps[0]?.operations.map(({ does, end }) => [does, end])).toEqual([['receive', 'startup.1']]);
  expect(second.steps[0]?.log).toEqual(['client connected']);
  expect(second.choices).toEqual([{ id: 'A', says: 'Client A sends Data “one”' }]);
});

test('a choice that is none is refused', () => {
  expect(() => runOf(echo(), one, ['A.1'], false)).toThrow(RangeError);
  expect(() => runOf(echo(), one, ['B'], false)).toThrow(/cannot happen here/);
});

test('a client that breaks the protocol breaks no service', () => {
  for (const id of ids) {
    const { clients } = casts[id].find((it) => it.id === 'rude')!;
    const run = runOf(maker(textOf(id))(), { clients, room: 2 }, [], true);
    expect(run.violation).toBeUndefined();
    expect(run.steps.flatMap(({ log }) => log).filter((it) => it.startsWith('no handler'))).toHaveLength(2);
  }
});

test('a service that breaks in init, or gives back a promise, panics', () => {
  const inInit = maker(changed(textOf('echo'), 'answersData: true,', 'answersData: true,\n  init: () => { throw new Error("early"); },'));
  expect(runOf(inInit(), one, [], true)).toMatchObject({
    steps: [],
    violation: { rule: RULES.panics, says: 'Nobody caught Error: early.' },
  });
  const later = maker(changed(textOf('echo'), 'data({ sender }, data) {', 'async data({ sender }, data) {'));
  expect(runOf(later(), one, [], true).violation?.says).toContain('a handler returned a promise');
});

test('isReceivable changes nothing', () => {
  const make = maker(changed(textOf('echo'), 'sender.isWritable()', "(sender.send({ kind: 'Data', data: '' }), true)"));
  expect(runOf(make(), one, [], true).violation?.says).toContain('isReceivable must change nothing');
});

test('what is sent must be a message', () => {
  for (const [wrong, code] of [
    ["{ kind: 'Invoke' }", 'InvalidMessage'],
    ["{ kind: 'Data', data, ch: sender }", 'InvalidMessage'],
    ["{ kind: 'Connect' }", 'InvalidMessage'],
    ["{ kind: 'Connect', ch: { handle: 'B.1' } }", 'HandleNotMovable'],
    ["{ kind: 'Connect', ch: { handle: 'nowhere' } }", 'HandleNotMovable'],
    ['undefined', 'InvalidMessage'],
  ] as const) {
    const text = textOf('echo').replace(/try \{[^]*?\n {4}\}/, `sender.send(${wrong} as never);`);
    const { violation } = runOf(maker(text)(), one, [], true);
    expect(violation?.says, wrong).toContain(`Nobody caught ${code}`);
  }
});

test('a service that talks to itself for ever is looked at as far as the bounds go', () => {
  const text = changed(
    textOf('echo'),
    'dispatcher.addChannel(ch, echo);',
    `dispatcher.addChannel(ch, echo);
    const [a, b] = newChannel();
    const pass = { data: ({ sender }: ChannelContext) => sender.send({ kind: 'Data', data: '' }) };
    dispatcher.addChannel(a, pass);
    dispatcher.addChannel(b, pass);
    a.send({ kind: 'Data', data: '' });`,
  )
    .replace('connected({ dispatcher, info }', 'connected({ dispatcher, info, newChannel }')
    .replace('answersData: true', 'answersData: false')
    .replace('type ChannelHandler', 'type ChannelContext, type ChannelHandler');
  const leave: readonly ClientStep[] = [{ do: 'leave' }];
  const found = outcomeOf(maker(text), { clients: [leave], room: 2 });
  expect(found).toMatchObject({ isWhole: false, found: undefined });
});
