/** What the picture of the audit log reads from a state, and what it says of it. */
import type { PlainState } from '../../../engine/checker.ts';
import type { Fact } from '../../../drawing/Facts.tsx';

interface Entry {
  readonly number: number;
  readonly operation: 'grant' | 'revoke';
  readonly before: number;
  readonly changed: boolean;
}
export interface Log {
  readonly entries: readonly Entry[];
  readonly next: number;
  readonly nextNumber: number;
  readonly recorded: number;
  readonly carriedOut: number;
  readonly digest: number;
  readonly seen: number;
  readonly missed: number;
  readonly gap: number;
  readonly lost: number;
  readonly alarm: boolean;
  readonly believed: boolean;
}

/** A plain state has lost its type on the way out of the engine; the model's schema vouches for it. */
export const logIn = (state: PlainState) => state as unknown as Log;

const FIRST = 'a call is recorded before it is carried out';
const RISE = 'numbers rise by one from entry to entry';
const TELLS = 'a reader can tell how many entries were lost';
const BELIEVES = 'a reader does not believe an entry that was changed';

const afterOf = ({ entries }: Log, i: number) => (i + 1) % entries.length;

/** How an entry stands to the one after it; between the newest and the oldest, and before a place that is empty, there is nothing. */
export function following(log: Log, i: number): 'joined' | 'broken' | 'none' {
  const [here, there] = [log.entries[i]!, log.entries[afterOf(log, i)]!];
  if (here.number === 0 || afterOf(log, i) === log.next) return 'none';
  return there.number === here.number + 1 ? 'joined' : 'broken';
}

/** The places that break any of the sentences; most are broken by the calls or the reader, not by a place. */
export const blamedPlaces = (log: Log, broken: readonly string[]) =>
  [...log.entries.keys()].filter(
    (i) =>
      (broken.includes(RISE) && following(log, i) === 'broken') || (broken.includes(BELIEVES) && log.believed && log.entries[i]!.changed),
  );

const entries = (count: number) => (count === 1 ? '1 entry' : `${count} entries`);

export function explain(rule: string, log: Log): string | undefined {
  const places = blamedPlaces(log, [rule]);
  if (rule === FIRST) return `Calls carried out: ${log.carriedOut}. Calls recorded: ${log.recorded}.`;
  if (rule === TELLS)
    return `The reader found ${entries(log.gap)} missing. In truth, ${entries(log.lost)} were lost.`.replace('1 entry were', '1 entry was');
  if (rule === RISE) {
    const said = places.map((i) => `After number ${log.entries[i]!.number} comes number ${log.entries[afterOf(log, i)]!.number}.`);
    return said.join(' ') || undefined;
  }
  const said = places.map((i) => `The entry at place ${i} was changed after it was written, and the reader took it for true.`);
  return said.join(' ') || undefined;
}

/** What a place holds, in words; with the chain, also which digest it was written after. */
export function stateOf(log: Log, i: number, isChained: boolean): string {
  const { number, operation, before, changed } = log.entries[i]!;
  if (number === 0) return 'empty';
  const chain = isChained ? `, after digest ${before}` : '';
  return `${operation}, ${number <= log.seen ? 'read' : 'not read'}${changed ? ', changed in place' : ''}${chain}`;
}

const readerOf = ({ seen }: Log) => (seen === 0 ? 'nothing' : `up to ${seen}`);
const missingOf = ({ alarm, gap }: Log) => (alarm ? 'an entry that does not fit' : gap > 0 ? `${entries(gap)} missing` : 'nothing amiss');

/** `most` calls can be made in a run. */
export function factsOf(now: Log, was: Log, broken: readonly string[], most: number): Fact[] {
  const unread = now.missed > 0 ? { note: `${entries(now.missed)} overwritten unread` } : {};
  return [
    { name: 'Calls recorded', now: now.recorded, was: was.recorded, isCount: true, of: most, isBroken: broken.includes(FIRST) },
    { name: 'Calls carried out', now: now.carriedOut, was: was.carriedOut, isCount: true, of: most, isBroken: broken.includes(FIRST) },
    { name: 'Reader has read', now: readerOf(now), was: readerOf(was), ...unread, isBroken: broken.includes(BELIEVES) },
    { name: 'Reader has found', now: missingOf(now), was: missingOf(was), isBroken: broken.includes(TELLS) },
  ];
}
