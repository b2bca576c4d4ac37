/** The innermost definition that cited lines lie in, with the types and functions around it: `Poll::wait`. */
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { Language, Parser, type Node, type Tree } from 'web-tree-sitter';
import type { Range } from '../../../upstream/cited-lines.ts';
import { grammars, type Definition, type Grammar } from './grammars.ts';

/** Reads files of one language. */
interface Reader {
  readonly grammar: Grammar;
  readonly parser: Parser;
}

/** The name that is shown of what lies deeper than this is too long to be read. */
const mostParts = 3;

export class DefinitionReader {
  readonly #readers: ReadonlyMap<string, Reader>;
  /** The languages that cannot be read, because their parser is not installed. */
  readonly missing: readonly string[];

  private constructor(readers: ReadonlyMap<string, Reader>, missing: readonly string[]) {
    this.#readers = readers;
    this.missing = missing;
  }

  /** Loads the parser of every language; a package that is not installed is told by `missing`. */
  static async load(): Promise<DefinitionReader> {
    await Parser.init();
    const readers = new Map<string, Reader>();
    const missing: string[] = [];
    for (const [ending, grammar] of grammars) {
      const bytes = installed(grammar.parser);
      if (!bytes) {
        missing.push(ending);
        continue;
      }
      const parser = new Parser();
      parser.setLanguage(await Language.load(bytes));
      readers.set(ending, { grammar, parser });
    }
    return new DefinitionReader(readers, missing);
  }

  /** Whether files of this name can be read. */
  reads(path: string): boolean {
    return this.#readers.has(endingOf(path));
  }

  /** For each range of a file the name of its definition; undefined where it is of several, or of none. */
  namesIn(path: string, lines: readonly string[], ranges: readonly Range[]): (string | undefined)[] {
    const reader = this.#readers.get(endingOf(path));
    const tree = reader?.parser.parse(lines.join('\n'));
    if (!reader || !tree) return ranges.map(() => undefined);
    const names = ranges.map((range) => nameAt(tree, reader.grammar, lines, range));
    tree.delete();
    return names;
  }
}

const endingOf = (path: string): string => extname(path).slice(1);

/** The parser's bytes; undefined where its package is not installed, since npm leaves out an optional one that fails. */
function installed(parser: string): Buffer | undefined {
  try {
    return readFileSync(new URL(import.meta.resolve(parser)));
  } catch {
    return undefined;
  }
}

/** Blank lines, comments and attributes before a definition are said of it, though they stand outside. */
const isBeside = (line: string): boolean => /^\s*(?:$|\/\/|\/\*|\*(?:\s|\/|$)|#!?\[)/.test(line);

function nameAt(tree: Tree, { definitionAt, joint }: Grammar, lines: readonly string[], [from, to]: Range): string | undefined {
  const rows = Array.from({ length: to - from + 1 }, (_, i) => from - 1 + i).filter((row) => !isBeside(lines[row]!));
  const [first, last] = [rows.at(0) ?? from - 1, rows.at(-1) ?? to - 1];
  const inner = tree.rootNode.descendantForPosition(
    { row: first, column: lines[first]!.search(/\S|$/) },
    { row: last, column: lines[last]!.trimEnd().length },
  );
  const around: Definition[] = [];
  for (let node: Node | null = inner; node; node = node.parent) {
    const found = definitionAt(node);
    if (found) around.unshift(found);
  }
  const shown = around.filter(({ is }, i) => is !== 'value' || !around.slice(0, i).some((it) => it.is === 'function'));
  return shown.length === 0
    ? undefined
    : distinct(shown.map(({ name }) => name))
        .slice(-mostParts)
        .join(joint);
}

/** A group of one definition is told by the name of that one, once. */
const distinct = (names: readonly string[]): string[] => names.filter((it, i) => it !== names[i - 1]);
