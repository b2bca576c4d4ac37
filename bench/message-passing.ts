/**
 * Message passing without buffers: processes call each other, a call is taken when the one that is called receives (a rendezvous), and who
 * has called waits for the reply. Who serves a call may call others meanwhile, so calls can close a circle: those are the deadlocks.
 * Its reference model for SPIN is spin/message-passing.pml.
 */
import { id, mechanism, oneOf, option, range, table, withRuns } from '../src/engine/language.ts';

const process = id('process');
const value = range(0, 1);

const passing = mechanism({
  parameters: { processes: { least: 2, most: 6, default: 4 } },
  state: ({ processes }) => ({
    processes: table(process, processes, {
      phase: oneOf('running', 'receiving', 'calling', 'waiting'),
      partner: option(process), // whom it calls, or whose reply it waits for
      serves: option(process), // whose call it has taken
      holds: value,
    }),
  }),
});

const call = passing.action({
  says: '{by} calls {to} with {what}.',
  args: { by: process, to: process, what: value },
  when: {
    'it runs': ({ by }) => by.phase === 'running',
    'nobody calls itself': ({ by, to }) => by !== to,
  },
  then: ({ by, to, what }) => {
    by.phase = 'calling';
    by.partner = to;
    by.holds = what;
  },
});

const receive = passing.action({
  says: '{by} receives.',
  args: { by: process },
  when: {
    'it runs': ({ by }) => by.phase === 'running',
    'it serves nobody': ({ by }) => by.serves === null,
  },
  then: ({ by }) => {
    by.phase = 'receiving';
  },
});

const meet = passing.action({
  says: '{to} takes the call of {from}.',
  args: { from: process, to: process },
  when: {
    'the one calls the other': ({ from, to }) => from.phase === 'calling' && from.partner === to,
    'the other receives': ({ to }) => to.phase === 'receiving',
  },
  then: ({ from, to }) => {
    from.phase = 'waiting';
    to.phase = 'running';
    to.serves = from;
    to.holds = from.holds;
  },
});

const reply = passing.action({
  says: '{by} replies to {to}.',
  args: { by: process, to: process },
  when: {
    'it runs': ({ by }) => by.phase === 'running',
    'it serves that process': ({ by, to }) => by.serves === to,
  },
  then: ({ by, to }) => {
    to.phase = 'running';
    to.partner = null;
    to.holds = by.holds;
    by.serves = null;
  },
});

const model = passing.model({
  id: 'bench/message-passing',
  title: 'Message passing',
  about: {
    question: 'Is every message answered?',
    group: 'messages',
    basis: 'illustration',
    standsFor: 'of the textbook rendezvous',
    shows: 'how processes that call each other wait',
    leavesOut: 'more than two values, and calls that are given up',
  },
  actions: { call, receive, meet, reply },
  always: {
    'who waits is served by its partner': (s) => s.processes.every((each) => each.phase !== 'waiting' || each.partner?.serves === each),
    'who is served waits': (s) => s.processes.every((each) => each.serves === null || each.serves.phase === 'waiting'),
  },
  sometimes: {
    'a call is made while another is served': (s) => s.processes.some((each) => each.phase === 'waiting' && each.serves !== null),
  },
});

export const messagePassing = withRuns(model, {
  scenarios: {},
  expect: [
    { states: 41_056, transitions: 185_600, depth: 13, deadlocks: 15_936 },
    { with: { processes: 3 }, states: 1_184, transitions: 3_780, depth: 11, deadlocks: 432 },
  ],
});
