/** The public interface: every file obeys its published schema, and holds the records that the primary sources call for. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/records/reader.ts';
import { dist, root } from './built-site.ts';

interface Citation {
  readonly source: string;
  readonly lines?: readonly [number, number];
  readonly commit?: string;
  readonly path?: string;
}
interface Rec {
  readonly id: string;
  readonly url: string;
  readonly system?: string;
  readonly citations?: readonly Citation[];
}
interface File<R = Rec> {
  readonly $schema: string;
  readonly collection: string;
  readonly count: number;
  readonly records: readonly R[];
}
interface Source extends Rec {
  readonly kind: 'primary' | 'upstream';
  readonly lineCount?: number;
  readonly commits?: readonly { readonly commit: string }[];
}
interface Milestone extends Rec {
  readonly label: string;
  readonly deliverables: readonly { readonly id: string; readonly documented: { readonly cite: readonly Citation[] } }[];
}
interface Platform extends Rec {
  readonly identifiers: readonly { readonly name: string; readonly cite: readonly Citation[] }[];
  readonly covers: readonly { readonly name: string; readonly cite: readonly Citation[] }[];
  readonly states: readonly { readonly state: string; readonly note?: string; readonly cite: readonly Citation[] }[];
}
interface Index {
  readonly collections: readonly { readonly name: string; readonly url: string; readonly schema: string; readonly count: number }[];
}

const read = <T>(address: string): T => JSON.parse(readFileSync(join(dist, address), 'utf8')) as T;
const recordsOf = <R = Rec>(name: string): readonly R[] => read<File<R>>(`api/v1/${name}.json`).records;

const names = [
  'systems',
  'platforms',
  'milestones',
  'architecture',
  'rules',
  'glossary',
  'sources',
  'drift',
  'tasks',
  'labs',
  'paths',
  'simulations',
];
/** Collections whose records carry citations: the others are sources themselves, ways through the site, or programs. */
const citing = names.filter((name) => !['sources', 'paths', 'simulations'].includes(name));

function validatorOf(schema: string): ValidateFunction {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
  addFormats.default(ajv);
  return ajv.compile(read<object>(schema));
}

/** What a file's schema says against it, each as `/records/3/title: must be string`. */
function complaints(validate: ValidateFunction, data: unknown): string[] {
  validate(data);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
}

describe.each([...names, 'index'])('/api/v1/%s.json', (name) => {
  test('obeys the schema that it names', () => {
    const file = read<File>(`api/v1/${name}.json`);
    expect(file.$schema).toBe(`/api/v1/schema/${name}.json`);
    expect(complaints(validatorOf(file.$schema), file)).toEqual([]);
  });
});

/** Ways to spoil a file that every schema has to refuse. */
const spoilt: readonly [string, (file: File) => unknown][] = [
  ['without its version', ({ ...file }) => ({ ...file, version: undefined })],
  ['of another collection', (file) => ({ ...file, collection: 'planets' })],
  ['with a key that no schema knows', (file) => ({ ...file, colour: 'brass' })],
];
/** Ways to spoil its first record. */
const spoiltRecord: readonly [string, (record: Rec) => unknown][] = [
  ['without an id', (record) => ({ ...record, id: undefined })],
  ['with an address that does not begin with a slash', (record) => ({ ...record, url: 'https://elsewhere.test/' })],
  ['with a misspelt key', (record) => ({ ...record, tittle: 'x' })],
];

describe.each(names.filter((name) => recordsOf(name).length > 0))('the schema of %s', (name) => {
  const file = read<File>(`api/v1/${name}.json`);
  const validate = validatorOf(file.$schema);
  test.each(spoilt)('refuses a file %s', (_, spoil) => {
    expect(complaints(validate, JSON.parse(JSON.stringify(spoil(file))))).not.toEqual([]);
  });
  test.each(spoiltRecord)('refuses a record %s', (_, spoil) => {
    const [first, ...rest] = file.records;
    expect(complaints(validate, JSON.parse(JSON.stringify({ ...file, records: [spoil(first!), ...rest] })))).not.toEqual([]);
  });
});

