/**
 * What a reader has done on the pages below /learn/, as one text: which labs are solved, answers that are not sent anywhere, and which steps of
 * paths were read. It has no times and no names. Plain data and pure functions; progress-store.ts keeps it.
 */
import { hashOf } from '../page/packed-text.ts';

export interface Progress {
  /** Ids of labs. */
  readonly solved: ReadonlySet<string>;
  /** The answer so far to a lab, by its id: a text in the form that the kind of the lab wants. */
  readonly drafts: ReadonlyMap<string, string>;
  /** The steps of a path that were read, by the id of the path. */
  readonly read: ReadonlyMap<string, ReadonlySet<string>>;
}

export const nothing: Progress = { solved: new Set(), drafts: new Map(), read: new Map() };

/** The form below; another one is refused, and never guessed at. */
const VERSION = 1;
const MOST_TEXT = 2_000_000;
const MOST_IDS = 1_000;
const MOST_DRAFT = 30_000;
const ID = /^[a-z0-9][a-z0-9-]*(?:\/[a-z0-9][a-z0-9-]*)*$/;
const MOST_ID = 100;

export const withSolved = (progress: Progress, lab: string): Progress => ({ ...progress, solved: new Set([...progress.solved, lab]) });

/** An answer that is longer than what can be read again is not kept. */
export function withDraft(progress: Progress, lab: string, draft: string | undefined): Progress {
  const drafts = new Map(progress.drafts);
  if (draft === undefined || draft.length > MOST_DRAFT) drafts.delete(lab);
  else drafts.set(lab, draft);
  return { ...progress, drafts };
}

export function withRead(progress: Progress, path: string, step: string, isRead: boolean): Progress {
  const steps = new Set(progress.read.get(path));
  if (isRead) steps.add(step);
  else steps.delete(step);
  return { ...progress, read: new Map(progress.read).set(path, steps) };
}

/** Nothing of either is lost but the draft of `from` for a lab for which `into` has one. */
export const merged = (into: Progress, from: Progress): Progress => ({
  solved: new Set([...into.solved, ...from.solved]),
  drafts: new Map([...from.drafts, ...into.drafts]),
  read: new Map([
    ...into.read,
    ...[...from.read].map(([path, steps]) => [path, new Set([...(into.read.get(path) ?? []), ...steps])] as const),
  ]),
});

/** What `from` has that `into` has not, in numbers; `otherDrafts` are those that stay as they are in `into`. */
export function difference(into: Progress, from: Progress) {
  const isOther = ([lab, draft]: readonly [string, string]): boolean => into.drafts.get(lab) !== draft;
  const drafts = [...from.drafts].filter(isOther);
  return {
    solved: [...from.solved].filter((lab) => !into.solved.has(lab)).length,
    drafts: drafts.filter(([lab]) => !into.drafts.has(lab)).length,
    otherDrafts: drafts.filter(([lab]) => into.drafts.has(lab)).length,
    read: [...from.read].reduce((sum, [path, steps]) => sum + [...steps].filter((step) => !into.read.get(path)?.has(step)).length, 0),
  };
}

/** The text of it; `progressIn` reads it again. Entries are sorted, so equal progress has equal text. */
export function textOf(progress: Progress): string {
  const plain = plainOf(progress);
  return `${JSON.stringify({ orrery: 'progress', version: VERSION, sum: sumOf(plain), ...plain }, null, 1)}\n`;
}

function plainOf({ solved, drafts, read }: Progress) {
  const sorted = <Of>(of: ReadonlyMap<string, Of>) => [...of].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    solved: [...solved].sort(),
    drafts: Object.fromEntries(sorted(drafts)),
    read: Object.fromEntries(sorted(read).map(([path, steps]) => [path, [...steps].sort()])),
  };
}

/** Tells a text that was damaged: nothing else would notice a letter that changed in an answer. */
const sumOf = (plain: ReturnType<typeof plainOf>): string => hashOf(JSON.stringify(plain));

/** Throws a RangeError, a sentence, on any other text. */
export function progressIn(text: string): Progress {
  if (text.length > MOST_TEXT) refuse(`it has ${text.length} characters, and progress has at most ${MOST_TEXT}`);
  const document = parsed(text);
  if (!isRecord(document) || document['orrery'] !== 'progress') refuse('it is not progress of this site');
  if (document['version'] !== VERSION)
    refuse(`it is in version ${String(document['version']).slice(0, 20)} of its form, and this page reads version ${VERSION}`);
  const progress: Progress = {
    solved: new Set(list(document['solved'], 'solved', id)),
    drafts: new Map(fields(document['drafts'], 'drafts').map(([lab, draft]) => [lab, answer(draft, lab)])),
    read: new Map(fields(document['read'], 'read').map(([path, steps]) => [path, new Set(list(steps, path, id))])),
  };
  if (document['sum'] !== sumOf(plainOf(progress))) refuse('it was changed or damaged after it was written: its sum is another one');
  return progress;
}

function refuse(because: string): never {
  throw new RangeError(`The progress cannot be read: ${because}.`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse('it is no JSON, or was cut off');
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const shortened = (value: unknown): string => String(value).slice(0, 40);

function id(value: unknown, at: string): string {
  if (typeof value === 'string' && value.length <= MOST_ID && ID.test(value)) return value;
  return refuse(`an entry of \u201c${at}\u201d is no name of a lab or a step`);
}

function answer(value: unknown, lab: string): string {
  if (typeof value === 'string' && value.length <= MOST_DRAFT) return value;
  return refuse(`the answer to \u201c${shortened(lab)}\u201d is no text of at most ${MOST_DRAFT} characters`);
}

function list<Of>(value: unknown, at: string, of: (each: unknown, at: string) => Of): Of[] {
  if (!Array.isArray(value) || value.length > MOST_IDS) return refuse(`\u201c${shortened(at)}\u201d is no list of at most ${MOST_IDS}`);
  return value.map((each) => of(each, shortened(at)));
}

function fields(value: unknown, at: string): [string, unknown][] {
  if (!isRecord(value)) return refuse(`\u201c${at}\u201d is missing`);
  const found = Object.entries(value);
  if (found.length > MOST_IDS) return refuse(`\u201c${at}\u201d has more than ${MOST_IDS} entries`);
  return found.map(([name, each]) => [id(name, at), each]);
}
