/** One record from its text: YAML in, a plain value out, or problems with their fields; and the lines on which its fields stand. */
import { LineCounter, isAlias, isMap, isNode, isPair, isScalar, isSeq, parseDocument, type Document } from 'yaml';
import type { FieldPath, Problem } from '../facts/entries.ts';
import { codeOf, invisible } from './content-files.ts';
import { deepestNesting, longestText, longestTitle, titleFields } from './limits.ts';

export interface YamlRecord {
  /** What the text says; only where it has no problem of its own. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** The line of a field, counted from 1; that of the nearest enclosing field when it is missing. */
  lineOf(field: FieldPath): number;
}

/** Reads a text as YAML. `above` is the number of lines that stand above it in its file. */
export function readYaml(file: string, text: string, above = 0): YamlRecord {
  const counter = new LineCounter();
  const lineAt = (offset: number | undefined): number => above + (offset === undefined ? 1 : counter.linePos(offset).line);
  const broken = (says: string, fix: string, line: number): YamlRecord => ({
    value: undefined,
    problems: [{ file, field: [], line, says, fix }],
    lineOf: () => line,
  });
  // The parser calls itself for each level, and so runs out of room before it can say what is wrong.
  const notYaml = (message: string, line: number): YamlRecord =>
    message.includes('call stack') ? broken(tooDeep, flatter, line) : broken(`this is not YAML: ${message}`, quotes, line);
  let document: Document;
  try {
    document = parseDocument(text, { ...options, lineCounter: counter });
  } catch (error) {
    return notYaml(error instanceof Error ? error.message : 'the parser stopped', above + 1);
  }
  const [fault] = [...document.errors, ...document.warnings];
  if (fault) return notYaml(fault.message, lineAt(fault.pos[0]));
  const shape = shapeFault(document.contents);
  if (shape) return broken(shape.says, shape.fix, lineAt(shape.offset));
  const value: unknown = document.toJS();
  return { value, problems: textFaults(file, value, []), lineOf: linesOf(text, above) };
}

/** The lines of the fields of a sound text. It is parsed again when the first is asked for: few files have a problem, and a tree for each would fill the memory. */
function linesOf(text: string, above: number): (field: FieldPath) => number {
  let known: { readonly document: Document; readonly counter: LineCounter } | undefined;
  return (field) => {
    if (!known) {
      const counter = new LineCounter();
      known = { document: parseDocument(text, { ...options, lineCounter: counter }), counter };
    }
    const { document, counter } = known;
    return lineOf(document, field, (offset) => above + (offset === undefined ? 1 : counter.linePos(offset).line));
  };
}
const options = { prettyErrors: false, uniqueKeys: false, logLevel: 'silent' } as const;

const quotes = 'Correct the YAML; a text with a colon or a hash in it needs quotes.';
const tooDeep = `lists and maps lie more than ${deepestNesting} deep in each other`;
const flatter = 'Write the fields of a record; none lies so deep.';

interface ShapeFault {
  readonly offset: number | undefined;
  readonly says: string;
  readonly fix: string;
}

/** The first thing that no record needs and that could make a small file large, endless or ambiguous. Walks without recursion. */
function shapeFault(contents: unknown): ShapeFault | undefined {
  const open: { node: unknown; depth: number }[] = [{ node: contents, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, depth } = next;
    if (!isNode(node)) continue;
    const at = (says: string, fix: string): ShapeFault => ({ offset: node.range?.[0], says, fix });
    if (isAlias(node)) return at(`'*${node.source}' stands for something else in the file`, 'Write it out: a record has no aliases.');
    if (depth > deepestNesting) return at(tooDeep, flatter);
    if (isSeq(node)) for (const item of node.items.toReversed()) open.push({ node: item, depth: depth + 1 });
    if (!isMap(node)) continue;
    const keys = new Set<unknown>();
    for (const { key } of node.items) {
      if (!isScalar(key) || typeof key.value !== 'string')
        return {
          ...at('a key is not a text', 'Write the name of a field before the colon.'),
          offset: isNode(key) ? key.range?.[0] : node.range?.[0],
        };
      if (keys.has(key.value))
        return { offset: key.range?.[0], says: `the key '${key.value}' stands twice in one place`, fix: 'Take one of the two out.' };
      keys.add(key.value);
    }
    for (const { value } of node.items.toReversed()) open.push({ node: value, depth: depth + 1 });
  }
  return undefined;
}

/** Texts that say nothing, that no one can see whole, or that are too long to be what their field means. */
function textFaults(file: string, value: unknown, field: FieldPath): Problem[] {
  if (typeof value === 'string') {
    const fault = textFault(value, field);
    return fault ? [{ file, field, ...fault }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  const pairs: [string | number, unknown][] = Array.isArray(value) ? value.map((item, i) => [i, item]) : Object.entries(value);
  return pairs.flatMap(([key, inner]) => textFaults(file, inner, [...field, key]));
}

function textFault(text: string, field: FieldPath): Pick<Problem, 'says' | 'fix'> | undefined {
  if (text.trim() === '') return { says: 'this text is blank', fix: 'Write what it should say, or take the field out.' };
  const hidden = invisible.exec(text)?.[0] ?? (text.isWellFormed() ? undefined : (/[\ud800-\udfff]/.exec(text)?.[0] ?? ''));
  if (hidden !== undefined)
    return { says: `this text holds the invisible character ${codeOf(hidden)}`, fix: 'Take it out: what is stored must be what is seen.' };
  const key = field.at(-1);
  if (key === 'lineHashes') return undefined;
  const most = typeof key === 'string' && titleFields.includes(key) ? longestTitle : longestText;
  return text.length <= most
    ? undefined
    : {
        says: `this text has ${text.length} characters, and at most ${most} are allowed`,
        fix: 'Say it in fewer words, or in several statements.',
      };
}

/** The line of the key, not of what stands under it. */
function lineOf(document: Document, field: FieldPath, lineAt: (offset: number | undefined) => number): number {
  let node: unknown = document.contents;
  let line = lineAt(undefined);
  for (const key of field) {
    const pair: unknown = isMap(node) ? node.items.find((it) => isScalar(it.key) && it.key.value === key) : undefined;
    const next: unknown = isPair(pair) ? pair.value : isSeq(node) && typeof key === 'number' ? node.items[key] : undefined;
    const place = isPair(pair) ? pair.key : next;
    if (!isNode(place)) return line;
    line = lineAt(place.range?.[0]);
    node = next;
  }
  return line;
}
