/**
 * What an action says, which arguments it has, when it can happen and what it does. The name of a clause is what is told when it does not
 * hold.
 */
import { id, mechanism, range, table } from '../../../engine/language.ts';

const account = id('account');

const bank = mechanism({
  parameters: {},
  state: () => ({ accounts: table(account, 2, { coins: range(0, 2) }) }),
  start: (s) => {
    for (const each of s.accounts) each.coins = 1;
  },
});

const pay = bank.action({
  says: '{from} pays {amount} to {to}.',
  args: { from: account, to: account, amount: range(1, 2) },
  when: {
    'they are two accounts': ({ from, to }) => from !== to,
    'it has so much': ({ from, amount }) => from.coins >= amount,
    'the other has room': ({ to, amount }) => to.coins + amount <= 2,
  },
  then: ({ from, to, amount }) => {
    from.coins -= amount;
    to.coins += amount;
  },
});

export const model = bank.model({
  id: 'example/action',
  title: 'A bank',
  actions: { pay },
  always: { 'no coin is lost': (s) => s.accounts.reduce((sum, { coins }) => sum + coins, 0) === 2 },
  sometimes: { 'one has all': (s) => s.accounts.some(({ coins }) => coins === 2) },
});
