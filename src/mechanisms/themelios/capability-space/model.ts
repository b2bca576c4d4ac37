/**
 * The capability space of a process: an array of slots.
 * Stands for: observed behaviour, `kernel/src/cap/cspace.rs` at 9d72f912, lines 137-364. The documents ask for grant and revocation (line
 * 42 of the milestones), with rights that only shrink (`docs/src/capabilities.md` at 8e7196b5, lines 44-53).
 * Observed: in that file, insert (137-164), look-up (166-188), grant (241-289), revoke (291-364). A handle has 12 bits for its slot and 20
 * for its generation (`kernel/src/cap/mod.rs` at 9d72f912, lines 211-240).
 * Differs: there, the array grows when no slot is empty, up to 4,096 (153-163); here, all slots are there from the start. There, insert
 * takes the first empty slot (144-151); here, any. There, a capability may be granted without any right (276-288); here, not. Otherwise that
 * file does what the model does without faults, as long as nothing is removed alone, no file is opened and no slot is worn out.
 * Faults read: `removesOne` is `remove` (207-239). Closing a socket calls it (`kernel/src/net/socket.rs` at ab26daf0, lines 296-309), and a
 * socket that listens has children, the connections that it accepted (395-419). `opensWider` is how a file is opened
 * (`kernel/src/fs/mod.rs` at 648204ba, lines 190-214). Neither was seen running.
 * Faults concluded: `wearsOut`. A slot counts in 32 bits (84, 236, 358), and a look-up compares all of them with the 20 of the handle (183).
 * Made up: `forgetsGrandchildren`, `keepsGeneration` and `grantsMore`. No code that was read does so.
 */
import {
  bool,
  clear,
  type ConfigIn,
  flags,
  id,
  mechanism,
  option,
  range,
  type RowIn,
  type StateIn,
  table,
} from '../../../engine/language.ts';

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
    grantsMore: { doc: 'Grant does not compare the rights.', drops: 'no right is added' },
    removesOne: 'A capability can be removed alone, and those granted from it keep a stale parent (as read upstream).',
    opensWider: 'A file is opened with the rights to read and write, even if its mount may only be read (as read upstream).',
    wearsOut: 'A slot counts on when a handle has no room left for its generation (concluded from reading).',
  },
  state: ({ slots, reuses }) => ({
    slots: table(slot, slots, {
      live: bool, // it holds a capability
      rights, // empty unless live
      parent: option(slot), // the slot it was granted from, or, when that was removed, the next one up
      cutOff: bool, // its own record of its parent is stale, so revoke does not find it from there
      generation: range(0, reuses + 1), // how often the slot was cleared; the last only by a fault
    }),
    handles: table(handle, 1, {
      to: option(slot),
      generation: range(0, reuses), // as it was when the handle was taken: a handle has room for no more
      outlived: bool, // the capability it was taken for is gone
      worked: bool, // its last use got through
    }),
  }),
});

type Slot = RowIn<typeof space, 'slot'>;
type Space = StateIn<typeof space>;

/** What was granted from a slot, as far as the kernel's records say so. */
const childrenOf = (it: Slot, s: Space) => s.slots.filter((each) => each.parent === it && !each.cutOff);

/** A slot and all that was granted from it, from its children, and so on. What is added to a set while it is walked is walked too. */
const derivationOf = (it: Slot, s: Space) => {
  const found = new Set([it]);
  for (const each of found) for (const child of childrenOf(each, s)) found.add(child);
  return found;
};

/** Empties a slot; from now on a handle for what it held is stale. */
const empty = (it: Slot, s: Space, keepsGeneration: boolean) => {
  const { generation } = it;
  clear(it);
  it.generation = keepsGeneration ? generation : generation + 1;
  for (const held of s.handles.filter((each) => each.to === it)) {
    held.outlived = true;
    held.worked = false;
  }
};

const holdsOne = ({ it }: { readonly it: Slot }) => it.live;
const isFresh = (_: object, s: Space, { reuses, wearsOut }: ConfigIn<typeof space>) =>
  s.slots.every((each) => each.generation < reuses + (wearsOut ? 1 : 0));

