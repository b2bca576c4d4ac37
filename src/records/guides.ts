/** The guides of each system: pages of prose for someone who wants one thing done. */
import { getCollection } from 'astro:content';

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
