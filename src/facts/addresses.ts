/** Where each record is read: its id is its address, on every page, in the data and in search. */
import type { Entry } from './entries.ts';

type Addressed = Pick<Entry, 'collection' | 'id'>;

/** An item inside a record: its id, and the field of the record that it stands under. */
export interface Part {
  readonly id: string;
  readonly field: string;
}

/** The root-relative address of a record, or of an item inside it. The base path is added when the site is sealed. */
export function addressOf({ collection, id }: Addressed, part?: Part | undefined): string {
  const fragment = part === undefined ? '' : `#${part.id}`;
  switch (collection) {
    case 'systems':
      return `/systems/${id}/${part === undefined ? '' : part.field === 'start' ? 'start/' : 'facts/'}${fragment}`;
    case 'architecture':
      return `/systems/${id}/architecture/parts/${fragment}`;
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
  }
}

/** Whether a page, by its root-relative address, is a guide of a system. */
export const isGuide = (address: string): boolean => /^\/systems\/[^/]+\/guides\//.test(address);

/** Whether a page of prose tells of the architecture of a system. */
export const isArchitecture = (address: string): boolean => /^\/systems\/[^/]+\/architecture\/([^/]+\/)?$/.test(address);
