/** The sentences that this site writes itself, each where it stands: what the checks of words and sentences look at. */
import { everyEntry, type Entries, type Entry, type FieldPath } from '../entries.ts';
import { onceForEach } from '../once-for-each.ts';

export interface OwnText {
  readonly file: string;
  readonly field: FieldPath;
  /** In a page; a record tells it by the field. */
  readonly line?: number;
  /** A title has no full stop and one capital; a clause, as the note of a citation or the cell of a table, may begin and end as it likes. */
  readonly kind: 'sentences' | 'title' | 'clause';
  /** What is code is left as empty backticks, and what is quoted as empty quotes: neither is ours. */
  readonly text: string;
}

/** The fields of records that are written for a reader; the others are ids, names, addresses and words of closed lists. */
const kinds: ReadonlyMap<string, OwnText['kind']> = new Map([
  ...['text', 'statement', 'why', 'missing'].map((key) => [key, 'sentences'] as const),
  ...['note', 'unlocks', 'what', 'how', 'age', 'absent', 'says', 'does'].map((key) => [key, 'clause'] as const),
  ...['title', 'label'].map((key) => [key, 'title'] as const),
]);

export const textsOfRecords = (entries: Entries): OwnText[] => everyEntry(entries).flatMap(textsOfRecord);

const textsOfRecord = onceForEach(({ file, data }: Entry): readonly OwnText[] => {
  const walk = (value: unknown, field: FieldPath): OwnText[] => {
    if (typeof value === 'string') {
      const kind = kinds.get(String(field.at(-1)));
      return kind ? [{ file, field, kind, text: withoutForeign(value) }] : [];
    }
    if (typeof value !== 'object' || value === null) return [];
    const pairs: [string | number, unknown][] = Array.isArray(value) ? value.map((it, i) => [i, it]) : Object.entries(value);
    return pairs.flatMap(([key, inner]) => walk(inner, [...field, key]));
  };
  return walk(data, []);
});

/** Code between backticks and quotations, with nothing left inside. */
export const withoutForeign = (text: string): string =>
  text
    .replaceAll(/`[^`]*`/g, '``')
    .replaceAll(/“[^”]*”|(?<![\w”"])"[^"]*"/g, '""')
    .replaceAll(/(?<![\p{L}\d'])'[^'\n]*'(?![\p{L}\d])/gu, "''");

export interface Sentence {
  readonly text: string;
  /** Nothing of the text stands before it. */
  readonly isFirst: boolean;
}

/** Where a sentence ends: a mark, then a blank, unless the mark belongs to an abbreviation. */
const border = /(?<=(?<!\b(?:e\.g|i\.e|etc|cf|vs|No))[.!?]["'”’)]*)\s+/u;

export const sentencesOf = (text: string): Sentence[] =>
  text
    .split(border)
    .filter((it) => it.trim() !== '')
    .map((it, i) => ({ text: it.trim(), isFirst: i === 0 }));
