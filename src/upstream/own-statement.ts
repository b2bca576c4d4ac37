/**
 * Reads what a project states of itself in `orrery.json`: whether the file is as its schema wants it, each fault with its line and its field,
 * and what it says otherwise than the records. A closed world: a member that the schema does not know is named, as is one that stands twice.
 * What has a fault is not compared.
 */
import { fieldName, find, type Entries, type FieldPath } from '../facts/entries.ts';
import { nearest } from '../facts/nearest.ts';
import { keysAt } from '../facts/schema-walk.ts';
import { ownStatement, type OwnStatement } from '../schemas/own-statement.ts';
import type { Finding, FindingKind } from './document.ts';
import type { Value } from './json.ts';
import { quoted } from './subject.ts';

export interface OwnReading {
  /** The system that it names, where there is one of that name. */
  readonly system: string | undefined;
  readonly findings: readonly Finding[];
}

/** Two of these members make a statement; one may stand in any file. */
const telling = ['system', 'milestones', 'platforms'];

/** Told by its members or by the schema that it names, so that one with a slip in it is still read as one. */
export function isOwnStatement({ members }: Value): boolean {
  const schema = members?.get('$schema')?.value.plain;
  return (typeof schema === 'string' && schema.endsWith('/own-statement.json')) || telling.filter((it) => members?.has(it)).length > 1;
}

export function readOwnStatement(entries: Entries, value: Value): OwnReading {
  const { faults, at } = faultsOf(value);
  const stated = plainOf(value) as Partial<OwnStatement>;
  const system = typeof stated.system === 'string' ? find(entries, 'systems', stated.system)?.id : undefined;
  const isSound = (path: FieldPath): boolean => !at.some((it) => path.every((part, i) => it[i] === part));
  if (system === undefined)
    return { system, findings: [...faults, ...(isSound(['system']) ? [noSystem(entries, value, stated.system!)] : [])] };
  const lists = [milestonesOf(entries, system), platformsOf(entries, system)].flatMap((list) => compared(list, value, isSound));
  return { system, findings: [...faults, ...lists] };
}

const invalid = ({ line, toLine }: Span, field: FieldPath, says: string): Finding => ({
  kind: 'invalid',
  line,
  toLine,
  records: [],
  says: `${field.length === 0 ? 'the statement' : fieldName(field)} ${says}`,
});

interface Span {
  readonly line: number;
  readonly toLine: number;
}

/** The value at a field, or the innermost one around it that is there; of a member the lines from its name on. */
function spanAt(value: Value, path: FieldPath): Span {
  let [at, span]: [Value, Span] = [value, value];
  for (const part of path) {
    const member = typeof part === 'string' ? at.members?.get(part) : undefined;
    const inner = member?.value ?? (typeof part === 'number' ? at.items?.[part] : undefined);
    if (!inner) break;
    [at, span] = [inner, { line: member?.line ?? inner.line, toLine: inner.toLine }];
  }
  return span;
}

/** The value as JSON.parse gives it. */
function plainOf({ members, items, plain }: Value): unknown {
  if (members) return Object.fromEntries([...members.values()].map((it) => [it.name, plainOf(it.value)]));
  return items ? items.map(plainOf) : plain;
}

/** What the schema library says of one field; the last two are there for some codes only. */
interface Issue {
  readonly code: string;
  readonly path: FieldPath;
  readonly message: string;
  readonly keys?: readonly string[];
  readonly values?: readonly unknown[];
}

/** Every fault as a finding, and the fields that have one. */
function faultsOf(value: Value): { readonly faults: readonly Finding[]; readonly at: readonly FieldPath[] } {
  const stated = plainOf(value);
  const issues = (ownStatement.safeParse(stated).error?.issues ?? []) as readonly Issue[];
  const slips = issues.flatMap(({ path, keys = [] }) => keys.map((key) => ({ path, key, word: nearest(key, keysAt(ownStatement, path)) })));
  /** A member that is missing because another name stands for it is told once. */
  const meant = new Set(slips.flatMap(({ path, word }) => (word === undefined ? [] : [fieldName([...path, word])])));
  const twice = twiceIn(value);
  return {
    faults: once([
      ...slips.map(({ path, key, word }) =>
        invalid(
          spanAt(value, [...path, key]),
          [...path, key],
          word === undefined
            ? `is no member of a statement: there are ${keysAt(ownStatement, path).join(', ')}`
            : `is no member of a statement: did you mean ${quoted(word)}?`,
        ),
      ),
      ...twice.map(({ path, span }) => invalid(span, path, 'stands here twice')),
      ...issues
        .filter(({ path, keys }) => keys === undefined && !meant.has(fieldName(path)))
        .map((issue) => invalid(spanAt(value, issue.path), issue.path, sentenceOf(issue, valueAt(stated, issue.path)))),
    ]),
    at: [...issues.map(({ path }) => path), ...twice.map(({ path }) => path)],
  };
}

/** Two rules of one field may say the same. */
const once = (findings: readonly Finding[]): Finding[] => [...new Map(findings.map((it) => [`${it.line} ${it.says}`, it])).values()];

function sentenceOf({ code, message, values }: Issue, given: unknown): string {
  if (code === 'custom') return message;
  const says = values
    ? wordsOf(values.map(String), given)
    : code === 'invalid_type' && message.startsWith('Invalid')
      ? 'must be a text'
      : message;
  return given === undefined ? `is missing: it ${says}` : says;
}

function wordsOf(words: readonly string[], given: unknown): string {
  const word = typeof given === 'string' ? nearest(given, words) : undefined;
  return `must be one of ${words.join(', ')}${word === undefined ? '' : `: did you mean ${quoted(word)}?`}`;
}

