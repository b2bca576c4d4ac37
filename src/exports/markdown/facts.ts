/** One fact of a record in Markdown: what it says, on what basis, and where that stands. */
import type { Basis, Citation } from '../../schemas/evidence.ts';
import { dayWords } from '../../components/spec/day-words.ts';
import { strong, type Inline } from './nodes.ts';
import { marksOf, parentheses } from './notes.ts';
import type { Ground } from './quotes.ts';

interface Cited {
  readonly cite: readonly Citation[];
  readonly basis?: Basis | undefined;
  readonly why?: string | undefined;
}

/** Its places, and why it is inferred or unknown. */
export function ground({ cite, basis, why }: Cited, { entries }: Ground): Inline[] {
  const reason = why === undefined ? '' : ` ${basis === 'unknown' ? 'Unknown' : 'Inferred'}: ${why}`;
  return [...marksOf(parentheses, entries, cite, basis), ...(reason === '' ? [] : [reason])];
}

/** A sentence with its ground. */
export const fact = (it: Cited & { readonly text: string }, of: Ground): Inline[] => [it.text, ...ground(it, of)];

/** The same behind its name. */
export const named = (name: string, it: Cited & { readonly text: string }, of: Ground): Inline[] => [strong(name), ': ', ...fact(it, of)];

interface Observed extends Cited {
  readonly asOf: string;
  readonly note?: string | undefined;
}

/** `As found, 2025-10-16: complete. Its note. (…)`; `word` is the state's. */
export function observed(it: Observed, word: string, isDocumented: boolean, of: Ground): Inline[] {
  const when = isDocumented ? 'As documented' : `As found, ${dayWords(it.asOf)}`;
  const note = it.note === undefined ? '' : ` ${it.note}`;
  const basis = word === 'Unknown' ? 'unknown' : it.basis;
  return [`${when}: ${word.toLowerCase()}.${note}`, ...ground({ ...it, basis }, of)];
}
