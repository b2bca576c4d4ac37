/**
 * What stands under "documented" is cited from a primary source, everywhere that it stands: on the pages, in the JSON, in
 * the feeds, on the badges and in the text for language models. Over all records.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { attribute, dist, filesIn, readSite, textOf, type Element } from './built-site.ts';
import { childrenOf, parseXml, textIn, within, type XmlElement } from './xml.ts';

interface Citation {
  readonly source: string;
}
interface Observation {
  readonly side: 'documented' | 'found';
  readonly status?: string;
  readonly state?: string;
  readonly cite: readonly Citation[];
}
interface Milestone {
  readonly id: string;
  readonly system: string;
  readonly label: string;
  readonly status: readonly Observation[];
  readonly deliverables: readonly {
    readonly id: string;
    readonly status?: readonly Observation[];
    readonly documented: { readonly status: string; readonly basis: string; readonly why?: string; readonly cite: readonly Citation[] };
  }[];
}
interface Platform {
  readonly id: string;
  readonly system: string;
  readonly states: readonly Observation[];
}

const read = <T>(name: string): readonly T[] =>
  (JSON.parse(readFileSync(join(dist, `api/v1/${name}.json`), 'utf8')) as { records: readonly T[] }).records;
const milestones = read<Milestone>('milestones');
const platforms = read<Platform>('platforms');
const primary = new Map(
  read<{ readonly id: string; readonly kind: string; readonly title: string }>('sources')
    .filter(({ kind }) => kind === 'primary')
    .map(({ id, title }) => [id, title]),
);
const isPrimary = (cite: readonly Citation[]): boolean => cite.some(({ source }) => primary.has(source));
const observations = [
  ...milestones.flatMap((it) => [
    ...it.status.map((one) => [it.id, one] as const),
    ...it.deliverables.flatMap((part) => (part.status ?? []).map((one) => [`${it.id}#${part.id}`, one] as const)),
  ]),
  ...platforms.flatMap((it) => it.states.map((one) => [it.id, one] as const)),
];
const leadsToPrimary = (href: string): boolean => [...primary.keys()].some((id) => href.includes(`/sources/${id}/#L`));
const below = (it: Element): readonly Element[] => it.childNodes.flatMap((child) => ('tagName' in child ? [child, ...below(child)] : []));
const hrefsIn = (it: Element): string[] => below(it).flatMap((child) => attribute(child, 'href') ?? []);
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The records that begin with what was found; without them the tests below would say nothing. */
const undocumented = [...milestones, ...platforms].filter((it) =>
  ('status' in it ? it.status : it.states).every(({ side }) => side === 'found'),
);
test('there are records of which no primary source says anything', () => {
  expect(undocumented.map(({ id }) => id)).toContain('starina-later-virtio-net');
});

describe('JSON', () => {
  test('each status is on the side of its sources', () => {
    for (const [id, { side, cite }] of observations) expect([id, side]).toEqual([id, isPrimary(cite) ? 'documented' : 'found']);
  });

  test('what is documented of a deliverable cites a primary source, or is unknown because none names it', () => {
    for (const { id, label, status, deliverables } of milestones)
      for (const { documented } of deliverables) {
        if (isPrimary(documented.cite)) continue;
        expect([id, documented]).toEqual([id, { status: 'unknown', basis: 'unknown', why: `No primary source names ${label}.`, cite: [] }]);
        expect(status.some(({ side }) => side === 'documented')).toBe(false);
      }
  });
});

