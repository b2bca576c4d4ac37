/**
 * Letters go in at one end and come out at the other, at most three. A push into a full queue would be an error, so a clause asks first.
 */
import { mechanism, oneOf, queue } from '../../../engine/language.ts';

const post = mechanism({ parameters: {}, state: () => ({ letters: queue(oneOf('bill', 'card'), 3) }) });

const send = post.action({
  says: 'A {what} is posted.',
  args: { what: oneOf('bill', 'card') },
  when: { 'there is room': (_, { letters }) => letters.length < letters.most },
  then: ({ what }, { letters }) => letters.push(what),
});
const deliver = post.action({
  says: 'The oldest letter is delivered.',
  when: { 'one waits': (_, { letters }) => letters.length > 0 },
  then: (_, { letters }) => {
    letters.shift();
  },
});
const tear = post.action({
  says: 'The oldest bill is torn up.',
  when: { 'a bill waits': (_, { letters }) => letters.has('bill') },
  then: (_, { letters }) => letters.remove('bill'),
});

export const model = post.model({
  id: 'example/queue',
  title: 'A letter box',
  actions: { send, deliver, tear },
  always: { 'at most three wait': ({ letters }) => letters.items.length <= 3 },
  sometimes: {
    'a card waits behind two bills': ({ letters }) => letters.first === 'bill' && letters.count('bill') === 2 && letters.has('card'),
  },
});
