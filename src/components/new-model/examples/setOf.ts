/** A proposal passes when two of three have agreed. The set holds rows of a table, at most twelve. */
import { bool, id, mechanism, setOf, table } from '../../../engine/language.ts';

const member = id('member');

const council = mechanism({
  parameters: {},
  state: () => ({ agreed: setOf(member), members: table(member, 3, { isPresent: bool }) }),
});

const come = council.action({
  says: '{it} comes.',
  args: { it: member },
  when: { 'it is not there': ({ it }) => !it.isPresent },
  then: ({ it }) => {
    it.isPresent = true;
  },
});
const agree = council.action({
  says: '{it} agrees.',
  args: { it: member },
  when: { 'it is there': ({ it }) => it.isPresent, 'it has not agreed yet': ({ it }, s) => !s.agreed.has(it) },
  then: ({ it }, s) => {
    s.agreed = s.agreed.with(it);
  },
});

export const model = council.model({
  id: 'example/set-of',
  title: 'A council',
  actions: { come, agree },
  always: { 'only who is there has agreed': (s) => s.agreed.items.every((it) => it.isPresent) },
  sometimes: { 'two have agreed, and one is missing': (s) => s.agreed.size === 2 && s.members.some((it) => !it.isPresent) },
  final: (s) => s.agreed.size === s.members.length,
});
