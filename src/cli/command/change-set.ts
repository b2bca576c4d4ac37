/**
 * Files of the project that are to be changed: all of them or none. Until they are written they lie in memory, and the records are read as
 * they would be, so that one change can build on another. A disk that is full leaves every file as it was.
 */
import { existsSync, lstatSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Entries } from '../../facts/entries.ts';
import { contentFolder } from '../../records/content-files.ts';
import { readOne, type Content } from '../../records/reader.ts';
import { WrongCall } from './command.ts';

/** How a text comes onto the disk: as `writeFileSync` does it. */
export type Write = (path: string, text: string) => void;

export class ChangeSet {
  readonly #root: string;
  readonly #texts = new Map<string, string>();
  #entries: Entries;

  constructor(root: string, { entries }: Pick<Content, 'entries'>) {
    this.#root = root;
    this.#entries = entries;
  }

  /** The records as they will be. */
  get entries(): Entries {
    return this.#entries;
  }

  /** The files that will be other ones, by their paths from the root. */
  get files(): string[] {
    return [...this.#texts.keys()].sort();
  }

  /** The text of a file as it will be; empty where there is none. */
  text(file: string): string {
    const path = join(this.#root, file);
    return this.#texts.get(file) ?? (existsSync(path) ? readFileSync(path, 'utf8') : '');
  }

  /** Gives a file another text. Throws a WrongCall where a record would be none any more. */
  change(file: string, text: string): void {
    if (text === this.text(file)) return;
    if (file.startsWith(`${contentFolder}/`)) {
      const { entry, problems } = readOne(file, text);
      if (!entry) throw new WrongCall(`${file} would be no record any more: ${problems[0]?.says ?? 'it cannot be read'}.`);
      const list = this.#entries[entry.collection].map((it) => (it.file === file ? entry : it));
      this.#entries = { ...this.#entries, [entry.collection]: list };
    }
    this.#texts.set(file, text);
  }

  /** Makes several changes, or none of them where one cannot be made. */
  together(make: () => void): void {
    const [texts, entries] = [new Map(this.#texts), this.#entries];
    try {
      make();
    } catch (error) {
      this.#texts.clear();
      for (const [file, text] of texts) this.#texts.set(file, text);
      this.#entries = entries;
      throw error;
    }
  }

  /** Writes them. Throws a WrongCall where the disk does not take them; then no file has changed. */
  write(write: Write = writeFileSync): void {
    writeAll(new Map([...this.#texts].map(([file, text]) => [join(this.#root, file), text])), write);
  }
}

const beside = (path: string): string => join(dirname(path), `.${basename(path)}.new`);
const codeIn = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : String(error));

/** Each beside its place first, under a name that no reader of records takes up, and only when all are there each into its place. */
export function writeAll(texts: ReadonlyMap<string, string>, write: Write = writeFileSync): void {
  const files: string[] = [];
  try {
    for (const [path, text] of texts) {
      // A device or a pipe takes what it is given; a file in its place would be none.
      const isDevice = existsSync(path) && !lstatSync(path).isFile();
      if (!isDevice) files.push(path);
      write(isDevice ? path : beside(path), text);
    }
  } catch (error) {
    for (const path of files) rmSync(beside(path), { force: true });
    throw new WrongCall(`No file was changed, because not all that is to be written could be (${codeIn(error)}).`);
  }
  for (const path of files) renameSync(beside(path), path);
}
