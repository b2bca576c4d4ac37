/** The sidebar of each system: the same list for its generated pages and for its prose. */
import type { Entries } from '../../facts/entries.ts';
import type { Prose } from '../../facts/integrity/page-content.ts';

/** One group for each system, in the order of the systems; Starlight turns it into links and into previous and next. */
export function sidebar({ entries, prose }: { readonly entries: Entries; readonly prose: readonly Pick<Prose, 'file'>[] }) {
  const { systems, platforms } = entries;
  const hasProse = (id: string, folder: 'guides' | 'architecture') =>
    prose.some(({ file }) => file.replaceAll('\\', '/').includes(`/docs/systems/${id}/${folder}/`));
  const hasParts = (id: string) => entries.architecture.some((it) => it.id === id);
  return [...systems]
    .sort((a, b) => a.data.order - b.data.order)
    .map(({ id, data }) => ({
      label: data.title,
      items: [
        { label: 'Overview', link: `/systems/${id}/` },
        { label: 'Start here', link: `/systems/${id}/start/` },
        { label: 'Milestones', link: `/systems/${id}/milestones/` },
        ...(platforms.some((it) => it.data.system === id) ? [{ label: 'Platforms', link: `/systems/${id}/platforms/` }] : []),
        { label: 'All facts', link: `/systems/${id}/facts/` },
        ...(hasProse(id, 'guides') ? [{ label: 'Guides', items: [{ autogenerate: { directory: `systems/${id}/guides` } }] }] : []),
        ...(hasProse(id, 'architecture') || hasParts(id)
          ? [
              {
                label: 'Architecture',
                items: [
                  ...(hasProse(id, 'architecture') ? [{ autogenerate: { directory: `systems/${id}/architecture` } }] : []),
                  ...(hasParts(id) ? [{ label: 'Parts and code map', link: `/systems/${id}/architecture/parts/` }] : []),
                ],
              },
            ]
          : []),
        { label: 'Keep this right', link: `/systems/${id}/keep-right/` },
      ],
    }));
}
