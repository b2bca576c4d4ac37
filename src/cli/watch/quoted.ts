/** Words of others in a text that a forge shows: they can be read, and do nothing there. */
import { shown } from '../../records/problem-text.ts';

const longest = 200;

/**
 * The words as code: in it no forge looks for mark-up, names of people or numbers of issues. Its fence is longer than any run of backticks
 * in it, and what cannot be seen is spelt out.
 */
export function code(words: string): string {
  const plain = shown(words.length > longest ? `${words.slice(0, longest)}…` : words).trim();
  const text = plain === '' ? ' ' : plain;
  const fence = '`'.repeat(Math.max(0, ...(text.match(/`+/g) ?? []).map((it) => it.length)) + 1);
  const room = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${room}${text}${room}${fence}`;
}

/** The first lines of a list, and how many more there are. */
export const atMost = (lines: readonly string[], most: number): readonly string[] =>
  lines.length <= most ? lines : [...lines.slice(0, most), `and ${lines.length - most} more`];

/** Cuts a text at the end of a line: a forge takes no more than so many characters as the text of a proposal. */
export function cutAt(text: string, most: number): string {
  if (text.length <= most) return text;
  const rest = '\n\nThe report is longer than this; `npm run watch` prints all of it.\n';
  return text.slice(0, text.lastIndexOf('\n', most - rest.length)) + rest;
}
