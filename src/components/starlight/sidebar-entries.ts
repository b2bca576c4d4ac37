/** The sidebar of each system: the same list for its generated pages and for its prose. */
import type { Entries } from '../../facts/entries.ts';

/** One group for each system, in the order of the systems; Starlight turns it into links and into previous and next. */
export function sidebar({ systems, platforms }: Entries) {
  return [...systems]
    .sort((a, b) => a.data.order - b.data.order)
    .map(({ id, data }) => ({
      label: data.title,
      items: [
        { label: 'Overview', link: `/systems/${id}/` },
        { label: 'Start here', link: `/systems/${id}/start/` },
        { label: 'Milestones', link: `/systems/${id}/milestones/` },
        ...(platforms.some((it) => it.data.system === id) ? [{ label: 'Platforms', link: `/systems/${id}/platforms/` }] : []),
        {
          label: 'Architecture',
          items: [
            { autogenerate: { directory: `systems/${id}/architecture` } },
            { label: 'Parts and code map', link: `/systems/${id}/architecture/parts/` },
          ],
        },
      ],
    }));
}
