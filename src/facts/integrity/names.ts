/** Ids and references: every record has an address of its own, and every id that a record names leads to a record. */
import { schemas } from '../../schemas/collections.ts';
import type { CollectionName } from '../../schemas/evidence.ts';
import { everyEntry, find, type Entries, type Entry, type FieldPath, type Problem } from '../entries.ts';
import { nearest } from '../nearest.ts';
import { onceForEach } from '../once-for-each.ts';
import { referencesIn } from '../schema-walk.ts';
import type { Models } from './models.ts';

const idShape = /^[a-z0-9]+([.-][a-z0-9]+)*$/;

/** Ids are addresses: well formed, unique in their collection, and beginning with the system where the record has one. */
export function names(entries: Entries): Problem[] {
  return Object.values(entries).flatMap((collection: readonly Entry[]) => {
    const first = new Map<string, string>();
    return collection.flatMap((entry) => {
      const found: Problem[] = [];
      const at = (says: string, fix: string) => found.push({ file: entry.file, field: [], says, fix });
      const earlier = first.get(entry.id);
      if (earlier) at(`the id '${entry.id}' is taken by ${earlier}`, 'Rename one of the two files: the file name is the id.');
      first.set(entry.id, entry.file);
      if (!idShape.test(entry.id)) at(`'${entry.id}' is not an id`, 'Use lower case letters, digits, hyphens and dots in the file name.');
      const system = 'system' in entry.data ? entry.data.system : undefined;
      if (system && find(entries, 'systems', system) && !entry.id.startsWith(`${system}.`) && !entry.id.startsWith(`${system}-`))
        at(`the id does not begin with '${system}'`, `Name the file ${system}-….yaml (rules: ${system}.….yaml).`);
      return found;
    });
  });
}

const referencesOf = onceForEach(({ collection, data }: Entry) => referencesIn(schemas[collection], data));

export function unresolved(entries: Entries, models: Models): Problem[] {
  return everyEntry(entries).flatMap((entry) =>
    referencesOf(entry).flatMap(({ path, value, refersTo }) => {
      const ids = refersTo === 'models' ? [...models.keys()] : entries[refersTo].map((it) => it.id);
      if (ids.includes(value)) return [];
      const meant = nearest(value, ids);
      return [
        {
          file: entry.file,
          field: path,
          says: `there is no '${value}' in ${refersTo}`,
          fix: `${meant ? `Did you mean '${meant}'? If not, add` : 'Correct the id, or add'} ${homeOf(refersTo)}.`,
        },
      ];
    }),
  );
}
const homeOf = (collection: CollectionName | 'models') =>
  collection === 'models' ? 'the model to src/mechanisms/registry.ts' : `a file to src/content/${collection}/`;

/** A system lists its milestones and platforms, so that none can be lost unseen; what is not listed would not be missed. */
export function unlisted(entries: Entries): Problem[] {
  return (['milestones', 'platforms'] as const).flatMap((collection) =>
    entries[collection].flatMap(({ id, file, data }) => {
      const system = find(entries, 'systems', data.system);
      if (!system || system.data[collection].includes(id)) return [];
      return [{ file, field: ['system'], says: `${system.file} does not list '${id}'`, fix: `Add it there under ${collection}.` }];
    }),
  );
}

/** Items inside a record are addressed by their own id, so no two of one record share it. */
export function localIds(entries: Entries): Problem[] {
  return everyEntry(entries).flatMap((entry) => {
    const seen = new Set<string>();
    return itemsWithId(entry.data).flatMap(({ path, id }) => {
      const twice = seen.has(id);
      seen.add(id);
      return twice
        ? [
            {
              file: entry.file,
              field: [...path, 'id'],
              says: `the id '${id}' stands twice in this record`,
              fix: 'Give one of the two another id: it is an address.',
            },
          ]
        : [];
    });
  });
}

/** What is no address: the list of subjects has the same ids in every graph. */
const withoutAddress = 'subjects';

function itemsWithId(value: unknown, path: FieldPath = []): { path: FieldPath; id: string }[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => itemsWithId(item, [...path, i]));
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, of]) => (key === withoutAddress ? [] : itemsWithId(of, [...path, key])));
  return 'id' in value && typeof value.id === 'string' ? [{ path, id: value.id }, ...inner] : inner;
}
