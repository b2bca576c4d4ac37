/**
 * Rights that are granted on from slot to slot, revoked with all that came of them, and used through a handle. A model for the tests of the
 * engine: it has two plain tables, sets, an option that names a row of its own table, faults that break each rule, and rows that are alike.
 */
import { mechanism, withRuns, type RowIn } from '../language/model.ts';
import { bool, flags, id, option, range, table } from '../language/schema.ts';
import { clear } from '../state/clear.ts';

const slot = id('slot');
const handle = id('handle');
const rights = flags('read', 'write', 'grant');

const space = mechanism({
  parameters: { slots: { least: 2, most: 5, default: 3 }, reuses: { least: 1, most: 3, default: 1 } },
  faults: {
    forgetsGrandchildren: 'Revoke stops at the children.',
    keepsGeneration: 'A slot keeps its generation when it is cleared.',
    grantsMore: 'Grant does not compare the rights.',
  },
  state: ({ slots, reuses }) => ({
    slots: table(slot, slots, {
      live: bool,
      rights, // empty unless live
      parent: option(slot),
      generation: range(0, reuses), // how often it was cleared
    }),
    handles: table(handle, 1, {
      to: option(slot),
      generation: range(0, reuses), // as it was when the handle was taken
      outlived: bool, // what it was taken for is gone
      worked: bool,
    }),
  }),
});

type Slot = RowIn<typeof space, 'slot'>;

const descendsFrom = (ancestor: Slot, it: Slot, steps: number): boolean =>
  it.parent !== null && steps > 0 && (it.parent === ancestor || descendsFrom(ancestor, it.parent, steps - 1));

const insert = space.action({
  says: '{into} gets {all}.',
  args: { into: slot, all: rights },
  when: {
    'the slot is empty': ({ into }) => !into.live,
    'there is some right': ({ all }) => all.size > 0,
  },
  then: ({ into, all }) => {
    into.live = true;
    into.rights = all;
  },
});

const grant = space.action({
  says: '{from} is granted on as {to}, with {some}.',
  args: { from: slot, to: slot, some: rights },
  when: {
    'the source is live': ({ from }) => from.live,
    'the source may grant': ({ from }) => from.rights.has('grant'),
    'the target is empty': ({ to }) => !to.live,
    'there is some right': ({ some }) => some.size > 0,
    'no right is added': ({ from, some }, _, { grantsMore }) => grantsMore || some.isSubsetOf(from.rights),
  },
  then: ({ from, to, some }) => {
    to.live = true;
    to.rights = some;
    to.parent = from;
  },
});

const revoke = space.action({
  says: '{it} is revoked, and everything granted from it.',
  args: { it: slot },
  when: {
    'the slot is live': ({ it }) => it.live,
    'no slot is worn out': (_, s, { reuses }) => s.slots.every((each) => each.generation < reuses),
  },
  then: ({ it }, s, { forgetsGrandchildren, keepsGeneration }) => {
    const far = forgetsGrandchildren ? 1 : s.slots.length;
    for (const each of s.slots.filter((other) => other === it || descendsFrom(it, other, far))) {
      const { generation } = each;
      clear(each);
      each.generation = keepsGeneration ? generation : generation + 1;
      for (const held of s.handles.filter(({ to }) => to === each)) {
        held.outlived = true;
        held.worked = false;
      }
    }
  },
});

const take = space.action({
  says: '{as} is taken for {from}.',
  args: { as: handle, from: slot },
  when: { 'the slot is live': ({ from }) => from.live },
  then: ({ as, from }) => {
    clear(as);
    as.to = from;
    as.generation = from.generation;
  },
});

const use = space.action({
  says: '{by} is used.',
  args: { by: handle },
  when: {
    'its slot is live': ({ by }) => by.to !== null && by.to.live,
    'it has the generation of its slot': ({ by }) => by.to?.generation === by.generation,
  },
  then: ({ by }) => {
    by.worked = true;
  },
});

const model = space.model({
  id: 'test/rights',
  title: 'Rights',
  about: {
    question: 'Can rights grow?',
    group: 'access',
    basis: 'illustration',
    standsFor: 'of a test',
    shows: 'rights that are granted on and revoked',
    leavesOut: 'the objects that they are to',
  },
  actions: { insert, grant, revoke, take, use },
  always: {
    'rights never grow': (s) => s.slots.every((each) => !each.parent?.live || each.rights.isSubsetOf(each.parent.rights)),
    'revoke reaches every descendant': (s) => s.slots.every((each) => each.parent === null || each.parent.live),
    'a stale handle is refused': (s) => s.handles.every((each) => !(each.outlived && each.worked)),
  },
  sometimes: {
    'a derivation is three deep': (s) => s.slots.some((each) => each.parent?.parent != null),
    'a handle outlives what it was taken for': (s) => s.handles.some((each) => each.outlived && each.to?.live === true),
  },
});

export const rightsSpace = withRuns(model, {
  scenarios: {},
  expect: [
    { states: 99_352, transitions: 539_490, depth: 9 },
    { symmetric: true, states: 17_078, transitions: 93_121, depth: 9 },
    { with: { forgetsGrandchildren: true }, violates: 'revoke reaches every descendant', steps: 4 },
    { with: { grantsMore: true }, violates: 'rights never grow', steps: 2 },
    { with: { keepsGeneration: true }, violates: 'a stale handle is refused', steps: 5 },
  ],
});
