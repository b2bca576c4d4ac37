/**
 * Reads `src/content` from disk: YAML in, typed entries and problems out, each problem with file, line and field.
 * The build, the commands and the tests all read through here, so that they cannot disagree.
 * Leaves out what takes more than one record to see; that is `facts/integrity.ts`.
 */
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { LineCounter, isNode, parseDocument, type Document } from 'yaml';
import { schemas } from './schemas/collections.ts';
import { collectionNames, type CollectionName } from './schemas/evidence.ts';
import { fieldName, type Entries, type Entry, type FieldPath, type Problem } from './facts/entries.ts';
import type { Prose } from './facts/integrity/words.ts';
import { nearest } from './facts/nearest.ts';
import { keysAt } from './facts/schema-walk.ts';

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
        says: `this is not YAML: ${broken.message} (line ${counter.linePos(broken.pos[0]).line})`,
        mend: 'Correct the YAML; a text with a colon or a hash in it needs quotes.',
      });
      continue;
    }
    const parsed = schemas[collection].safeParse(document.toJS());
    if (parsed.success) found.push({ collection, id: basename(path, '.yaml'), file, data: parsed.data });
    else for (const issue of parsed.error.issues) problems.push(fromIssue(file, collection, issue as Issue));
  }
  return found;
}

/** All files with this ending below a folder, in the order of their paths. */
function filesIn(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name));
}

interface Issue {
  readonly code: string;
  readonly path: FieldPath;
  readonly message: string;
  readonly keys?: readonly string[];
}

function fromIssue(file: string, collection: CollectionName, issue: Issue): Problem {
  const where = `src/schemas/${collection}.ts`;
  if (issue.code === 'unrecognized_keys' && issue.keys) {
    const [key = ''] = issue.keys;
    const known = keysAt(schemas[collection], issue.path);
    const meant = nearest(key, known);
    return {
      file,
      field: [...issue.path, key],
      says: `'${key}' is not a key here`,
      mend: meant ? `Did you mean '${meant}'?` : `The keys here are ${known.join(', ')} (${where}).`,
    };
  }
  const missing = issue.message.includes('received undefined');
  return {
    file,
    field: issue.path,
    says: missing ? 'this field is missing' : issue.message,
    mend: missing ? `Add it; ${where} says what it means.` : `Correct it; ${where} says what is allowed.`,
  };
}

function lineOf(page: Page | undefined, field: FieldPath): number {
  if (!page) return 1;
  for (let path = [...field]; path.length > 0; path = path.slice(0, -1)) {
    const node = page.document.getIn(path, true);
    if (isNode(node) && node.range) return page.counter.linePos(node.range[0]).line;
  }
  return 1;
}

/** `src/content/rules/x.yaml:12  checkedBy[0].model: …` and, on the next line, what to do. */
export const describe = (problem: Problem, line: number): string =>
  `${problem.file}:${line}  ${fieldName(problem.field) || '(the whole file)'}: ${problem.says}\n    ${problem.mend}`;