const valueAt = (value: unknown, path: FieldPath): unknown =>
  path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? (at as Record<string | number, unknown>)[key] : undefined,
    value,
  );

/** Members that stand twice, anywhere. */
function twiceIn(value: Value, path: FieldPath = []): { readonly path: FieldPath; readonly span: Span }[] {
  return [
    ...(value.twice ?? []).map(({ name, line, value: { toLine } }) => ({ path: [...path, name], span: { line, toLine } })),
    ...[...(value.members?.values() ?? [])].flatMap((it) => twiceIn(it.value, [...path, it.name])),
    ...(value.items ?? []).flatMap((it, i) => twiceIn(it, [...path, i])),
  ];
}

function noSystem(entries: Entries, value: Value, named: string): Finding {
  const ids = entries.systems.map(({ id }) => id);
  const word = nearest(named, ids);
  const there = word === undefined ? `there are ${ids.join(', ')}` : `did you mean ${quoted(word)}?`;
  return invalid(spanAt(value, ['system']), ['system'], `is ${quoted(named)}, and no system here is called so: ${there}`);
}

/** One of the two lists of a statement beside the records that it is compared with. */
interface List {
  readonly name: 'milestones' | 'platforms';
  readonly what: 'milestone' | 'platform';
  readonly held: readonly Held[];
}

/** A record as a statement speaks of it. */
interface Held {
  readonly id: string;
  /** What it may be called in a statement, besides its id. */
  readonly names: readonly string[];
  readonly state: string;
  readonly asOf: string;
  /** A list that leaves it out says the same as the record. */
  readonly isGone: boolean;
}

const milestonesOf = (entries: Entries, system: string): List => ({
  name: 'milestones',
  what: 'milestone',
  held: entries.milestones
    .filter((it) => it.data.system === system)
    .map(({ id, data: { title, label, status } }) => {
      const { status: state, asOf } = status.at(-1)!;
      return { id, names: [title, `${label}: ${title}`, label], state, asOf, isGone: state === 'dropped' || state === 'moved' };
    }),
});

const platformsOf = (entries: Entries, system: string): List => ({
  name: 'platforms',
  what: 'platform',
  held: entries.platforms
    .filter((it) => it.data.system === system)
    .map(({ id, data: { title, identifiers, states } }) => {
      const { state, asOf } = states.at(-1)!;
      return { id, names: [...identifiers.map((it) => it.name), title], state, asOf, isGone: state === 'removed' || state === 'unnamed' };
    }),
});

/** An item of a list; where it has a fault, any of these may be anything. */
type Item = { readonly id?: string; readonly title?: string; readonly identifier?: string; readonly state: string; readonly day: string };

/** What a list says otherwise than the records; nothing where the statement has no such list. */
function compared({ name, what, held }: List, value: Value, isSound: (path: FieldPath) => boolean): Finding[] {
  const list = value.members?.get(name)?.value;
  if (!list?.items) return [];
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const [i, entry] of list.items.entries()) {
    const item = plainOf(entry) as Item;
    const say = (kind: FindingKind, field: string, says: string, records: readonly string[]): void =>
      void findings.push({ kind, ...spanAt(value, [name, i, field]), records, says });
    const known = heldBy(held, item);
    const again = known !== undefined && seen.has(known.id);
    if (known) seen.add(known.id);
    if (again) findings.push(invalid(entry, [name, i], `is ${what} ${known.id} a second time`));
    // What has a fault is told already; here it only counts as named.
    if (again || !isSound([name, i])) continue;
    const called = item.title ?? item.identifier ?? item.id ?? '';
    if (!known) {
      findings.push({
        kind: 'new',
        ...span(entry),
        records: [],
        says: `a ${what} ${quoted(called)} that no record holds${nearTo(held, item)}`,
      });
      continue;
    }
    if (item.title !== undefined && !isCalled(known, item.title))
      say('renamed', 'title', `${known.id} is called ${quoted(item.title)} here, and ${quoted(known.names[0]!)} in the records`, [
        known.id,
      ]);
    if (item.state !== known.state) say('changed', 'state', otherState(called, item, known), [known.id]);
  }
  for (const it of held)
    if (!seen.has(it.id) && !it.isGone)
      findings.push({
        kind: 'gone',
        line: list.toLine,
        toLine: list.toLine,
        records: [it.id],
        says: `no ${what} ${quoted(it.names[0] ?? it.id)} is stated; the records have it as ${it.state}`,
      });
  return findings;
}

const span = ({ line, toLine }: Value): Span => ({ line, toLine });
const folded = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();
const isCalled = ({ names }: Held, name: string): boolean => names.some((it) => folded(it) === folded(name));

/** By its id where one is given, else by the very name: two milestones may be called alike, and none is guessed. */
function heldBy(held: readonly Held[], { id, title, identifier }: Item): Held | undefined {
  const name = identifier ?? title;
  if (typeof id === 'string') return held.find((it) => it.id === id);
  return typeof name !== 'string' ? undefined : (held.find((it) => it.id === name) ?? held.find((it) => isCalled(it, name)));
}

function nearTo(held: readonly Held[], { id, title, identifier }: Item): string {
  const word = nearest(
    folded(id ?? identifier ?? title ?? ''),
    held.flatMap((it) => (id === undefined ? it.names.map(folded) : [it.id])),
  );
  return word === undefined ? '' : `; the nearest that one holds is ${quoted(word)}`;
}

function otherState(called: string, { state, day }: Item, held: Held): string {
  const found = held.asOf === 'undated' ? 'on no known day' : `on ${held.asOf}${held.asOf > day ? ', which is later' : ''}`;
  return `${quoted(called)} is stated as ${state} on ${day}; the records have it as ${held.state} ${found}`;
}