describe('pages', () => {
  const { pages } = readSite(dist);

  test.each(['milestones', 'platforms'])('under "As documented", a page of %s names a place in a primary source, or nothing', (name) => {
    const records = name === 'milestones' ? milestones : platforms;
    for (const { id } of records) {
      const page = pages.find(({ address }) => address === `${name}/${id}/`)!;
      const heads = page.elements.filter((it) => it.tagName === 'h3' && textOf(it) === 'As documented');
      expect([id, heads.length]).toEqual([id, 1]);
      const side = heads[0]!.parentNode as Element;
      const isNamed = !undocumented.some((it) => it.id === id);
      expect([id, plain(textOf(side)).includes('The primary source makes no claim.')]).toEqual([id, !isNamed]);
      expect([id, hrefsIn(side).some(leadsToPrimary)]).toEqual([id, isNamed]);
    }
  });

  test('a deliverable of what no primary source names is not named there, and is as found', () => {
    for (const { id, deliverables } of milestones.filter((it) => undocumented.includes(it))) {
      const page = pages.find(({ address }) => address === `milestones/${id}/`)!;
      expect(page.html).not.toContain('is documented as');
      for (const part of deliverables) {
        const item = page.elements.find((it) => attribute(it, 'id') === part.id)!;
        expect(plain(textOf(item))).toMatch(/Not named .* found \d{4}-\d\d-\d\d/);
        expect(hrefsIn(item).some(leadsToPrimary)).toBe(false);
      }
    }
  });
});

test('differences: a claim is documented where a primary source makes it, on the ledger as in the data', () => {
  const ledger = readSite(dist).pages.find(({ address }) => address === 'sources/drift/')!;
  const claims = read<{ readonly id: string; readonly documented: { readonly cite: readonly Citation[] } }>('drift');
  for (const { id, documented } of claims) {
    const said = plain(textOf(ledger.elements.find((it) => attribute(it, 'id') === id)!));
    expect([id, said.includes('As documented')]).toEqual([id, isPrimary(documented.cite)]);
  }
});

test('feeds: a paragraph that says "as documented" leads to a line of a primary source', () => {
  const paragraphs = (it: XmlElement) => within(it).filter(({ name }) => name === 'p');
  const hrefs = (it: XmlElement) => within(it).flatMap(({ attributes }) => attributes['href'] ?? []);
  let seen = 0;
  for (const file of filesIn(join(dist, 'feeds')))
    for (const entry of childrenOf(parseXml(readFileSync(join(dist, 'feeds', file), 'utf8')), 'entry'))
      for (const it of paragraphs(entry)) {
        if (!/as documented/i.test(textIn(it))) continue;
        seen++;
        expect([textIn(it), hrefs(it).some(leadsToPrimary)]).toEqual([textIn(it), true]);
      }
  expect(seen).toBeGreaterThan(0);
});

test('badges: what is counted as documented is what a primary source says, and so is a state', () => {
  const message = (system: string, name: string): string =>
    (JSON.parse(readFileSync(join(dist, `badges/${system}/${name}.json`), 'utf8')) as { readonly message: string }).message;
  for (const system of new Set(milestones.map((it) => it.system))) {
    const documented = milestones.filter((it) => it.system === system).flatMap((it) => it.status.filter(({ cite }) => isPrimary(cite)));
    const complete = documented.filter((it) => it.status === 'complete').length;
    // A list that was found elsewhere documents nothing.
    const says = documented.length > 0 ? new RegExp(`^${complete} of ${documented.length} complete.*as documented$`) : /^none named$/;
    expect(message(system, 'milestones')).toMatch(says);
  }
  for (const { id, system, states } of platforms) {
    const found = states.filter(({ cite }) => !isPrimary(cite));
    expect([id, message(system, id).endsWith('as documented')]).toEqual([id, found.length === 0]);
  }
});

test('llms-full.txt: behind "As documented" stands a primary source', () => {
  const text = readFileSync(join(dist, 'llms-full.txt'), 'utf8');
  const lines = text.split('\n').filter((line) => /As documented: /.test(line));
  expect(lines.length).toBeGreaterThan(100);
  for (const line of lines) {
    const said = line.split('As documented: ')[1]!.split('As found')[0]!;
    expect([line, [...primary.values()].some((title) => said.includes(title))]).toEqual([line, true]);
  }
  expect(text.match(/No primary source names it\./g)).toHaveLength(
    milestones.filter((it) => undocumented.includes(it)).flatMap((it) => it.deliverables).length,
  );
});
