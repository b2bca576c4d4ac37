/** A lock and those who want it. Third: what must hold. */
import { id, mechanism, oneOf, option, table } from '../../../engine/language.ts';

const user = id('user');

const lock = mechanism({
  parameters: { users: { label: 'Users', least: 2, most: 4, default: 2 } },
  state: ({ users }) => ({
    holder: option(user), // nobody, or one of them
    users: table(user, users, { at: oneOf('outside', 'waiting', 'inside') }),
  }),
});

const ask = lock.action({
  says: '{by} asks for the lock.',
  args: { by: user },
  when: { 'it is outside': ({ by }) => by.at === 'outside' },
  then: ({ by }) => {
    by.at = 'waiting';
  },
});

const enter = lock.action({
  says: '{by} takes the lock and enters.',
  args: { by: user },
  when: {
    'it is waiting': ({ by }) => by.at === 'waiting',
    'the lock is free': (_, s) => s.holder === null,
  },
  then: ({ by }, s) => {
    s.holder = by;
    by.at = 'inside';
  },
});

const leave = lock.action({
  says: '{by} leaves and gives the lock back.',
  args: { by: user },
  when: { 'it is inside': ({ by }) => by.at === 'inside' },
  then: ({ by }, s) => {
    s.holder = null;
    by.at = 'outside';
  },
});

export const model = lock.model({
  id: 'new/lock',
  title: 'A lock',
  actions: { ask, enter, leave },
  always: {
    'at most one user is inside': (s) => s.users.filter((it) => it.at === 'inside').length <= 1,
    'who holds the lock is inside': (s) => s.holder === null || s.holder.at === 'inside',
  },
  sometimes: {
    'one is inside while another waits': (s) => s.holder !== null && s.users.some((it) => it.at === 'waiting'),
  },
});