const insert = space.action({
  says: 'The kernel puts a capability with {all} into {into}.',
  args: { into: slot, all: rights },
  when: {
    'the slot is empty': ({ into }) => !into.live,
    'a capability has some right': ({ all: held }) => held.size > 0,
  },
  then: ({ into, all: held }) => {
    into.live = true;
    into.rights = held;
  },
});

const grant = space.action({
  says: '{from} is granted on as {to}, with {some}.',
  args: { from: slot, to: slot, some: rights },
  when: {
    'the source holds a capability': ({ from }) => from.live,
    'the source may grant': ({ from }) => from.rights.has('grant'),
    'the target is empty': ({ to: target }) => !target.live,
    'a capability has some right': ({ some: given }) => given.size > 0,
    'no right is added': ({ from, some: given }) => given.isSubsetOf(from.rights),
  },
  then: ({ from, to: target, some: given }) => {
    target.live = true;
    target.rights = given;
    target.parent = from;
  },
});

const revoke = space.action({
  says: '{it} is revoked, and everything granted from it.',
  args: { it: slot },
  when: { 'the slot holds a capability': holdsOne, 'no slot has worn out its generations': isFresh },
  then: ({ it }, s, { forgetsGrandchildren, keepsGeneration }) => {
    const found = forgetsGrandchildren ? [it, ...childrenOf(it, s)] : derivationOf(it, s);
    for (const each of found) empty(each, s, keepsGeneration);
  },
});

const open = space.action({
  says: 'A file is opened through {from}, as {to}, with the rights to read and write.',
  fault: 'opensWider',
  args: { from: slot, to: slot },
  when: {
    'the source holds a capability': ({ from }) => from.live,
    'the mount may be read': ({ from }) => from.rights.has('read'),
    'the target is empty': ({ to: target }) => !target.live,
  },
  then: ({ from, to: target }) => {
    target.live = true;
    target.rights = rights.none.with('read').with('write');
    target.parent = from;
  },
});

const remove = space.action({
  says: '{it} is removed; what was granted from it stays.',
  fault: 'removesOne',
  args: { it: slot },
  when: { 'the slot holds a capability': holdsOne, 'no slot has worn out its generations': isFresh },
  then: ({ it }, s, { keepsGeneration }) => {
    for (const child of s.slots.filter((each) => each.parent === it)) {
      child.parent = it.parent;
      child.cutOff = it.parent !== null;
    }
    empty(it, s, keepsGeneration);
  },
});

const take = space.action({
  says: 'The process remembers {from} as {as}.',
  args: { as: handle, from: slot },
  when: { 'the slot holds a capability': ({ from }) => from.live },
  then: ({ as: copy, from }, _, { reuses }) => {
    clear(copy);
    copy.to = from;
    copy.generation = from.generation % (reuses + 1); // what does not fit is cut off
  },
});

const use = space.action({
  says: 'The process uses {by}.',
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
    question: 'Can a revoked capability still be used?',
    group: 'access',
    picture: { scenario: 'revoked', step: 4 },
    basis: 'observed',
    standsFor: 'kernel/src/cap/cspace.rs at 9d72f912, lines 137-364',
    shows: 'rights that only shrink, revoking a whole derivation, handles that go stale',
    leavesOut:
      'more than one process, the types of objects and the object behind a capability, the rights to execute and to manage, that the first empty slot is taken, and slot 0, which is null for good',
    scaledDown: 'a handle tells 1,048,576 generations of a slot apart there, 2 here; 4,096 slots there, 3 here',
  },
  actions: { insert, grant, revoke, take, use, open, remove },
  always: {
    'rights never grow down a derivation': (s) => s.slots.every((each) => !each.parent?.live || each.rights.isSubsetOf(each.parent.rights)),
    'revoke reaches every descendant': (s) => s.slots.every((each) => each.parent === null || each.parent.live),
    'a stale handle is refused': (s) => s.handles.every((each) => !(each.outlived && each.worked)),
    'a handle fits while its capability lives': (s) =>
      s.handles.every((each) => each.to === null || each.outlived || each.generation === each.to.generation),
  },
  sometimes: {
    'a derivation is three deep': (s) => s.slots.some((each) => each.parent?.parent != null),
    'a handle outlives its capability': (s) => s.handles.some((each) => each.outlived && each.to?.live === true),
  },
});
