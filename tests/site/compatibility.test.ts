/** The public interface of an earlier build is still readable, or its version was raised; and each way to break it is found. */
import { describe, expect, test } from 'vitest';
import { dist } from './built-site.ts';
import { breaks, isRaised, missing, publishedIn, refusals, opened, snapshot, type Schema, type Snapshot } from './compatibility.ts';

const then = snapshot();
const now = publishedIn(dist);

test('a program for the kept build reads the present one, or the version was raised', () => {
  expect(isRaised(then, now) ? [] : breaks(then, now)).toEqual([]);
});

test('the kept build is of the version that is published: if not, take a new snapshot (CONTRIBUTING.md)', () => {
  expect(then.version.split('.')[0]).toBe(now.version.split('.')[0]);
});

type Json = Record<string, unknown>;
const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** One file of the kept build, changed: `record` is the schema of a record, `data` the file. */
function changed(
  name: string,
  change: (record: Json & { properties: Json; required: string[] }, data: { records: Json[] }) => void,
): Snapshot {
  const file = copyOf(then.files[name]!);
  const record = (file.schema.properties!['records']!.items ?? {}) as Json & { properties: Json; required: string[] };
  change(record, file.data as { records: Json[] });
  return { version: then.version, files: { [name]: file } };
}

/** The files of the kept build that another has as well, so that a test reads no others. */
const sameFiles = ({ files }: Snapshot): Snapshot => ({
  version: then.version,
  files: Object.fromEntries(Object.keys(files).flatMap((name) => (then.files[name] ? [[name, then.files[name]]] : []))),
});

const rename = (all: Json, from: string, to: string): void => {
  all[to] = all[from];
  delete all[from];
};

const indexOf = ({ files }: Snapshot) => files['index']!.data as { readonly collections: readonly object[] };

describe('what breaks a reader is found:', () => {
  test.each<[string, Snapshot, RegExp]>([
    [
      'a field that is gone',
      changed('milestones', ({ properties, required }, { records }) => {
        delete properties['goal'];
        required.splice(required.indexOf('goal'), 1);
        for (const it of records) delete it['goal'];
      }),
      /^milestones: records\[\]\.goal is gone$/,
    ],
    [
      'a field with another name',
      changed('milestones', ({ properties, required }, { records }) => {
        rename(properties, 'label', 'name');
        required.splice(required.indexOf('label'), 1, 'name');
        for (const it of records) rename(it, 'label', 'name');
      }),
      /^milestones: records\[\]\.label is gone$/,
    ],
    [
      'a field of another type',
      changed('milestones', ({ properties }, { records }) => {
        properties['order'] = { type: 'string' };
        for (const it of records) it['order'] = String(it['order']);
      }),
      /^milestones: records\[\]\.order was integer, is string$/,
    ],
    [
      'a field that may be missing',
      changed('drift', ({ required }) => void required.splice(required.indexOf('title'), 1)),
      /^drift: records\[\]\.title may be missing$/,
    ],
    [
      'a word that leaves a closed list',
      changed('drift', ({ properties }, { records }) => {
        const list = properties['class'] as { enum: string[] };
        list.enum = list.enum.filter((it) => it !== 'moved');
        for (const it of records) if (it['class'] === 'moved') it['class'] = 'renamed';
      }),
      /^drift: records\[\]\.class no longer says "moved"$/,
    ],
    [
      'a word that enters a closed list',
      changed('drift', ({ properties }, { records }) => {
        (properties['class'] as { enum: string[] }).enum.push('split');
        records[0]!['class'] = 'split';
      }),
      /^drift: the present data, read by the old schema: \/records\/0\/class must be equal to one of the allowed values$/,
    ],
    [
      'a list that may be empty',
      changed('rules', ({ properties }) => void delete (properties['citations'] as { minItems?: number }).minItems),
      /^rules: records\[\]\.citations may hold fewer than before$/,
    ],
    [
      'a change inside one of several forms',
      changed('sources', (record) => {
        const forms = record['oneOf'] as { properties: Json }[];
        delete forms[1]!.properties['web'];
      }),
      /^sources: records\[\]\.web is gone$/,
    ],
    [
      'data that the schema does not tell of',
      changed('platforms', (_, { records }) => void delete records[0]!['title']),
      /^platforms: the present data, read by the old schema: \/records\/0 must have required property 'title'$/,
    ],
    [
      'a file that the index does not list any more',
      {
        version: then.version,
        files: {
          index: {
            schema: then.files['index']!.schema,
            data: { ...indexOf(then), collections: indexOf(then).collections.filter((it) => (it as { name: string }).name !== 'rules') },
          },
        },
      },
      /^index: collections\[\] no longer lists rules$/,
    ],
    ['a file that is gone', { version: then.version, files: { rules: undefined as never } }, /^rules: the file is gone$/],
  ])('%s', (_, spoilt, says) => {
    const found = breaks(sameFiles(spoilt), spoilt);
    expect(found.filter((it) => says.test(it))).not.toEqual([]);
    expect(isRaised(then, spoilt)).toBe(false);
    expect(isRaised(then, { ...spoilt, version: '2.0.0' })).toBe(true);
    expect(isRaised(then, { ...spoilt, version: '1.1.0' })).toBe(false);
  });
});

const moons = { name: 'moons', url: '/api/v1/moons.json', schema: '/api/v1/schema/moons.json', count: 1 };

describe('what only adds breaks nobody:', () => {
  test.each<[string, Snapshot]>([
    [
      'a field that each record has',
      changed('milestones', ({ properties, required }, { records }) => {
        properties['colour'] = { type: 'string' };
        required.push('colour');
        for (const it of records) it['colour'] = 'ink';
      }),
    ],
    [
      'a field that only some records have',
      changed('rules', ({ properties }, { records }) => {
        properties['since'] = { type: 'string' };
        records[0]!['since'] = '2026-11-20';
      }),
    ],
    ['a record', changed('rules', (_, { records }) => void records.push({ ...records[0]!, id: 'more' }))],
    [
      'a file, which the index lists',
      {
        version: '1.1.0',
        files: {
          moons: then.files['rules']!,
          index: { schema: then.files['index']!.schema, data: { ...indexOf(then), collections: [...indexOf(then).collections, moons] } },
        },
      },
    ],
  ])('%s', (_, more) => {
    expect(breaks(sameFiles(more), more)).toEqual([]);
  });
});

test('a number that is whole is still a number, and a value that was optional may be certain', () => {
  expect(missing({ type: 'number' }, { type: 'integer' })).toEqual([]);
  expect(missing({ type: ['string', 'null'] }, { type: 'string' })).toEqual([]);
  expect(missing({ type: 'string' }, { type: ['string', 'null'] })).toEqual(['the file was string, is string or null']);
  expect(missing({ type: 'object', properties: { a: { type: 'string' } } }, { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] })).toEqual([]); // prettier-ignore
});

test('a schema is opened to fields that it does not know, and to nothing else', () => {
  const schema: Schema = { type: 'object', properties: { a: { type: 'string' } }, required: ['a'], additionalProperties: false };
  expect(refusals(opened(schema), { a: 'x', b: 1 })).toEqual([]);
  expect(refusals(opened(schema), { a: 1 })).toEqual(['/a must be string']);
  expect(refusals(opened(schema), { b: 1 })).toEqual([" must have required property 'a'"]);
  expect(refusals(opened(schema, true), { b: 1 })).toEqual([]);
});
