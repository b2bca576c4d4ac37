/**
 * Whether a program that was written for an earlier build of the public interface still reads the present one: what it
 * relied on is there, has its type, and is as certain as before. More may be there; a reader passes over what it does not know.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { fromLines } from './snapshot-lines.ts';

/** The parts of JSON Schema that our schemas are made of. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: boolean | Schema;
  readonly prefixItems?: readonly Schema[];
  readonly minItems?: number;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** A file of the interface with its schema. */
export interface Published {
  readonly schema: Schema;
  readonly data: unknown;
}

/** All files of one build, by name: `systems`, …, `index`. */
export interface Snapshot {
  readonly version: string;
  readonly files: Readonly<Record<string, Published>>;
}

/** What a reader of `then` misses in `now`, each with its place. */
export function missing(then: Schema, now: Schema, place = ''): string[] {
  const says = (what: string): string => `${place || 'the file'} ${what}`;
  const options = (schema: Schema) => schema.anyOf ?? schema.oneOf;
  const thenOptions = options(then);
  if (thenOptions) {
    const nowOptions = options(now) ?? [now];
    return thenOptions
      .filter((option) => !nowOptions.some((it) => missing(option, it, place).length === 0))
      .flatMap((option) => closest(option, nowOptions, place));
  }
  const nowTypes = typesOf(now);
  const newTypes = nowTypes.filter((it) => !typesOf(then).includes(it) && !(it === 'integer' && typesOf(then).includes('number')));
  if (newTypes.length > 0 || nowTypes.length === 0)
    return [says(`was ${typesOf(then).join(' or ')}, is ${nowTypes.join(' or ') || 'anything'}`)];
  const words = wordsOf(now);
  const gone = words.length === 0 ? [] : wordsOf(then).filter((it) => !words.includes(it));
  return [
    ...gone.map((word) => says(`no longer says ${JSON.stringify(word)}`)),
    ...((then.minItems ?? 0) > (now.minItems ?? 0) ? [says('may hold fewer than before')] : []),
    ...(then.required ?? []).filter((it) => !now.required?.includes(it)).map((it) => `${below(place, it)} may be missing`),
    ...Object.entries(then.properties ?? {}).flatMap(([name, inner]) => {
      const its = now.properties?.[name];
      return its ? missing(inner, its, below(place, name)) : [`${below(place, name)} is gone`];
    }),
    ...inside(then.items, now.items, `${place}[]`),
    ...(then.prefixItems ?? []).flatMap((inner, i) => inside(inner, now.prefixItems?.[i], `${place}[${i}]`)),
    ...inside(then.additionalProperties, now.additionalProperties, below(place, '*')),
  ];
}

const below = (place: string, name: string): string => (place === '' ? name : `${place}.${name}`);
const typesOf = ({ type, anyOf, oneOf }: Schema): readonly string[] =>
  type === undefined ? (anyOf ?? oneOf ?? []).flatMap(typesOf) : typeof type === 'string' ? [type] : type;

/** The words of a closed list; none where anything may be said. */
const wordsOf = (schema: Schema): readonly unknown[] => schema.enum ?? ('const' in schema ? [schema.const] : []);

function inside(then: boolean | Schema | undefined, now: boolean | Schema | undefined, place: string): string[] {
  if (typeof then !== 'object') return [];
  return typeof now === 'object' ? missing(then, now, place) : [`${place} is gone`];
}

/** Of several forms, what is missing in the one that comes nearest. */
function closest(option: Schema, forms: readonly Schema[], place: string): string[] {
  const all = forms.map((it) => missing(option, it, place)).sort((a, b) => a.length - b.length);
  return all[0] ?? [`${place} has no form any more`];
}

/**
 * The schema as a reader of another build uses it: of any version, with more fields than it knows. `partial` also forgives
 * what is missing, for data that is older than the schema, and that a list is short: the snapshot keeps lists in part.
 */
