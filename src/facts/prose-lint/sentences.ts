/** What is wrong with a sentence or a title without looking at what it says: its length, its marks, its capitals. */
import { americanIn } from './american.ts';
import { sentencesOf, type OwnText } from './own-text.ts';

export interface Finding {
  readonly says: string;
  readonly fix: string;
}

/** A longer sentence is read twice. */
export const mostWords = 40;

/** Words that are written small also where a sentence begins, because they are names; and words that are written large inside one. */
export interface Names {
  readonly small: ReadonlySet<string>;
  readonly isName: (word: string) => boolean;
}

export function findingsIn({ kind, text }: OwnText, names: Names): Finding[] {
  return [
    ...(kind === 'sentences' ? sentencesOf(text).flatMap((it) => [...tooLong(it.text), ...(it.isFirst ? [] : small(it.text, names))]) : []),
    ...(kind === 'title' ? [...fullStop(text), ...capitals(text, names)] : []),
    ...marks.flatMap(({ found, says, fix }) => [...text.matchAll(found)].map((it) => ({ says: says(around(text, it)), fix }))),
    ...americanIn(text).map(({ word, here }) => ({ says: `'${word}' is American spelling`, fix: `Write '${here}'.` })),
  ];
}

function tooLong(sentence: string): Finding[] {
  const words = sentence.split(/\s+/).filter((it) => /[\p{L}\p{N}`]/u.test(it)).length;
  return words > mostWords
    ? [{ says: `a sentence of ${words} words: '${cut(sentence)}'`, fix: `Make two of it: at most ${mostWords} words are read at once.` }]
    : [];
}

function small(sentence: string, { small: known }: Names): Finding[] {
  const [word] = /^\p{Ll}[\p{L}\p{N}_./:-]*/u.exec(sentence) ?? [];
  if (word === undefined || known.has(word.replace(/['’.:]+.*$/, '')) || /[\p{Lu}\p{N}_/.-]/u.test(word.replace(/[.:]$/, ''))) return [];
  return [{ says: `a sentence begins small: '${cut(sentence)}'`, fix: 'Begin it with a capital, or join it to the one before.' }];
}

const fullStop = (title: string): Finding[] =>
  /[^.]\.$/.test(title) ? [{ says: `the title '${cut(title)}' ends in a full stop`, fix: 'Take the full stop away.' }] : [];

function capitals(title: string, { isName }: Names): Finding[] {
  const inside = [...title.matchAll(/(?<=[\p{L}\p{N},'’`)] )\p{Lu}\p{Ll}+(?![\p{L}\p{N}])/gu)].map(([word]) => word);
  return inside
    .filter((word) => !isName(word))
    .map((word) => ({
      says: `'${word}' is written large in the title '${cut(title)}'`,
      fix: 'Titles are written as sentences are: only names are large.',
    }));
}

const marks: readonly { readonly found: RegExp; readonly says: (where: string) => string; readonly fix: string }[] = [
  {
    found: /(?<![\p{L}\p{N}])(\p{L}+) \1(?![\p{L}\p{N}'’-])/giu,
    says: (where) => `a word stands twice: '${where}'`,
    fix: 'Take one away, or put a comma or other words between them.',
  },
  { found: / [,;:!?.](?=\s|$)/g, says: (where) => `a blank stands before a mark: '${where}'`, fix: 'Take the blank away.' },
  {
    found: /(?<=\s|\p{L})--(?=\s|\p{Ll}+\s)(?!\p{Ll})/gu,
    says: (where) => `two hyphens stand for a dash: '${where}'`,
    fix: 'Make two sentences, or write a colon or commas; a flag of a command goes between backticks.',
  },
  {
    found: /\.\.\.+/g,
    says: (where) => `three full stops: '${where}'`,
    fix: 'Write …, or say what is left out; code goes between backticks.',
  },
  { found: /\S {2,}(?=\S)/g, says: (where) => `two blanks in a row: '${where}'`, fix: 'Leave one.' },
];

const cut = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
const around = (text: string, { index, 0: found }: RegExpExecArray): string =>
  text.slice(Math.max(0, index - 20), index + found.length + 20);
