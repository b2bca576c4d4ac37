/**
 * A right can be given up and never be had again. Sets of words are values: `with` and `without` return another one, and `===` compares
 * them.
 */
import { flags, mechanism } from '../../../engine/language.ts';

const rights = flags('read', 'write', 'grant');

const holder = mechanism({
  parameters: {},
  state: () => ({ first: rights, has: rights }),
  start: (s) => {
    s.first = rights.all;
    s.has = rights.all;
  },
});

const narrow = holder.action({
  says: 'Only {kept} are kept.',
  args: { kept: rights },
  when: { 'no right is added': ({ kept }, s) => kept.isSubsetOf(s.has), 'something changes': ({ kept }, s) => kept !== s.has },
  then: ({ kept }, s) => {
    s.has = s.has.and(kept);
  },
});

export const model = holder.model({
  id: 'example/flags',
  title: 'Rights that shrink',
  actions: { narrow },
  always: { 'no right comes back': (s) => s.has.isSubsetOf(s.first) },
  sometimes: { 'nothing but reading is left': (s) => s.has === rights.none.with('read'), 'one of them is gone': (s) => s.has.size === 2 },
  final: (s) => s.has === rights.none,
});
