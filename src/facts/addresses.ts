/** Where each record is read: its id is its address, on every page, in the data and in search. */
import type { Entry } from './entries.ts';

type Addressed = Pick<Entry, 'collection' | 'id'>;

/** An item inside a record: its id, and the field of the record that it stands under. */
export interface Part {
  readonly id: string;
  readonly field: string;
  /** Of a relation of a graph: the component that it begins at, on whose page it is told. */
  readonly from?: string;
}

/** The root-relative address of a record, or of an item inside it. The base path is added when the site is sealed. */
export function addressOf({ collection, id }: Addressed, part?: Part | undefined): string {
  const fragment = part === undefined ? '' : `#${part.id}`;
  switch (collection) {
    case 'systems':
      return `/systems/${id}/${part === undefined ? '' : part.field === 'start' ? 'start/' : 'facts/'}${fragment}`;
    case 'architecture':
      return part?.field === 'subjects' ? `/systems/${id}/architecture/#subjects` : `${partsAddress(id)}${placeOfPart(part)}`;
    case 'milestones':
      return `/milestones/${id}/${fragment}`;
    case 'platforms':
      return `/platforms/${id}/${fragment}`;
    case 'sources':
      return `/sources/${id}/${fragment}`;
    case 'rules':
      return `/rules/#${id}`;
    case 'glossary':
      return `/glossary/#${id}`;
    case 'drift':
      return `/sources/drift/#${id}`;
    case 'tasks':
      return `/tasks/${id}/${fragment}`;
    case 'labs':
      return `/learn/${id}/${fragment}`;
    case 'paths':
      return `/learn/paths/${id}/${fragment}`;
  }
}

/** Where the parts of a system are listed. */
export const partsAddress = (system: string): string => `/systems/${system}/architecture/parts/`;
/** Where one of them is told: a component by its id. */
export const partAddress = (system: string, component: string): string => `${partsAddress(system)}${component}/`;
/** Where a relation is told: on the page of the part that it begins at. */
export const relationAddress = (system: string, { id, from }: { readonly id: string; readonly from: string }): string =>
  `${partAddress(system, from)}#${id}`;

/** A component has a page, a relation a place on one; all else of a graph stands in the list. */
function placeOfPart(part: Part | undefined): string {
  if (part === undefined) return '';
  if (part.field === 'components') return `${part.id}/`;
  return `${part.from === undefined ? '' : `${part.from}/`}#${part.id}`;
}

/** The system and the component whose page this is; undefined for any other page. */
export function partOfPage(page: string): { readonly system: string; readonly component: string } | undefined {
  const [, system, component] = /^\/systems\/([^/]+)\/architecture\/parts\/([^/]+)\/$/.exec(page) ?? [];
  return system === undefined || component === undefined ? undefined : { system, component };
}

/** Whether a page, by its root-relative address, is a guide of a system. */
export const isGuide = (address: string): boolean => /^\/systems\/[^/]+\/guides\//.test(address);

/** Whether a page of prose tells of the architecture of a system. */
export const isArchitecture = (address: string): boolean => /^\/systems\/[^/]+\/architecture\/([^/]+\/)?$/.test(address);
