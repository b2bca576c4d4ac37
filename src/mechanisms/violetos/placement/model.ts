/**
 * Placement: the same three parts twice, each in a space of its own, and with the trusted ones in the space of the kernel. Each step happens
 * in both, and what follows from it may differ.
 * Stands for: documented (the primary source, lines 7-8: parts that meet at explicit interfaces; what is not trusted is strictly isolated, what
 * is trusted shares the space of the kernel, for direct calls and without copies). That a library is built for the one or the other door is in
 * basalt/README.md at dfc2461 (5), that a module keeps to prisms and its own data in basalt/src/process/root.zig (37).
 * Observed at dfc2461: a module has the space of the kernel (kernel/src/scheduler/process.zig, 179-192); it calls a function where a user takes
 * a trap (basalt/src/syscall/root.zig, 164-198), and both come to one table (kernel/src/syscall/root.zig, 40-61; exception.zig, 179-180); a
 * message passes through a queue (kernel/src/scheduler/root.zig, 637-669); an access behind which nothing is mapped ends the process that made it, a module, too (kernel/src/arch/aarch64/exception.zig,
 * 182-201).
 * Inferred: that a module's write into other memory of the kernel's space goes through where that is writable, since both have one space.
 * Differs: dfc2461 has no test of whom it trusts. Kernel code sets the level (kernel/src/gwi/root.zig, 64-66), and the loader looks at the form
 * of a file alone (kernel/src/loader/root.zig, 41-72): the fault `trustsAnyone`. A user process cannot run there at all, because the switch to
 * its space is a panic (kernel/src/mem/vmm.zig, 472-475); and no switch is made for a module (scheduler/root.zig, 1013-1018), so that the space
 * of the user before it would stay: the fault `spaceStays`. An isolated part's write to mapped memory of the kernel would be a wrong permission
 * there, and a panic (kernel/src/mem/aarch64/vmm.zig, 324-338; exception.zig, 223-226); here the part ends.
 * Illustration: that a part is verified before it is trusted; that one that runs is placed anew; that a program which errs only ends.
 * Not shown: a module's wrong permission, and an instruction that is none, which stops the CPU (237-241); a queue whose sender waits, or whose
 * oldest message gives way (scheduler/root.zig, 656-665).
 */
// prettier-ignore
import { bool, id, mechanism, oneOf, option, orderedTable, perId, range, type RowIn, type StateIn } from '../../../engine/language.ts';

const part = id('part');
const placement = id('placement');

const placing = mechanism({
  parameters: {
    parts: { label: 'Parts', least: 2, most: 4, default: 3 },
    room: { label: 'Messages that wait for a part', least: 1, most: 2, default: 1 },
    errors: { label: 'Faults of parts', least: 1, most: 3, default: 1 },
  },
  faults: {
    trustsAnyone: { doc: 'A part is trusted that nobody has verified (as read at dfc2461).', drops: 'it was verified' },
    noBorder: 'An isolated part can write to memory that is not its own.',
    spaceStays: 'No switch is made for a module (as read at dfc2461), so it would reach the memory of an isolated part.',
    endsAllModules: 'A fault of one module ends all modules.',
    directSkipsTheRoom: 'A direct call does not look for room.',
  },
  state: ({ parts, room }) => ({
    placements: orderedTable(placement, 2, {
      kernelSpoiltBy: option(part), // who wrote over memory of the kernel itself
      door: oneOf('none', 'trap', 'function'), // of the last call
      answer: oneOf('none', 'accepted', 'no room', 'nobody there', 'right', 'wrong'), // to the last call
    }),
    parts: orderedTable(part, parts, {
      verified: bool,
      trusted: bool, // in the second placement it is in the space of the kernel
      erred: bool,
      runs: perId(placement, bool),
      waiting: perId(placement, range(0, room)), // messages
      spoiltBy: perId(placement, option(part)), // who wrote over its memory
    }),
  }),
  start: (s) => {
    for (const each of s.parts) {
      each.verified = each.index < s.parts.length - 1; // the last is a program from somewhere
      for (const where of s.placements) each.runs.set(where, true);
    }
  },
});

type Both = StateIn<typeof placing>;
type Part = RowIn<typeof placing, 'part'>;
type Placement = RowIn<typeof placing, 'placement'>;

/** The first placement isolates every part. */
const isInside = (where: Placement, it: Part): boolean => where.index === 1 && it.trusted;
const doorOf = (where: Placement, it: Part) => (isInside(where, it) ? 'function' : 'trap');
const runsIn = ({ placements }: Both, it: Part): readonly Placement[] => placements.filter((where) => it.runs.get(where));
const errors = ({ parts }: Both): number => parts.filter(({ erred }) => erred).length;
const isSpoilt = (where: Placement, it: Part): boolean =>
  it.spoiltBy.get(where) !== null || (isInside(where, it) && where.kernelSpoiltBy !== null);

function end(where: Placement, it: Part): void {
  it.runs.set(where, false);
  it.waiting.set(where, 0);
}

const trust = placing.action({
  says: '{it} is placed in the space of the kernel, in the second placement.',
  args: { it: part },
  when: {
    'it was verified': ({ it }) => it.verified,
    'it is not there yet': ({ it }) => !it.trusted,
    'nothing has gone wrong yet': (_, s) => errors(s) === 0,
  },
  then: ({ it }) => (it.trusted = true),
});