describe('the index', () => {
  const { collections } = read<Index>('api/v1/index.json');

  test('lists all collections, each with its schema', () => {
    expect(collections.map((it) => it.name)).toEqual(names);
    for (const { name, url, schema } of collections) expect([url, schema]).toEqual([`/api/v1/${name}.json`, `/api/v1/schema/${name}.json`]);
  });

  test('counts the records that the files hold', () => {
    for (const { name, count } of collections) {
      const file = read<File>(`api/v1/${name}.json`);
      expect([name, count, file.count]).toEqual([name, file.records.length, file.records.length]);
    }
  });
});

describe('every record', () => {
  const sources = new Map(recordsOf<Source>('sources').map((it) => [it.id, it]));

  /** Whether a citation points at a line of a primary source that is there, or at a commit that its source lists. */
  function resolves({ source, lines, commit, path }: Citation): boolean {
    const found = sources.get(source);
    if (!found) return false;
    if (found.kind === 'primary') return lines !== undefined && 1 <= lines[0] && lines[0] <= lines[1] && lines[1] <= (found.lineCount ?? 0);
    return path !== undefined && (found.commits ?? []).some((it) => it.commit === commit);
  }

  test.each(citing)('of %s is cited, and its citations lead to a source', (name) => {
    const records = recordsOf(name);
    expect(records.length).toBeGreaterThan(0);
    expect(records.filter((it) => (it.citations ?? []).length === 0).map((it) => it.id)).toEqual([]);
    const lost = records.flatMap(({ id, citations = [] }) => citations.filter((it) => !resolves(it)).map((it) => ({ id, ...it })));
    expect(lost).toEqual([]);
  });

  test('has an id of its own within its collection', () => {
    for (const name of names) expect(new Set(recordsOf(name).map((it) => it.id)).size).toBe(recordsOf(name).length);
  });
});

describe('what the primary sources call for', () => {
  test('C1: every system that has a record is there, in its place', () => {
    const { systems } = readContent(root).entries;
    const inOrder = systems.toSorted((a, b) => a.data.order - b.data.order).map(({ id }) => id);
    expect(inOrder.length).toBeGreaterThan(0);
    expect(recordsOf('systems').map((it) => it.id)).toEqual(inOrder);
  });

  test('ThemeliOS has its thirteen phases with all their deliverables', () => {
    const phases = recordsOf<Milestone>('milestones').filter((it) => it.system === 'themelios');
    expect(phases.map((it) => it.id)).toEqual(Array.from({ length: 13 }, (_, i) => `themelios-phase-${i}`));
    expect(phases.map((it) => it.deliverables.length)).toEqual([5, 6, 8, 4, 5, 11, 8, 10, 11, 14, 12, 8, 9]);
    expect(phases.flatMap((it) => it.deliverables).filter((it) => it.documented.cite.length === 0)).toEqual([]);
  });

  test('violetOS has its four documented targets and the deferral of x86_64', () => {
    const documented = ({ cite }: { cite: readonly Citation[] }) => cite.some(({ source }) => source === 'violetos-readme');
    const found = recordsOf<Platform>('platforms')
      .filter((it) => it.system === 'violetos')
      .map(({ identifiers, covers, states }) => ({
        identifier: identifiers.find(documented)?.name,
        state: states.find(documented)?.state,
        hasNote: states.find(documented)?.note !== undefined,
        covered: covers.filter(documented).length,
      }))
      .filter(({ state }) => state !== undefined);
    expect(found.sort((a, b) => `${a.identifier}`.localeCompare(`${b.identifier}`))).toEqual([
      { identifier: 'aarch64_qemu', state: 'supported', hasNote: false, covered: 0 },
      { identifier: 'riscv64_qemu', state: 'planned', hasNote: false, covered: 0 },
      { identifier: 'rpi3', state: 'planned', hasNote: false, covered: 3 },
      { identifier: 'rpi4', state: 'partial', hasNote: true, covered: 3 },
      { identifier: undefined, state: 'deferred', hasNote: true, covered: 0 },
    ]);
    const deferred = recordsOf<Platform>('platforms').filter(
      (it) => it.system === 'violetos' && it.states.some(({ state }) => state === 'deferred'),
    );
    expect(deferred.map((it) => it.id)).toEqual(['violetos-qemu-x86-64']);
  });
});
