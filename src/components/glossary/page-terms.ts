/** Which terms of the glossary a page may explain, and in what forms each is written. */
import { systemOfAddress } from '../../facts/integrity/page-content.ts';
import type { Entries } from '../../facts/entries.ts';

export interface PageTerm {
  readonly id: string;
  /** As it is written in a sentence, then its other words. */
  readonly words: readonly string[];
  /** It is explained only where an author links it. */
  readonly onlyLinked?: boolean;
}

/** A term with what it means in the system that a page is about. */
export interface ExplainedTerm extends PageTerm {
  readonly meaning: string;
}

/** The pages that explain their words: prose on one system. The list of parts is made of records. */
const prose = /^\/systems\/[^/]+\/(architecture|guides)\/(?!parts\/)/;

/** Pages, or folders of them, that use a word in its everyday sense. */
export const otherSenses: ReadonlyMap<string, readonly string[]> = new Map([
  ['/systems/avyos/architecture/file-system/', ['object']],
  ['/systems/avyos/architecture/graphics/', ['capability']],
  ['/systems/starina/architecture/scheduling/', ['handle']],
  ['/systems/themelios/architecture/aarch64/', ['frame']],
  ['/systems/themelios/architecture/networking/', ['frame']],
  ['/systems/themelios/guides/', ['task']],
  ['/systems/violetos/guides/raspberry-pi-4/', ['pin']],
]);

/**
 * The terms that mean something in the page's system, those first that mean something in no other: what is peculiar to the system needs its
 * meaning most. What the title names is the subject of the page, which explains it itself.
 */
export function termsOfPage(entries: Entries, page: string, title: string): ExplainedTerm[] {
  if (!prose.test(page)) return [];
  const system = systemOfAddress(page);
  const others = [...otherSenses].flatMap(([from, ids]) => (page.startsWith(from) ? ids : []));
  const named = ` ${title.toLowerCase().replaceAll(/[^\p{L}\p{N}-]+/gu, ' ')} `;
  const isSubject = (term: PageTerm) => formsOf(term).some((form) => named.includes(` ${form.toLowerCase()} `));
  return entries.glossary
    .toSorted((a, b) => a.data.meanings.length - b.data.meanings.length)
    .flatMap(({ id, data }) => {
      const meaning = data.meanings.find((it) => it.system === system)?.text;
      const term = { id, words: [data.term, ...data.aliases] };
      return meaning === undefined ? [] : [{ ...term, meaning, onlyLinked: others.includes(id) || isSubject(term) }];
    });
}

/** Each word of a term in the singular and in the plural. */
export const formsOf = ({ words }: PageTerm): string[] => words.flatMap((word) => [word, pluralOf(word)]);

function pluralOf(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return word + (/(?:[sxz]|ch|sh)$/.test(word) ? 'es' : 's');
}
