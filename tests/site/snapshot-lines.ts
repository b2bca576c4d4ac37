/**
 * A file of the public interface as lines that a person can review: each thing that its schema says on a line of its own, in order,
 * what stands beside the records, and of the records, and of each list within them, as much as shows every field, every kind of value
 * and every word of a closed list. Leaves out the rest: it would show a reader of the interface nothing new.
 */
import type { Published, Schema } from './compatibility.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Line = readonly ['schema', pointer: string, value: Json] | readonly ['data', Json] | readonly ['record', Json];

/** A list of numbers or words as long as this is kept whole: it may be a pair, as the first line and the last, or two pairs. */
const pairs = 4;

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
const isObject = (value: Json): value is { readonly [key: string]: Json } => typeof value === 'object' && value !== null && !isList(value);
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The lines of a file, each a JSON value. */
export function toLines({ schema, data }: Published): string {
  const { records, rest } = parted(data as Json);
  const lines: Line[] = [
    ...partsOf(schema as Json).map(([pointer, value]): Line => ['schema', pointer, value]),
    ['data', rest],
    ...sampleOf(records ?? [], wordsOf(schema as Json)).map((record): Line => ['record', record]),
  ];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** The file that lines tell of: its schema whole, its records as far as they were kept. Throws, with the number, at a line that is none. */
export function fromLines(text: string): Published {
  const parts: (readonly [string, Json])[] = [];
  const records: Json[] = [];
  let rest: Json = {};
  for (const [i, line] of text.trimEnd().split('\n').entries()) {
    const [kind, first, second] = JSON.parse(line) as [string, Json, Json];
    if (kind === 'schema' && typeof first === 'string') parts.push([first, second]);
    else if (kind === 'record') records.push(first);
    else if (kind === 'data') rest = first;
    else throw new Error(`line ${i + 1} of the snapshot begins with neither "schema" nor "data" nor "record": take it anew`);
  }
  const data = isObject(rest) && 'records' in rest ? { ...rest, records } : rest;
  return { schema: fromParts(parts) as Schema, data };
}

/** The records of a file, and the file with none. */
function parted(data: Json): { records?: readonly Json[]; rest: Json } {
  if (!isObject(data) || !isList(data['records'] ?? null)) return { rest: data };
  return { records: data['records'] as readonly Json[], rest: { ...data, records: [] } };
}

/** A value that no line is needed below: no object or list in it, but for an empty one and a list of words. */
const isLeaf = (value: Json): boolean =>
  isList(value) ? value.every((it) => typeof it !== 'object' || it === null) : !isObject(value) || Object.keys(value).length === 0;

/** Each part of a value with the way to it, in order: of an object, in one line, what has nothing below it. */
function partsOf(value: Json, pointer = ''): (readonly [string, Json])[] {
  if (isLeaf(value)) return [[pointer, value]];
  if (isList(value)) return value.flatMap((it, i) => partsOf(it, `${pointer}/[${i}]`));
  const members = Object.entries(value as { readonly [key: string]: Json }).sort(([x], [y]) => byText(x, y));
  const own = members.filter(([, it]) => isLeaf(it));
  const below = members.filter(([, it]) => !isLeaf(it)).flatMap(([key, it]) => partsOf(it, `${pointer}/${escaped(key)}`));
  return own.length > 0 ? [[pointer, Object.fromEntries(own)], ...below] : below;
}

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1').replace(/^\[/, '~2');
const unescaped = (step: string): string => step.replace(/^~2/, '[').replaceAll('~1', '/').replaceAll('~0', '~');

function fromParts(parts: readonly (readonly [string, Json])[]): Json {
  const own = parts.find(([pointer]) => pointer === '')?.[1];
  const groups = Map.groupBy(
    parts.filter(([pointer]) => pointer !== ''),
    ([pointer]) => pointer.slice(1).split('/')[0]!,
  );
  if (groups.size === 0) return own === undefined ? {} : own;
  const inner = [...groups].map(([step, its]) => [step, fromParts(its.map(([p, value]) => [p.slice(step.length + 1), value]))] as const);
  const isOfList = inner[0]![0].startsWith('[');
  if (!isOfList)
    return { ...(own as { readonly [key: string]: Json }), ...Object.fromEntries(inner.map(([step, it]) => [unescaped(step), it])) };
  return inner.sort(([x], [y]) => Number(x.slice(1, -1)) - Number(y.slice(1, -1))).map(([, it]) => it);
}

/** Every word of every closed list of a schema. */
function wordsOf(schema: Json): ReadonlySet<string> {
  const lists = partsOf(schema).flatMap(([, value]) => (isObject(value) ? [value['enum'] ?? [], value['const'] ?? []] : []));
  return new Set(lists.flat().filter((it) => typeof it === 'string'));
}

/** Of records, those that show something that none before them showed, each cut down in the same way. */
function sampleOf(records: readonly Json[], words: ReadonlySet<string>): readonly Json[] {
  const seen = new Set<string>();
  const sample = (value: Json, place: string): Json => {
    if (isObject(value)) {
      seen.add(`${place}{}`);
      return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, sample(it, `${place}.${key}`)]));
    }
    if (!isList(value)) {
      shownBy(value, place, words).forEach((it) => seen.add(it));
      return value;
    }
    seen.add(listAt(value, place));
    const always = value.some((it) => typeof it === 'object' && it !== null) ? 1 : value.length <= pairs ? pairs : 2;
    return value.flatMap((it, i) => {
      const isNew = shownBy(it, `${place}[]`, words).some((thing) => !seen.has(thing));
      return isNew || i < always ? [sample(it, `${place}[]`)] : [];
    });
  };
  return sample(records, '') as readonly Json[];
}

const listAt = (value: readonly Json[], place: string): string => `${place}[${value.length > 0 ? '' : 'none'}]`;

/** What a value shows, place by place: which kind of value stands there, and which word of a closed list. */
function shownBy(value: Json, place: string, words: ReadonlySet<string>): string[] {
  if (isList(value)) return [listAt(value, place), ...value.flatMap((it) => shownBy(it, `${place}[]`, words))];
  if (isObject(value)) return [`${place}{}`, ...Object.keys(value).flatMap((key) => shownBy(value[key]!, `${place}.${key}`, words))];
  if (typeof value === 'string' && words.has(value)) return [`${place} "${value}"`];
  return [`${place} ${value === null ? 'null' : typeof value}`];
}
