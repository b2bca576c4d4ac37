/**
 * Reads `src/content` from disk: files in, typed entries, pages and problems out, each problem with file, line and field.
 * The build, the commands and the tests all read through here, so that they cannot disagree. What was read is kept by
 * path, and read again when it is forgotten. Leaves out what takes more than one record to see; that is `facts/integrity.ts`.
 */
import { basename, join } from 'node:path';
import { schemas } from '../schemas/collections.ts';
import type { CollectionName } from '../schemas/evidence.ts';
import { frontmatter } from '../schemas/page.ts';
import type { Entries, Entry, FieldPath, Problem } from '../facts/entries.ts';
import type { Prose } from '../facts/integrity/page-content.ts';
import { contentFolder, isTooMuch, listContent, readText } from './content-files.ts';
import { readMdx } from './mdx.ts';
import { adviceOn } from './schema-advice.ts';
import { readYaml } from './yaml-record.ts';
import { mostBytesInAll } from './limits.ts';

export interface Content {
  readonly entries: Entries;
  readonly prose: readonly Prose[];
  readonly problems: readonly Problem[];
  /** The line of a file on which a field stands, counted from 1; the nearest enclosing field when it is missing. */
  lineOf(file: string, field: FieldPath): number;
}

/** What one file came to. */
interface FileRead {
  readonly size: number;
  readonly entry?: Entry;
  readonly page?: Prose;
  readonly problems: readonly Problem[];
  lineOf(field: FieldPath): number;
}

/** The content of one project, read as often as it is asked for and changed in between. */
export class ContentReader {
  readonly #root: string;
  readonly #files = new Map<string, FileRead>();
  #content: Content | undefined;
  /** How many files were opened so far. */
  reads = 0;

  constructor(root: string) {
    this.#root = root;
  }

  /** Everything; from memory where nothing was forgotten. */
  read(): Content {
    this.#content ??= this.#assemble();
    return this.#content;
  }

  /** Makes the next reading open this file again, and look which files there are. The path is from the project's root. */
  forget(file: string): void {
    this.#files.delete(file);
    this.#content = undefined;
  }

  #assemble(): Content {
    const { files, problems: misplaced } = listContent(this.#root);
    const problems = [...misplaced];
    const entries = noEntries();
    const prose: Prose[] = [];
    let size = 0;
    for (const file of files) {
      const read = this.#fileRead(file);
      size += read.size;
      problems.push(...read.problems);
      if (read.entry) entries[read.entry.collection].push(read.entry);
      if (read.page) prose.push(read.page);
      if (!isTooMuch(size)) continue;
      problems.push({
        file,
        field: [],
        line: 1,
        says: `all files up to this one have more than ${mostBytesInAll} bytes`,
        fix: 'Take out what is not content.',
      });
      break;
    }
    for (const known of this.#files.keys()) if (!files.includes(known)) this.#files.delete(known);
    const kept = new Map(this.#files);
    return { entries: entries as Entries, prose, problems, lineOf: (file, field) => kept.get(file)?.lineOf(field) ?? 1 };
  }

  #fileRead(file: string): FileRead {
    const known = this.#files.get(file);
    if (known) return known;
    this.reads += 1;
    const read = readFile(this.#root, file);
    this.#files.set(file, read);
    return read;
  }
}

/** A list for each collection, to be filled. */
const noEntries = (): Record<CollectionName, Entry[]> => ({
  systems: [],
  platforms: [],
  milestones: [],
  architecture: [],
  rules: [],
  glossary: [],
  sources: [],
  drift: [],
  tasks: [],
  labs: [],
  paths: [],
});

/** Reads all content below `root`/src/content as it is now. */
export const readContent = (root: string): Content => new ContentReader(root).read();

/** What each file of this process last came to, by its path: one that has the same text is not parsed a second time, which is slow. */
const lastRead = new Map<string, { readonly text: string; readonly read: FileRead }>();

function readFile(root: string, file: string): FileRead {
  const found = readText(root, file);
  if ('problem' in found) return { size: 0, problems: [found.problem], lineOf: () => 1 };
  const path = join(root, file);
  const known = lastRead.get(path);
  if (known?.text === found.text) return known.read;
  const read = readOne(file, found.text);
  lastRead.set(path, { text: found.text, read });
  return read;
}

/** What the text of a file comes to: a record or a page, by the folder in which it lies. */
export function readOne(file: string, text: string): FileRead {
  const collection = file.slice(contentFolder.length + 1).split('/')[0]!;
  return collection === 'docs' ? readPage(file, text) : readRecord(file, collection as CollectionName, text);
}

/** A record of a collection from the text of its file. */
function readRecord(file: string, collection: CollectionName, text: string): FileRead {
  const { value, problems, lineOf } = readYaml(file, text);
  const size = text.length;
  if (problems.some(({ field }) => field.length === 0)) return { size, problems, lineOf };
  const parsed = schemas[collection].safeParse(value);
  const all = [
    ...problems,
    ...(parsed.success ? [] : adviceOn(file, schemas[collection], `src/schemas/${collection}.ts`, value, parsed.error)),
  ];
  if (!parsed.success || problems.length > 0) return { size, problems: firstOfEach(all), lineOf };
  return { size, entry: { collection, id: basename(file, '.yaml'), file, data: parsed.data }, problems: [], lineOf };
}

/** A page of prose from the text of its file. */
function readPage(file: string, text: string): FileRead {
  const page = readMdx(file, text);
  const size = text.length;
  if (page.problems.length > 0) return { size, problems: page.problems, lineOf: () => 1 };
  const { value, problems, lineOf } = readYaml(file, page.frontmatter ?? '', 1);
  const parsed = frontmatter.safeParse(value);
  const all = [
    ...problems,
    ...(parsed.success || problems.length > 0 ? [] : adviceOn(file, frontmatter, 'src/schemas/page.ts', value ?? {}, parsed.error)),
  ];
  return { size, page: { file, address: addressOfPage(file), text, content: page.content }, problems: firstOfEach(all), lineOf };
}

/** `/systems/orbit/architecture/` for `src/content/docs/systems/orbit/architecture/index.mdx`. */
const addressOfPage = (file: string): string =>
  `${file
    .slice(`${contentFolder}/docs`.length)
    .replace(/\.mdx$/, '')
    .replace(/\/index$/, '')}/`;

/** One problem for each field: what is wrong with a value is enough, without what follows from it. */
function firstOfEach(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ field }) => {
    const key = JSON.stringify(field);
    return !seen.has(key) && Boolean(seen.add(key));
  });
}