export function opened(schema: Schema, partial = false): Schema {
  const open = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(open);
    if (typeof value !== 'object' || value === null) return value;
    // A pair is no list, and its length is its form.
    const isForgiven = (key: string, it: unknown): boolean =>
      (key === 'required' && Array.isArray(it)) || (key === 'minItems' && typeof it === 'number' && !('prefixItems' in value));
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key, it]) => !(key === 'additionalProperties' && it === false) && !(partial && isForgiven(key, it)))
        .map(([key, it]) => [key === 'oneOf' ? 'anyOf' : key, open(it)]),
    );
  };
  const free = open(schema) as { readonly properties?: Record<string, Schema> };
  return free.properties?.['version'] ? { ...free, properties: { ...free.properties, version: { type: 'string' } } } : free;
}

/** What a schema says against data. */
export function refusals(schema: Schema, data: unknown): string[] {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  validate(data);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** Everything that breaks a reader of `then`, by file. A collection that had no record had no reader. */
export function breaks(then: Snapshot, now: Snapshot): string[] {
  return Object.entries(then.files).flatMap(([name, old]) => {
    const present = now.files[name];
    if (!present) return [`${name}: the file is gone`];
    if (recordsOf(old)?.length === 0) return [];
    const data = name === 'index' ? withKnownFiles(present.data, then) : present.data;
    return [
      ...missing(versionless(old.schema), versionless(present.schema)),
      ...(name === 'index' ? unlisted(old.data, present.data) : []),
      ...refusals(opened(old.schema), data).map((it) => `the present data, read by the old schema: ${it}`),
      ...refusals(opened(present.schema, true), old.data).map((it) => `the old data, read by the present schema: ${it}`),
    ].map((it) => `${name}: ${it}`);
  });
}

interface Index {
  readonly collections: readonly { readonly name: string }[];
}

/** What a reader who begins at the index finds there no more. */
const unlisted = (then: unknown, now: unknown): string[] => {
  const names = (index: unknown) => (index as Index).collections.map(({ name }) => name);
  const listed = new Set(names(now));
  return names(then)
    .filter((name) => !listed.has(name))
    .map((name) => `collections[] no longer lists ${name}`);
};

/** The index without the files that came later: a file may be added. */
const withKnownFiles = (index: unknown, then: Snapshot): unknown => {
  const { collections, ...rest } = index as Index;
  return { ...rest, collections: collections.filter(({ name }) => then.files[name]) };
};

const recordsOf = ({ data }: Published): readonly unknown[] | undefined => (data as { readonly records?: readonly unknown[] }).records;

/** The version is what may change. */
const versionless = ({ properties = {}, ...schema }: Schema): Schema => ({
  ...schema,
  properties: Object.fromEntries(Object.entries(properties).filter(([name]) => name !== 'version')),
});

/** Whether a reader was told that something breaks: the first number of the version has grown. */
export const isRaised = (then: Snapshot, now: Snapshot): boolean => major(now.version) > major(then.version);
const major = (version: string): number => Number(version.split('.')[0]);

/** The interface of a built site. */
export function publishedIn(site: string): Snapshot {
  const folder = join(site, 'api/v1');
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const names = readdirSync(folder)
    .filter((it) => it.endsWith('.json'))
    .sort();
  const files = names.map((file) => [file.replace('.json', ''), { schema: read(`schema/${file}`) as Schema, data: read(file) }] as const);
  const { version } = read('index.json') as { readonly version: string };
  return { version, files: Object.fromEntries(files) };
}

/** The folder of the snapshot: a file of lines for each file of the interface (`snapshot-lines.ts`). */
export const snapshotFolder = join(import.meta.dirname, 'snapshot');

/** The kept interface of an earlier build. Throws where there is none. */
export function snapshot(): Snapshot {
  const names = existsSync(snapshotFolder) ? readdirSync(snapshotFolder).filter((it) => it.endsWith('.jsonl')) : [];
  if (!names.includes('index.jsonl')) throw new Error(`there is no snapshot in ${snapshotFolder}: see CONTRIBUTING.md`);
  const files = names.map((name) => [name.replace('.jsonl', ''), fromLines(readFileSync(join(snapshotFolder, name), 'utf8'))] as const);
  const all: Readonly<Record<string, Published>> = Object.fromEntries(files);
  return { version: (all['index']!.data as { readonly version: string }).version, files: all };
}
