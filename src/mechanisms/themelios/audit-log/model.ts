/**
 * The audit log: a ring of entries with sequence numbers that only rise.
 * Stands for: observed behaviour, `kernel/src/audit/mod.rs` at 0cf7973c, lines 45-225. The documents ask for a tamper-evident record (line
 * 44 of the milestones).
 * Observed: in that file, the size of the ring (45-49), twelve operations (55-105), numbers that begin at 1 (171-173), a new entry over the
 * oldest (195-225). A call is recorded before it is carried out (`kernel/src/arch/x86_64/syscall.rs` at 19d7ee8a, lines 523-543); no single
 * commit was read with both files.
 * Differs: the reader is made up, for nothing there marks an entry as read. Nobody changes an entry while no fault is on, so the last
 * property says something with `editsEntry` alone.
 * Faults read: on aarch64, with the three calls of sub-phase 8.4, a call is carried out and never recorded
 * (`kernel/src/arch/aarch64/syscall.rs` at 0f317d6a, lines 93-116), which `recordsLater` allows.
 * Made up: `restartsNumbers`, `dropsUnread` and `editsEntry`. No code that was read changes an entry in place, but it would not be noticed: an
 * entry has no digest (131-157), and nothing in the file looks for a change.
 * Illustration: the chain of digests (`chained`) is nobody's. It does not help against one who can write the digests too.
 */
import { bits, bool, id, mechanism, oneOf, orderedTable, range, type RowIn, type StateIn } from '../../../engine/language.ts';

const entry = id('entry');
const operation = oneOf('grant', 'revoke');

const log = mechanism({
  parameters: {
    places: { label: 'Places', least: 2, most: 4, default: 3 },
    calls: { label: 'Calls', least: 5, most: 8, default: 6 },
    chained: { label: 'Chained by digests', least: 0, most: 1, default: 0 },
  },
  faults: {
    restartsNumbers: 'The numbers begin at 1 again when the ring is full.',
    dropsUnread: 'When every place holds an entry that was not read, a new one is dropped and takes no number.',
    recordsLater: 'A call may be carried out before it is recorded (on aarch64, as read upstream, it is never recorded).',
    editsEntry: { doc: 'Somebody changes an entry in place.', times: 1 },
  },
  state: ({ places, calls }) => ({
    entries: orderedTable(entry, places, {
      number: range(0, calls), // 0: nothing was written here yet
      operation,
      before: bits(calls), // digest of all entries before this one; 0 without the chain
      changed: bool, // it is not what was written; the reader does not know
    }),
    next: entry, // the place that is written next
    nextNumber: range(1, calls + 1),
    recorded: range(0, calls), // calls that were recorded, or should have been
    carriedOut: range(0, calls), // calls that were carried out
    digest: bits(calls), // of all entries; 0 without the chain
    seen: range(0, calls), // the number of the last entry that was read
    missed: range(0, calls), // entries that are lost since the last reading; the reader does not know
    gap: range(0, calls), // entries that the reader found missing at its last reading
    lost: range(0, calls), // entries that were missing then
    alarm: bool, // the reader found an entry that does not fit the chain
    believed: bool, // the reader took a changed entry for a true one
  }),
});

type Entry = RowIn<typeof log, 'entry'>;
type Log = StateIn<typeof log>;

/** The place after this one; after the last comes the first. */
const after = (it: Entry, { entries }: Log): Entry => entries[(it.index + 1) % entries.length]!;
/** Nothing was written after it: the place after it is written next. */
const isNewest = (it: Entry, s: Log) => after(it, s) === s.next;
const follows = (next: Entry, it: Entry) => next.number === it.number + 1;
const isUnread = (it: Entry, s: Log) => it.number > s.seen;

