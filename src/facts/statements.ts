/** Every statement of the site that rests on a repository, in a record or on a page, with all that it cites: what a reviewer holds against the lines. */
import type { Citation } from '../schemas/evidence.ts';
import { addressOf } from './addresses.ts';
import { citationsIn, partOf } from './citations.ts';
import { everyEntry, find, type Entries, type Entry, type FieldPath } from './entries.ts';
import { isUpstreamSource } from './evidence.ts';
import { citationOf } from './integrity/cite-element.ts';
import { systemOfAddress, type PageContent, type Prose } from './integrity/page-content.ts';

/** A citation where it is written. */
export interface CitedAt {
  readonly citation: Citation;
  readonly field: FieldPath;
  /** In a page: its line, and the words that the reader sees beside it. */
  readonly line?: number;
  readonly note?: string;
  /** In a page: the reader is told that this is concluded. A record tells it of all its citations, in `basis`. */
  readonly isInferred?: boolean;
}

export interface Statement {
  readonly file: string;
  /** The system whose source it cites. */
  readonly system: string;
  /** Where it is read on the site; on a page, the number of its first citation. */
  readonly address: string;
  /** The record and the item inside it, or the address of the page. */
  readonly name: string;
  /** What is stated, in the order in which it is written; of a record each field with its name. */
  readonly says: readonly string[];
  /** Upstream and primary ones alike, at least one of them upstream. */
  readonly cites: readonly CitedAt[];
}

/** In the order of the collections and files; then the pages. */
export function statementsIn(entries: Entries, prose: readonly Prose[]): Statement[] {
  const stated = [...everyEntry(entries).flatMap(ofRecord), ...prose.flatMap((page) => pageStatements(entries, page))];
  return stated.flatMap((it): Statement[] => {
    const upstream = it.cites
      .map(({ citation }) => find(entries, 'sources', citation.source)?.data)
      .find((data) => data && isUpstreamSource(data));
    return upstream ? [{ ...it, system: upstream.system }] : [];
  });
}

type Stated = Omit<Statement, 'system'>;

function ofRecord(entry: Entry): Stated[] {
  const byHolder = Map.groupBy(citationsIn(entry.data), ({ path }) => JSON.stringify(path.slice(0, -2)));
  return [...byHolder.values()].map((cited): Stated => {
    const { path } = cited[0]!;
    const part = partOf(entry, path);
    return {
      file: entry.file,
      address: addressOf(entry, part),
      name: part ? `${entry.id}: ${part.id}` : entry.id,
      says: saidAt(entry.data, path.slice(0, -2)),
      cites: cited.map(({ path: field, citation }) => ({ citation, field })),
    };
  });
}

/** What names a thing that the value lies in. */
const names = ['title', 'label', 'term', 'name'];

/** The names of what the value lies in, then every plain field of the value itself. */
function saidAt(data: unknown, path: FieldPath): string[] {
  const said: string[] = [];
  let value = data as Record<string | number, unknown>;
  for (const key of path) {
    for (const name of names) if (typeof value[name] === 'string') said.push(`of: ${value[name]}`);
    value = value[key] as Record<string | number, unknown>;
  }
  const last = path.findLast((key) => typeof key === 'string');
  if (last !== undefined) said.push(`as: ${last}`);
  for (const [name, of] of Object.entries(value))
    if (['string', 'number', 'boolean'].includes(typeof of)) said.push(`${name}: ${String(of)}`);
  return said;
}

/** What a page states, with the citations behind it, whatever they cite. */
export function pageStatements(entries: Entries, { file, address, content }: Prose): Stated[] {
  const system = systemOfAddress(address);
  const numbers = numbersOf(entries, system, content);
  let before = 0;
  return content.statements.map(({ text, cites }): Stated => ({
    file,
    address: `${address}#ref-${numbers[(before += cites.length) - cites.length]!}`,
    name: address,
    says: [text],
    cites: cites.map(({ element, note }): CitedAt => {
      const given = Object.fromEntries([...element.attributes].filter(([, value]) => typeof value === 'string'));
      return {
        citation: citationOf(entries, system, given),
        field: ['<Cite>'],
        line: element.line,
        note,
        isInferred: given['basis'] === 'inferred',
      };
    }),
  }));
}

/** The number that each `<Cite>` has on its page, where the citations of rules, differences, drawings and flows are counted too. */
function numbersOf(entries: Entries, system: string | undefined, { elements }: PageContent): number[] {
  const graph = find(entries, 'architecture', system ?? '')?.data;
  let count = 0;
  return elements.flatMap(({ name, attributes }) => {
    const id = String(attributes.get('id'));
    if (name === 'Rule') count += find(entries, 'rules', id)?.data.cite.length ?? 0;
    const sides = name === 'Drift' ? find(entries, 'drift', id)?.data : undefined;
    if (sides) count += sides.documented.cite.length + sides.observed.cite.length;
    if (name === 'Drawing') count += graph?.views.find((it) => it.id === attributes.get('view'))?.cite.length ?? 0;
    if (name === 'Flow') count += graph?.flows.find((it) => it.id === id)?.steps.reduce((sum, { cite }) => sum + cite.length, 0) ?? 0;
    return name === 'Cite' ? [(count += 1)] : [];
  });
}
