/** The guides of each system: pages of prose for someone who wants one thing done. */
import { getCollection } from 'astro:content';
import { isGuide } from '../facts/addresses.ts';
import { shownProse } from './shown-pages.ts';

interface Guide {
  /** Root-relative, ending in a slash. */
  readonly address: string;
  readonly title: string;
  readonly description: string;
}

/** Those of one system, in the order of the sidebar; none where it has no folder of them. */
export async function guidesOf(system: string): Promise<readonly Guide[]> {
  const pages = await getCollection('docs', ({ id }) => id.startsWith(`systems/${system}/guides/`));
  return pages
    .sort((a, b) => (a.data.sidebar.order ?? Infinity) - (b.data.sidebar.order ?? Infinity) || (a.id < b.id ? -1 : 1))
    .map(({ id, data }) => ({ address: `/${id}/`, title: data.title, description: data.description ?? '' }));
}

/** Those of every system that lead to a page, by its root-relative address without a fragment. */
export const guidesTo = (page: string): readonly Pick<Guide, 'address' | 'title'>[] =>
  shownProse.filter(({ address, content }) => isGuide(address) && content.addresses.some(({ url }) => url.split('#')[0] === page));
