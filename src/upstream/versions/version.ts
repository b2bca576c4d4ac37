/** One version of a document: its text as units, what it tells item by item, and when it was so. */
import { documentOf, isUnreadable, type Line, type Unreadable } from '../document.ts';
import { NotJson, readJson, type Value } from '../json.ts';
import { markdownPieces } from '../pieces.ts';
import { itemsOf, itemsOfStatusList, type Item } from './items.ts';

export interface Stamp {
  /** The digits of the commit that are cited. */
  readonly commit: string;
  /** `2026-02-10`; undefined for a copy that carries no date. */
  readonly day: string | undefined;
  /** What the document was called then, where it was called otherwise. */
  readonly path?: string | undefined;
}

export type UnitKind = 'heading' | 'item' | 'row' | 'prose' | 'code' | 'value';

/** What a reader sees as one thing: a heading, an item, a row, a paragraph, a line of code; in JSON one value. */
export interface Unit {
  readonly kind: UnitKind;
  /** Its very text: two units that are equal in kind and text are the same. */
  readonly text: string;
  /** The words to compare it by when the text differs. */
  readonly words: string;
  /** The heading, or the names in JSON, that it stands under. */
  readonly under: string;
  /** Where it tells of progress. */
  readonly item: Item | undefined;
  readonly lines: readonly [from: number, to: number];
}

export interface Version extends Stamp {
  readonly units: readonly Unit[];
  readonly items: readonly Item[];
  readonly lineCount: number;
}

/** Reads one version; JSON is told by its first sign. */
export function versionOf(text: string, stamp: Stamp): Version | Unreadable {
  const document = documentOf(text);
  if (isUnreadable(document)) return document;
  const lineCount = document.lines.length;
  if (/^\s*[{[]/.test(text.replace(/^\uFEFF/, ''))) {
    try {
      const value = readJson(document.lines.map((it) => it.text).join('\n'));
      const items = itemsOfStatusList(value);
      return { ...stamp, units: unitsOfJson(value, items), items, lineCount };
    } catch (error) {
      if (error instanceof NotJson) return { line: error.line, why: `it begins like JSON and is none: ${error.message}` };
      throw error;
    }
  }
  const pieces = markdownPieces(document.lines.map(withoutNoteDigits));
  const raw = (from: number, to: number): string => blanksAsOne(document.lines.slice(from - 1, to));
  const items = itemsOf(pieces);
  const itemAt = new Map(items.map((it) => [it.lines[0], it]));
  let under = '';
  const units = pieces.flatMap((it): Unit[] => {
    if (it.kind === 'blank') return [];
    const at = under;
    if (it.kind === 'heading') under = it.text;
    const item = itemAt.get(it.from);
    return [
      {
        kind: it.kind,
        text: raw(it.from, it.to),
        words: item?.words ?? it.text,
        under: item?.under ?? at,
        item,
        lines: [it.from, it.to],
      },
    ];
  });
  return { ...stamp, units, items, lineCount };
}

/** In a row the digit of a note hangs on a name, of which it is no part. */
const withoutNoteDigits = (line: Line): Line =>
  /^\s*\|/.test(line.text) ? { ...line, text: line.text.replaceAll(/<sup>\d+<\/sup>/g, '') } : line;

/** The very text, marks and targets of links included; how wide a column is set means nothing. */
const blanksAsOne = (lines: readonly Line[]): string =>
  lines
    .map((it) => it.text)
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** Every text, number and sign of a JSON, with the names above it; an entry with a title is one unit of its title and its status. */
function unitsOfJson(value: Value, items: readonly Item[]): Unit[] {
  const itemAt = new Map(items.map((it) => [it.lines[0], it]));
  const units: Unit[] = [];
  const walk = (it: Value, path: string, name: string): void => {
    const item = it.members && itemAt.get(it.line);
    if (item)
      units.push({
        kind: 'item',
        text: `${item.words} ${item.state ?? ''}`,
        words: item.words,
        under: item.under ?? '',
        item,
        lines: item.lines,
      });
    const here = item ? `${path} ${item.words}` : path;
    for (const member of it.members?.values() ?? []) {
      if (item && (member.name === 'title' || member.name === 'status') && member.value.plain !== undefined) continue;
      walk(member.value, here, member.name);
    }
    for (const each of it.items ?? []) walk(each, here, name);
    if (it.plain !== undefined) {
      const text = `${name}: ${JSON.stringify(it.plain)}`;
      units.push({ kind: 'value', text, words: text, under: here.trim(), item: undefined, lines: [it.line, it.toLine] });
    }
  };
  walk(value, '', '');
  return units;
}
