/**
 * Which part of a state broke a rule: the rows at which its `every`, `some` and `filter` were decided. The rule runs once more on tables
 * that note this, so that the author of a model does nothing for it. Leaves out what a rule says without naming rows.
 */
import type { Erased } from '../language/erased.ts';
import type { Machine } from './machine.ts';
import type { Snapshot } from './run.ts';

/** What one `every`, `some`, `filter` or `find` was decided by. Plain data. */
export interface Part {
  readonly by: 'every' | 'some' | 'filter';
  readonly kind: string;
  /** The rows that failed an `every`, met a `some`, or were kept by a `filter`; none when a `some` found no row. */
  readonly rows: readonly BlamedRow[];
}
export interface BlamedRow {
  readonly kind: string;
  readonly index: number;
  /** What was asked about other rows while it was this row's turn. */
  readonly parts: readonly Part[];
}

export interface Blame<Rule extends string = string> {
  readonly rule: Rule;
  readonly parts: readonly Part[];
  /** `slot 2`, `manager 0 and manager 1`, `slot 2 with handle 0`, `no slot`; undefined when the rule names no rows. */
  readonly says: string | undefined;
}

/** Why each rule that is broken in a snapshot does not hold there, in the order of the model. */
export function blamesAt(m: Machine, at: Pick<Snapshot, 'words' | 'broken'>): readonly Blame[] {
  m.words.set(at.words);
  return at.broken.flatMap((rule) => blame(m, rule) ?? []);
}

/** Why a rule does not hold in the working state; undefined when it holds. A rule that does not exist throws a RangeError. */
export function blame(m: Machine, rule: string): Blame | undefined {
  const found = m.invariants.find(({ name }) => name === rule);
  if (!found) throw new RangeError(`There is no rule '${rule}'; there are ${m.invariants.map(({ name }) => name).join(', ')}.`);
  const notes = new Notes();
  if (found.holds(noted(m, notes), m.config)) return undefined;
  const parts = notes.take();
  return { rule, parts, says: parts.length > 0 ? parts.map(phrase).join('; ') : undefined };
}

/** The state, whose tables and queues of rows take notes. It is another object over the same words, so that the search's own stay as fast as they are. */
function noted(m: Machine, notes: Notes): Erased {
  const properties = Object.entries(m.schema).flatMap(([name, field]): [string, PropertyDescriptor][] => {
    const value = m.state[name];
    if (field.is === 'table') return [[name, { value: noting(value, field.kind, notes), enumerable: true }]];
    if (field.is !== 'queue' || field.of.is !== 'id') return [];
    const items = { get: () => noting(value.items, field.of.kind, notes) };
    return [[name, { value: Object.create(value, { items }), enumerable: true }]];
  });
  return Object.create(m.state, Object.fromEntries(properties));
}

interface Row {
  readonly index: number;
}
type Test = (row: Row, index: number, rows: readonly Row[]) => unknown;

/** A part that is left out when the rows that it kept were asked about in turn. */
interface Note extends Part {
  isAskedAbout: boolean;
}

/** The notes of what is being evaluated now: those of a row's turn become part of the row's. */
class Notes {
  private now: Note[] = [];

  take(): Part[] {
    const taken = this.now.filter(({ isAskedAbout }) => !isAskedAbout).map(({ by, kind, rows }) => ({ by, kind, rows }));
    this.now = [];
    return taken;
  }

  /** The answer of `ask`, and what was noted meanwhile. */
  during<Answer>(ask: () => Answer): { readonly answer: Answer; readonly parts: readonly Part[] } {
    const outer = this.now;
    this.now = [];
    const answer = ask();
    const parts = this.take();
    this.now = outer;
    return { answer, parts };
  }

  add(by: Part['by'], kind: string, rows: readonly BlamedRow[]): Note {
    const note = { by, kind, rows, isAskedAbout: false };
    this.now.push(note);
    return note;
  }
}

/** Rows that note what was asked about them; `from` is the note of the `filter` that they come from. */
function noting(rows: readonly Row[], kind: string, notes: Notes, from?: Note): readonly Row[] {
  const own = rows.slice();
  /** The rows for which the answer is as wanted. All are asked, where the real method might stop at the first: clauses are pure. */
  const ask = (test: Test, wanted: boolean): BlamedRow[] =>
    rows.flatMap((row, place) => {
      const { answer, parts } = notes.during(() => Boolean(test(row, place, own)));
      return answer === wanted ? [{ kind, index: row.index, parts }] : [];
    });
  const note = (by: Part['by'], blamed: readonly BlamedRow[]): Note => {
    if (from) from.isAskedAbout = true;
    return notes.add(by, kind, blamed);
  };
  const every = (test: Test): boolean => {
    const failing = ask(test, false);
    if (failing.length > 0) note('every', failing);
    return failing.length === 0;
  };
  const some = (test: Test): boolean => {
    const meeting = ask(test, true);
    note('some', meeting);
    return meeting.length > 0;
  };
  const filter = (test: Test): readonly Row[] => {
    const kept = ask(test, true);
    const rest = rows.filter(({ index }) => kept.some((each) => each.index === index));
    return noting(rest, kind, notes, note('filter', kept));
  };
  return Object.assign(own, { every, some, filter });
}

function phrase({ kind, rows }: Part): string {
  return rows.length === 0 ? `no ${kind}` : listed(rows.map(rowPhrase));
}

function rowPhrase({ kind, index, parts }: BlamedRow): string {
  const inner = parts.map(phrase).join(', ');
  return inner === '' ? `${kind} ${index}` : `${kind} ${index} with ${inner}`;
}

function listed(items: readonly string[]): string {
  return items.length > 1 ? `${items.slice(0, -1).join(', ')} and ${items.at(-1)!}` : items.join('');
}
