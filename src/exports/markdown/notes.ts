/** The two ways in which a text carries its citations: as footnotes, or in parentheses behind what they prove. */
import type { FootnoteDefinition, PhrasingContent } from 'mdast';
import type { Entries } from '../../facts/entries.ts';
import type { Basis, Citation } from '../../schemas/evidence.ts';
import type { Address } from '../address-below.ts';
import { whereOf, type Where } from '../../components/spec/where.ts';
import { link, markdownOf, paragraph } from './nodes.ts';

export interface Notes {
  /** What stands in the text for citations of one thing; `what` is what is found there. */
  marks(places: readonly Where[], what?: readonly PhrasingContent[]): PhrasingContent[];
  /** What stands at the end of the text. */
  readonly definitions: readonly FootnoteDefinition[];
}

/** The marks of a record's citations. */
export const marksOf = (notes: Notes, entries: Entries, cite: readonly Citation[], basis?: Basis): PhrasingContent[] =>
  notes.marks(cite.map((citation) => whereOf(entries, citation, basis)));

/** Numbered in the order of their marks, each a link; the same place with the same words has one number. For a text that is read whole. */
export function footnotes(address: Address): Notes {
  const numbers = new Map<string, string>();
  const definitions: FootnoteDefinition[] = [];
  const mark = (where: Where, what: readonly PhrasingContent[]): PhrasingContent => {
    const place = link(address(where.href), where.text);
    const note = paragraph(...(what.length > 0 ? [...what, ': '] : []), place, ` (${where.word})`);
    const key = markdownOf([note]);
    const identifier = numbers.get(key) ?? String(numbers.size + 1);
    if (!numbers.has(key)) definitions.push({ type: 'footnoteDefinition', identifier, label: identifier, children: [note] });
    numbers.set(key, identifier);
    return { type: 'footnoteReference', identifier, label: identifier };
  };
  return { definitions, marks: (places, what = []) => places.map((where) => mark(where, what)) };
}

/** In words, without a link: for a long text of which a reader may be given only a piece. */
export const parentheses: Notes = {
  definitions: [],
  marks: (places, what = []) => {
    if (places.length === 0) return [];
    const said = places.map(({ evidence, text }) => (evidence === 'inferred' ? `inferred from ${text}` : text)).join('; ');
    return [{ type: 'text', value: ' (' }, ...what, { type: 'text', value: `${what.length > 0 ? ': ' : ''}${said})` }];
  },
};