const send = placing.action({
  says: '{by} sends a message to {to}.',
  args: { by: part, to: part },
  when: {
    'it is for another part': ({ by, to }) => by !== to,
    'the sender runs': ({ by }, s) => runsIn(s, by).length > 0,
  },
  then: ({ by, to }, s, { room, directSkipsTheRoom }) => {
    for (const where of s.placements) [where.door, where.answer] = ['none', 'none'];
    for (const where of runsIn(s, by)) {
      const waiting = to.waiting.get(where);
      where.door = doorOf(where, by);
      if (!to.runs.get(where)) where.answer = 'nobody there';
      else if (waiting === room) where.answer = directSkipsTheRoom && isInside(where, by) ? 'accepted' : 'no room';
      else {
        where.answer = 'accepted';
        to.waiting.set(where, waiting + 1);
      }
    }
  },
});

const serve = placing.action({
  says: '{by} takes a message and answers it.',
  args: { by: part },
  when: { 'a message waits for it': ({ by }, { placements }) => placements.some((where) => by.waiting.get(where) > 0) },
  then: ({ by }, s) => {
    for (const where of s.placements) {
      const waiting = by.waiting.get(where);
      where.door = waiting > 0 ? doorOf(where, by) : 'none';
      where.answer = waiting === 0 ? 'none' : isSpoilt(where, by) ? 'wrong' : 'right';
      by.waiting.set(where, Math.max(0, waiting - 1));
    }
  },
});

const writeInto = placing.action({
  says: '{by} errs, and writes to the memory of {at}.',
  args: { by: part, at: part },
  when: {
    'it is the memory of another part': ({ by, at }) => by !== at,
    'the part runs': ({ by }, s) => runsIn(s, by).length > 0,
    'it has not erred yet, and one may': ({ by }, s, { errors: most }) => !by.erred && errors(s) < most,
  },
  then: ({ by, at }, s, { noBorder, spaceStays }) => {
    by.erred = true;
    for (const where of runsIn(s, by)) {
      const reaches = isInside(where, by) && (isInside(where, at) || spaceStays);
      if (reaches || (noBorder && !isInside(where, by))) at.spoiltBy.set(where, by);
      else end(where, by);
    }
  },
});

const writeKernel = placing.action({
  says: '{by} errs, and writes to the memory of the kernel.',
  args: { by: part },
  when: {
    'the part runs': ({ by }, s) => runsIn(s, by).length > 0,
    'it has not erred yet, and one may': ({ by }, s, { errors: most }) => !by.erred && errors(s) < most,
  },
  then: ({ by }, s, { noBorder }) => {
    by.erred = true;
    for (const where of runsIn(s, by)) {
      if (isInside(where, by) || noBorder) where.kernelSpoiltBy = by;
      else end(where, by);
    }
  },
});

const touchNothing = placing.action({
  says: '{by} errs, and touches an address behind which nothing is mapped.',
  args: { by: part },
  when: {
    'the part runs': ({ by }, s) => runsIn(s, by).length > 0,
    'it has not erred yet, and one may': ({ by }, s, { errors: most }) => !by.erred && errors(s) < most,
  },
  then: ({ by }, s, { endsAllModules }) => {
    by.erred = true;
    for (const where of runsIn(s, by))
      for (const each of s.parts) if (each === by || (endsAllModules && isInside(where, by) && isInside(where, each))) end(where, each);
  },
});

export const model = placing.model({
  id: 'violetos/placement',
  title: 'Placement',
  about: {
    question: 'What does the fault of a part reach, isolated or in the space of the kernel?',
    group: 'access',
    picture: { scenario: 'reach', step: 5 },
    basis: 'documented',
    standsFor: 'hybrid placement, its details observed',
    shows: 'one set of parts in two placements, the door of a call, the same answers in both, and three faults with what they reach',
    leavesOut: 'what a call costs in time, the arguments and the buffers of calls, devices, and how a part is verified',
    scaledDown: 'a queue of 128 to 4,096 messages there, of one here; parts as many as there is memory for there, three here',
  },
  actions: { trust, send, serve, writeInto, writeKernel, touchNothing },
  always: {
    'both placements answer alike while nothing has gone wrong': (s) =>
      errors(s) > 0 || s.placements.every(({ answer }) => answer === s.placements[0]?.answer),
    'the fault of an isolated part stays within its border': ({ parts, placements }) =>
      placements.every((where) =>
        parts.every((each) => [each.spoiltBy.get(where), where.kernelSpoiltBy].every((by) => by === null || isInside(where, by))),
      ),
    'nothing outside of the kernel is reached by a module': ({ parts, placements }) =>
      placements.every((where) =>
        parts.every((each) => each.spoiltBy.get(where) === null || isInside(where, each) || !isInside(where, each.spoiltBy.get(where)!)),
      ),
    'only a part that was verified is in the space of the kernel': ({ parts }) => parts.every((each) => !each.trusted || each.verified),
    'a part ends only by a fault of its own': ({ parts, placements }) =>
      parts.every((each) => each.erred || placements.every((where) => each.runs.get(where))),
  },
  sometimes: {
    'the same call is a trap in one placement and a function in the other': ({ placements }) =>
      placements.some(({ door }) => door === 'trap') && placements.some(({ door }) => door === 'function'),
    'a trusted part has spoilt another, which answers wrong': ({ parts, placements }) =>
      placements.some((where) => where.answer === 'wrong' && parts.some((each) => each.spoiltBy.get(where) !== null)),
    'the kernel is spoilt where the part is trusted, and whole where it is not': ({ placements }) =>
      placements.some(({ kernelSpoiltBy }) => kernelSpoiltBy !== null) && placements.some(({ kernelSpoiltBy }) => kernelSpoiltBy === null),
    'a part has ended in both placements': ({ parts, placements }) =>
      parts.some((each) => placements.every((where) => !each.runs.get(where))),
  },
  final: ({ parts, placements }) => parts.every((each) => placements.every((where) => !each.runs.get(where))),
});
