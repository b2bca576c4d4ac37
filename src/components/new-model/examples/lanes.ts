/** Two threads hand a token on. The diagrams under Share draw the step as an arrow between the arguments that `lanes` names. */
import { bool, id, mechanism, orderedTable } from '../../../engine/language.ts';

const thread = id('thread');

const ring = mechanism({
  parameters: {},
  state: () => ({ threads: orderedTable(thread, 2, { hasToken: bool }) }),
  start: (s) => {
    s.threads[0]!.hasToken = true;
  },
});

const hand = ring.action({
  says: '{from} hands the token to {to}.',
  args: { from: thread, to: thread },
  lanes: ['from', 'to'],
  when: { 'it has the token': ({ from }) => from.hasToken, 'it goes to another': ({ from, to }) => from !== to },
  then: ({ from, to }) => {
    from.hasToken = false;
    to.hasToken = true;
  },
});

export const model = ring.model({
  id: 'example/lanes',
  title: 'A token',
  actions: { hand },
  always: { 'one has it': (s) => s.threads.filter((it) => it.hasToken).length === 1 },
  sometimes: { 'the second has it': (s) => s.threads[1]!.hasToken },
});
