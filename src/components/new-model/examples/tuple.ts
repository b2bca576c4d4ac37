/** A message is read and written as one value, with a field for who sent it and one for whether it is urgent. */
import { bool, id, mechanism, option, table, tuple } from '../../../engine/language.ts';

const sender = id('sender');
const message = tuple({ from: sender, isUrgent: bool });

const desk = mechanism({
  parameters: {},
  state: () => ({ inbox: option(message), senders: table(sender, 2, { isHeard: bool }) }),
});

const send = desk.action({
  says: '{by} sends a message.',
  args: { by: sender, isUrgent: bool },
  when: { 'none waits, or this one is urgent': ({ isUrgent }, s) => s.inbox === null || (isUrgent && !s.inbox.isUrgent) },
  then: ({ by, isUrgent }, s) => {
    s.inbox = { from: by, isUrgent };
  },
});
const read = desk.action({
  says: 'The message is read.',
  when: { 'one waits': (_, s) => s.inbox !== null },
  then: (_, s) => {
    if (s.inbox) s.inbox.from.isHeard = true;
    s.inbox = null;
  },
});

export const model = desk.model({
  id: 'example/tuple',
  title: 'A desk',
  actions: { send, read },
  always: {},
  sometimes: { 'an urgent one waits': (s) => s.inbox?.isUrgent === true },
});
