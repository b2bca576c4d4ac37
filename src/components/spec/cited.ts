/** What `<Cite …/>` means on a page: the attributes of the element as a place. */
import type { Entries } from '../../facts/entries.ts';
import { citationOf, type CiteAttributes } from '../../facts/integrity/cite-element.ts';
import { whereOf, type Where } from './where.ts';

export interface CiteProps extends CiteAttributes {
  readonly basis?: 'inferred' | undefined;
}

/** The place of a citation on a page of `system`. Throws as `whereOf` does. */
export const citedBy = (entries: Entries, system: string | undefined, { basis, ...attributes }: CiteProps): Where =>
  whereOf(entries, citationOf(entries, system, attributes), basis);
