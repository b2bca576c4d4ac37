/**
 * Reads `src/content` from disk: YAML in, typed entries and problems out, each problem with file, line and field.
 * The build, the commands and the tests all read through here, so that they cannot disagree.
 * Leaves out what takes more than one record to see; that is `facts/integrity.ts`.
 */
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { LineCounter, isMap, isNode, isPair, isScalar, isSeq, parseDocument, type Document } from 'yaml';
import { schemas } from '../schemas/collections.ts';
import { collectionNames, type CollectionName } from '../schemas/evidence.ts';
import { fieldName, type Entries, type Entry, type FieldPath, type Problem } from '../facts/entries.ts';
import type { Prose } from '../facts/integrity/words.ts';
import { nearest } from '../facts/nearest.ts';
import { keysAt } from '../facts/schema-walk.ts';

interface Read {
  readonly entries: Entries;
  /** The pages of prose, as they were written. */
  readonly prose: readonly Prose[];
  readonly problems: readonly Problem[];
  /** The line of a file on which a field stands, counted from 1; the nearest enclosing field when it is missing. */
  lineOf(file: string, field: FieldPath): number;
}

interface Page {
  readonly document: Document;
  readonly counter: LineCounter;
}

/** Reads every collection below `root`/src/content. */
export function readContent(root: string): Read {
  const pages = new Map<string, Page>();
  const problems: Problem[] = [];
  const entries = Object.fromEntries(
    collectionNames.map((name) => [name, readCollection(root, name, pages, problems)]),
  ) as unknown as Entries;
  const docs = join(root, 'src/content/docs');
  const prose = filesIn(docs, '.mdx').map((path) => ({ file: relative(root, path), text: readFileSync(path, 'utf8') }));
  return { entries, prose, problems, lineOf: (file, field) => lineOf(pages.get(file), field) };
}

function readCollection(root: string, collection: CollectionName, pages: Map<string, Page>, problems: Problem[]): Entry[] {
  const found: Entry[] = [];
  for (const path of filesIn(join(root, 'src/content', collection), '.yaml')) {
    const file = relative(root, path);
    const counter = new LineCounter();
    const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: counter, prettyErrors: false });
    pages.set(file, { document, counter });
    const [broken] = document.errors;
    if (broken) {
      problems.push({
        file,
        field: [],
        says: `this is not YAML: ${broken.message}`,
        mend: 'Correct the YAML; a text with a colon or a hash in it needs quotes.',
      });
      continue;
    }
    const value: unknown = document.toJS();
    const parsed = schemas[collection].safeParse(value);
    if (parsed.success) found.push({ collection, id: basename(path, '.yaml'), file, data: parsed.data });
    else problems.push(...problemsOf(file, collection, value, parsed.error.issues as readonly Issue[]));
  }
  return found;
}

/** All files with this ending below a folder, in the order of their paths; none where there is no folder. */
export function filesIn(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name));
}

/** What the schema library says of one field; the last four are there for some codes only. */
interface Issue {
  readonly code: string;
  readonly path: FieldPath;
  readonly message: string;
  /** The keys that are not known. */
  readonly keys?: readonly string[];
  /** The type that is allowed. */
  readonly expected?: string;
  /** The words that are allowed. */
  readonly values?: readonly (string | number)[];
}

/** A misspelt key is reported once: not a second time as the key that is missing for it. */
function problemsOf(file: string, collection: CollectionName, value: unknown, issues: readonly Issue[]): Problem[] {
  const slips = issues.flatMap((issue) => (issue.keys ?? []).map((key) => slipOf(collection, issue.path, key)));
  const meant = new Set(slips.map((it) => fieldName(it.meant)));
  return [
    ...slips.map(({ field, says, mend }) => ({ file, field, says, mend })),
    ...issues
      .filter((issue) => issue.keys === undefined && !meant.has(fieldName(issue.path)))
      .map((issue) => ({ file, field: issue.path, ...adviceOn(issue, `src/schemas/${collection}.ts`, valueAt(value, issue.path)) })),
  ];
}

function slipOf(collection: CollectionName, path: FieldPath, key: string): Omit<Problem, 'file'> & { readonly meant: FieldPath } {
  const known = keysAt(schemas[collection], path);
  const word = nearest(key, known);
  return {
    field: [...path, key],
    says: `'${key}' is not a key here`,
    mend: word ? `Did you mean '${word}'?` : `The keys here are ${known.join(', ')} (src/schemas/${collection}.ts).`,
    meant: word ? [...path, word] : [],
  };
}

function adviceOn(issue: Issue, where: string, value: unknown): Pick<Problem, 'says' | 'mend'> {
  if (value === undefined) {
    const says = issue.code === 'custom' ? issue.message : 'this field is missing';
    return { says, mend: `Add it; ${where} says what it means.` };
  }
  if (issue.values && typeof value === 'string') {
    const words = issue.values.map(String);
    const meant = nearest(value, words);
    const says = words.length === 1 ? `'${value}' is not '${words[0]}'` : `'${value}' is not one of ${words.join(', ')}`;
    return { says, mend: meant ? `Did you mean '${meant}'?` : `Write one of these words; ${where} says what they mean.` };
  }
  if (issue.expected === 'string' && typeof value === 'number')
    return { says: `this is read as the number ${value}, and it is a text`, mend: 'Put it in quotes.' };
  return { says: issue.message, mend: `Correct it; ${where} says what is allowed.` };
}

const valueAt = (value: unknown, path: FieldPath): unknown =>
  path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string | number, unknown>)[key] : undefined),
    value,
  );

/** The line of the key, not of what stands under it; of a file that is no YAML, the line where it breaks. */
function lineOf(page: Page | undefined, field: FieldPath): number {
  if (!page) return 1;
  const { document, counter } = page;
  const at = (offset: number | undefined) => (offset === undefined ? 1 : counter.linePos(offset).line);
  if (document.errors[0]) return at(document.errors[0].pos[0]);
  let node: unknown = document.contents;
  let line = 1;
  for (const key of field) {
    const pair: unknown = isMap(node) ? node.items.find((it) => isScalar(it.key) && it.key.value === key) : undefined;
    const next: unknown = isPair(pair) ? pair.value : isSeq(node) && typeof key === 'number' ? node.items[key] : undefined;
    const place = isPair(pair) ? pair.key : next;
    if (!isNode(place)) return line;
    line = at(place.range?.[0]);
    node = next;
  }
  return line;
}

/** `src/content/rules/x.yaml:12  checkedBy[0].model: …` and, on the next line, what to do. */
export const describe = (problem: Problem, line: number): string =>
  `${problem.file}:${line}  ${fieldName(problem.field) || '(the whole file)'}: ${problem.says}\n    ${problem.mend}`;
