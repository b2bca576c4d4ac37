/** All records as the pages see them: Astro's collections in the shape that the functions of `facts/` take. */
import { getCollection } from 'astro:content';
import type { Entries, Entry } from '../facts/entries.ts';
import { collectionNames, type CollectionName } from '../schemas/evidence.ts';

async function load(collection: CollectionName): Promise<Entry[]> {
  const records = await getCollection(collection);
  return records
    .map((it) => ({ collection, id: it.id, file: it.filePath ?? '', data: it.data as Entry['data'] }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

const pairs = await Promise.all(collectionNames.map(async (name) => [name, await load(name)] as const));

/** Every record; each collection in the order of its ids, the systems in their own order. */
export const entries = Object.fromEntries(pairs) as unknown as Entries;

export const systems = [...entries.systems].sort((a, b) => a.data.order - b.data.order);

/** A system without platforms has no page of them, and no frame of one. */
export const systemsWithPlatforms = systems.filter(({ id }) => entries.platforms.some((it) => it.data.system === id));

/** For the paths of a page that stands once for each of these systems: `getStaticPaths`, which gives the page its record as `entry`. */
export const pagesOf = (them: readonly Entry<'systems'>[]) => () =>
  them.map((entry) => ({ params: { system: entry.id }, props: { entry } }));
