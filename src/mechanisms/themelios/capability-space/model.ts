/**
 * A task's capability space: a fixed array of slots.
 * Stands for: documented behaviour of phase 2 (illustration of the derivation tree). `remove` is observed in
 * kernel/src/cap/cspace.rs@9d72f912; what follows from it is inferred from reading.
 */
import { bool, clear, flags, id, mechanism, option, range, type RowIn, table } from '../../../engine/language.ts';

const slot = id('slot');
const handle = id('handle');
const rights = flags('read', 'write', 'grant');

const space = mechanism({
  parameters: {
    slots: { label: 'Slots', least: 2, most: 5, default: 3 },
    reuses: { label: 'Reuses of a slot', least: 1, most: 3, default: 1 },
  },
  faults: {
    forgetsGrandchildren: 'Revoke stops at the children.',
    keepsGeneration: 'A slot keeps its generation when it is cleared.',
    grantsMore: 'Grant does not compare the rights.',
    removesOne: 'A capability can be removed alone, and those granted from it keep a stale parent (as read upstream).',
  },
  state: ({ slots, reuses }) => ({
    slots: table(slot, slots, {
      live: bool, // it holds a capability
      rights, // empty unless live
      parent: option(slot), // the slot it was granted from, or, when that was removed, the next one up
      cutOff: bool, // its own record of its parent is stale, so revoke does not find it from there
      generation: range(0, reuses), // how often the slot was cleared
    }),
    handles: table(handle, 1, {
      to: option(slot),
      generation: range(0, reuses), // as it was when the handle was taken
      outlived: bool, // the capability it was taken for is gone
      worked: bool, // its last use got through
    }),
  }),
});

type Slot = RowIn<typeof space, 'slot'>;
type Handle = RowIn<typeof space, 'handle'>;

const descendsFrom = (ancestor: Slot, it: Slot, steps: number): boolean =>
  it.parent !== null && !it.cutOff && steps > 0 && (it.parent === ancestor || descendsFrom(ancestor, it.parent, steps - 1));

/** Empties a slot; from now on a handle for what it held is stale. */
const empty = (it: Slot, handles: readonly Handle[], keepsGeneration: boolean) => {
  const { generation } = it;
  clear(it);
  it.generation = keepsGeneration ? generation : generation + 1;
  for (const held of handles.filter((each) => each.to === it)) {
    held.outlived = true;
    held.worked = false;
  }
};

// prettier-ignore
const insert = space.action({
  says: 'The kernel puts a capability with {all} into {into}.', args: { into: slot, all: rights },
  when: {
    'the slot is empty': ({ into }) => !into.live,
    'a capability has some right': ({ all }) => all.size > 0,
  },
  then: ({ into, all }) => { into.live = true; into.rights = all; },
});

// prettier-ignore
const grant = space.action({
  says: '{from} is granted on as {to}, with {some}.', args: { from: slot, to: slot, some: rights },
  when: {
    'the source holds a capability': ({ from }) => from.live,
    'the source may grant': ({ from }) => from.rights.has('grant'),
    'the target is empty': ({ to }) => !to.live,
    'a capability has some right': ({ some }) => some.size > 0,
    'no right is added': ({ from, some }, _, { grantsMore }) => grantsMore || some.isSubsetOf(from.rights),
  },
  then: ({ from, to, some }) => { to.live = true; to.rights = some; to.parent = from; },
});

const revoke = space.action({
  says: '{it} is revoked, and everything granted from it.',
  args: { it: slot },
  when: {
    'the slot holds a capability': ({ it }) => it.live,
    'no slot has worn out its generations': (_, s, { reuses }) => s.slots.every((each) => each.generation < reuses),
  },
  then: ({ it }, s, { forgetsGrandchildren, keepsGeneration }) => {
    const far = forgetsGrandchildren ? 1 : s.slots.length;
    const gone = s.slots.filter((each) => each === it || descendsFrom(it, each, far));
    for (const each of gone) empty(each, s.handles, keepsGeneration);
  },
});

const remove = space.action({
  says: '{it} is removed; what was granted from it stays.',
  fault: 'removesOne',
  args: { it: slot },
  when: {
    'the slot holds a capability': ({ it }) => it.live,
    'no slot has worn out its generations': (_, s, { reuses }) => s.slots.every((each) => each.generation < reuses),
  },
  then: ({ it }, s, { keepsGeneration }) => {
    for (const child of s.slots.filter((each) => each.parent === it)) {
      child.parent = it.parent;
      child.cutOff = it.parent !== null;
    }
    empty(it, s.handles, keepsGeneration);
  },
});

const take = space.action({
  says: 'The task remembers {from} as {as}.',
  args: { as: handle, from: slot },
  when: { 'the slot holds a capability': ({ from }) => from.live },
  then: ({ as, from }) => {
    clear(as);
    as.to = from;
    as.generation = from.generation;
  },
});

const use = space.action({
  says: 'The task uses {by}.',
  args: { by: handle },
  when: {
    'the handle points at a live slot': ({ by }) => by.to !== null && by.to.live,
    'the handle has the generation of its slot': ({ by }) => by.to?.generation === by.generation,
  },
  then: ({ by }) => (by.worked = true),
});

export const model = space.model({
  id: 'themelios/capability-space',
  title: 'Capability space',
  about: {
    basis: 'documented',
    standsFor: 'phase 2',
    shows: 'rights that only shrink, revoking a whole derivation, handles that go stale',
    leavesOut: 'more than one task, the types of objects and the object behind a capability, and slot 0, which is null for good',
  },
  actions: { insert, grant, revoke, take, use, remove },
  always: {
    'rights never grow down a derivation': (s) => s.slots.every((each) => !each.parent?.live || each.rights.isSubsetOf(each.parent.rights)),
    'revoke reaches every descendant': (s) => s.slots.every((each) => each.parent === null || each.parent.live),
    'a stale handle is refused': (s) => s.handles.every((each) => !(each.outlived && each.worked)),
  },
  sometimes: {
    'a derivation is three deep': (s) => s.slots.some((each) => each.parent?.parent != null),
    'a handle outlives its capability': (s) => s.handles.some((each) => each.outlived && each.to?.live === true),
  },
});