/** A perfect hash: it keeps a bit for each operation, so that no two histories collide. A real one makes that only unlikely. */
const digestAfter = (before: number, what: Entry['operation']): number => before * 2 + (what === 'revoke' ? 1 : 0);
/** Its digest is the one kept beside the next entry, or, after the newest, by the log. */
const fits = (it: Entry, s: Log) => digestAfter(it.before, it.operation) === (isNewest(it, s) ? s.digest : after(it, s).before);

const append = log.action({
  says: 'The kernel records that {what} is called.',
  args: { what: operation },
  when: {
    'every call before it is carried out': (_, s) => s.carriedOut >= s.recorded,
    'the run has calls left': (_, s, { calls }) => s.recorded < calls,
  },
  then: ({ what }, s, { places, chained, restartsNumbers, dropsUnread }) => {
    const into = s.next;
    const losesUnread = isUnread(into, s);
    s.recorded += 1;
    if (losesUnread) s.missed += 1;
    if (losesUnread && dropsUnread) return;
    into.number = s.nextNumber;
    into.operation = what;
    into.before = s.digest;
    into.changed = false;
    s.next = after(into, s);
    s.nextNumber = restartsNumbers && s.nextNumber === places ? 1 : s.nextNumber + 1;
    if (chained) s.digest = digestAfter(s.digest, what);
  },
});

const carryOut = log.action({
  says: 'The call is carried out.',
  when: {
    'it is recorded': (_, s, { recordsLater }) => s.carriedOut < s.recorded || recordsLater,
    'the run has calls left': (_, s, { calls }) => s.carriedOut < calls,
  },
  then: (_, s) => (s.carriedOut += 1),
});

const read = log.action({
  says: 'The reader takes in what is new.',
  when: { 'there is something new': (_, s) => s.entries.some((each) => isUnread(each, s)) },
  then: (_, s, { chained }) => {
    const unread = s.entries.filter((each) => isUnread(each, s));
    const oldest = Math.min(...unread.map((each) => each.number));
    s.gap = oldest - s.seen - 1;
    s.lost = s.missed;
    s.missed = 0;
    s.alarm = chained === 1 && !unread.every((each) => fits(each, s));
    s.believed = !s.alarm && unread.some((each) => each.changed);
    s.seen = s.nextNumber - 1;
  },
});

const edit = log.action({
  says: 'Somebody changes {it} in place.',
  fault: 'editsEntry',
  args: { it: entry },
  when: { 'something is written there': ({ it }) => it.number > 0 },
  then: ({ it }) => {
    it.operation = it.operation === 'grant' ? 'revoke' : 'grant';
    it.changed = true;
  },
});

export const model = log.model({
  id: 'themelios/audit-log',
  title: 'Audit log',
  about: {
    question: 'Can an entry vanish without a trace?',
    group: 'lasting',
    picture: { scenario: 'gap', step: 12 },
    basis: 'observed',
    standsFor: 'kernel/src/audit/mod.rs at 0cf7973c, lines 45-225',
    shows: 'an entry before each call, the oldest entry overwritten, the gap that a reader sees, an entry that is changed in place',
    leavesOut:
      'the time, process and detail of an entry, a second reader, and the further entries that messages, files, sockets and management add to a call',
    scaledDown: '2,048 entries there, 3 here; twelve operations there, 2 here; calls without end there, 6 here',
  },
  actions: { append, carryOut, read, edit },
  always: {
    'a call is recorded before it is carried out': (s) => s.carriedOut <= s.recorded,
    'numbers rise by one from entry to entry': (s) =>
      s.entries.every((each) => each.number === 0 || isNewest(each, s) || follows(after(each, s), each)),
    'a reader can tell how many entries were lost': (s) => s.gap === s.lost,
    'a reader does not believe an entry that was changed': (s) => !s.believed,
  },
  sometimes: {
    'a reader finds that entries were lost': (s) => s.gap > 0,
    'the ring has gone round and nothing is lost': (s, { places }) =>
      s.recorded > places && s.lost === 0 && s.missed === 0 && s.seen === s.recorded,
  },
  final: (s, { calls }) => s.carriedOut === calls,
});
