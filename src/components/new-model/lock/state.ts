/** A lock and those who want it. First: what there is. */
import { id, mechanism, oneOf, option, table } from '../../../engine/language.ts';

const user = id('user');

const lock = mechanism({
  parameters: { users: { label: 'Users', least: 2, most: 4, default: 2 } },
  state: ({ users }) => ({
    holder: option(user), // nobody, or one of them
    users: table(user, users, { at: oneOf('outside', 'waiting', 'inside') }),
  }),
});

export const model = lock.model({
  id: 'new/lock',
  title: 'A lock',
  actions: {},
  always: {},
  sometimes: {},
});
