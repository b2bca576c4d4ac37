/** The pages for a project's own people, and the lists as frames: what they say against the records, and that a frame needs nothing else. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { milestoneWords, platformWords } from '../../src/components/spec/state-words.ts';
import { bySide, isUpstreamSource, sourcesIn } from '../../src/facts/evidence.ts';
import { atHeadFile, readAtHead, type AtHeads } from '../../src/facts/last-seen.ts';
import { readOfProject } from '../../src/facts/read-of-project.ts';
import { statementsIn } from '../../src/facts/statements.ts';
import { readContent } from '../../src/records/reader.ts';
import { attribute, dist, named, readSite, root, textOf, type Element, type Page } from './built-site.ts';

const { entries, prose } = readContent(root);
const { pages } = readSite(dist);
const pageAt = (address: string): Page => pages.find((it) => it.address === address)!;
const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();
const atHeads = readAtHead(readFileSync(join(root, atHeadFile), 'utf8')) as AtHeads;
const citations = statementsIn(entries, prose).flatMap(({ cites }) => cites.map(({ citation }) => citation));
/** The elements of a name below an element. */
const below = (element: Element, tagName: string): Element[] =>
  element.childNodes.flatMap((it) => ('tagName' in it ? [...(it.tagName === tagName ? [it] : []), ...below(it, tagName)] : []));
/** What stands in a cell, without what is folded. */
const unfolded = (element: Element): string =>
  element.childNodes
    .map((it) => ('tagName' in it ? (it.tagName === 'details' ? '' : unfolded(it)) : 'value' in it ? it.value : ''))
    .join('');
const cellsOf = (row: Element): string[] =>
  row.childNodes.flatMap((it) => ('tagName' in it && ['th', 'td'].includes(it.tagName) ? [squeezed(unfolded(it))] : []));
const rowsOf = (page: Page): string[][] => named(page, 'tbody').flatMap((it) => below(it, 'tr').map(cellsOf));
const policyOf = (page: Page): string =>
  attribute(
    named(page, 'meta').find((it) => attribute(it, 'http-equiv') === 'content-security-policy')!,
    'content',
  )!;

describe.each(entries.systems.map(({ id, data }) => ({ id, title: data.title, web: data.repository.web })))('$id', ({ id, title, web }) => {
  const page = pageAt(`systems/${id}/keep-right/`);
  const links = named(page, 'a').map((it) => attribute(it, 'href')!);

  test('the page says which repositories are read, and how many places of each, as the records have it', () => {
    const { repositories } = readOfProject(entries, id, citations, atHeads);
    expect(rowsOf(page)).toEqual(
      repositories.map(({ source, head, places, unchanged, changed }) => [
        source.data.title,
        String(places),
        head?.looked ?? 'never as a whole',
        head ? String(unchanged) : '–',
        head ? String(changed) : '–',
      ]),
    );
    const sources = entries.sources.filter((it) => it.data.system === id);
    expect(repositories.length > 0).toBe(sources.some((it) => isUpstreamSource(it.data)));
    expect(sources.filter((it) => !links.includes(`/sources/${it.id}/`)).map((it) => it.id)).toEqual([]);
  });

  test('it leads to every tracked document', () => {
    const tracked = entries.sources.flatMap(({ data }) =>
      isUpstreamSource(data) && data.system === id ? (data.tracked ?? []).map((it) => [data.web, it]) : [],
    );
    const missing = tracked.filter(([of, path]) => !links.some((it) => it.startsWith(`${of}/blob/`) && it.endsWith(`/${path}`)));
    expect(missing).toEqual([]);
  });

  test('it has every badge, and both frames, to copy', () => {
    const badges = named(page, 'img').map((it) => attribute(it, 'src'));
    const own = entries.platforms.filter((it) => it.data.system === id).map((it) => `/badges/${id}/${it.id}.svg`);
    expect([`/badges/${id}/milestones.svg`, ...own].filter((it) => !badges.includes(it))).toEqual([]);
    const copied = named(page, 'code').map(textOf);
    for (const what of ['milestones', 'platforms'])
      expect(copied.filter((it) => it.startsWith(`<iframe src="/embed/${id}/${what}/" title="`))).toHaveLength(1);
  });

  test('it is led to from the overview, the sidebar and the page of the data', () => {
    for (const address of [`systems/${id}/`, `systems/${id}/start/`, 'data/'])
      expect(named(pageAt(address), 'a').some((it) => attribute(it, 'href') === `/systems/${id}/keep-right/`)).toBe(true);
  });

  test('the frame of its milestones has each, in order, with its states and days', () => {
    const frame = pageAt(`embed/${id}/milestones/`);
    const own = entries.milestones.filter((it) => it.data.system === id).toSorted((a, b) => a.data.order - b.data.order);
    if (own.length === 0) {
      expect(named(frame, 'table')).toEqual([]);
      expect(squeezed(textOf(named(frame, 'main')[0]!))).toContain(`The primary source of ${title} names no milestones`);
      return;
    }
    const expected = own.map(({ data }) => {
      const { documented, found } = bySide(data.status, sourcesIn(entries));
      return [
        String(data.order),
        data.title,
        ...[documented, found].map((it, i) => told(it && milestoneWords[it.status].word, it?.asOf, i === 0)),
      ];
    });
    expect(rowsOf(frame)).toEqual(expected);
  });

  test('the frame of its platforms has each with its states and days', () => {
    const own = entries.platforms.filter((it) => it.data.system === id);
    const expected = own.map(({ data }) => {
      const { documented, found } = bySide(data.states, sourcesIn(entries));
      const called = data.identifiers.at(-1)?.name;
      return [
        called === undefined ? data.title : `${data.title} ${called}`,
        ...[documented, found].map((it, i) => told(it && platformWords[it.state].word, it?.asOf, i === 0)),
      ];
    });
    expect(rowsOf(pageAt(`embed/${id}/platforms/`))).toEqual(expected);
  });

  test.each(['milestones', 'platforms'])('the frame of its %s is a page alone that leads back', (what) => {
    const frame = pageAt(`embed/${id}/${what}/`);
    expect(named(frame, 'link').filter((it) => attribute(it, 'rel') === 'canonical')).toEqual([]); // this build does not know its address
    expect(named(frame, 'meta').filter((it) => attribute(it, 'name') === 'robots' && attribute(it, 'content') === 'noindex')).toHaveLength(
      1,
    );
    expect(attribute(named(frame, 'body')[0]!, 'data-pagefind-ignore')).toBe('all');
    expect(
      [...named(frame, 'header'), ...named(frame, 'nav'), ...named(frame, 'footer')].filter((it) => attribute(it, 'class') === 'header'),
    ).toEqual([]);
    // Inside of a frame every link opens a page of its own.
    expect(named(frame, 'a').filter((it) => attribute(it, 'target') !== '_blank' || attribute(it, 'rel') !== 'noopener')).toEqual([]);
    expect(named(frame, 'a').map((it) => attribute(it, 'href'))).toContain(`/systems/${id}/${what}/`);
    expect(policyOf(frame).startsWith("default-src 'none'; script-src 'self' 'sha256-")).toBe(true);
    expect(policyOf(frame)).not.toMatch(/unsafe|\*|https?:/);
    // One script in the page sets the theme and the width before anything is drawn; the other is Astro's, which fetches what a link leads to.
    const scripts = named(frame, 'script').map((it) => attribute(it, 'src') ?? textOf(it).length);
    expect(scripts).toEqual([expect.any(Number), expect.stringMatching(/^\/_astro\/page\.[\w-]+\.js$/)]);
  });

  test('the statement to begin with obeys the published schema when its days are written in', () => {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
    addFormats.default(ajv);
    const isValid = ajv.compile(JSON.parse(readFileSync(join(dist, 'api/v1/schema/own-statement.json'), 'utf8')) as object);
    const text = readFileSync(join(dist, `systems/${id}/keep-right/orrery.json`), 'utf8');
    isValid(JSON.parse(text.replaceAll('YYYY-MM-DD', '2026-11-27')));
    expect(isValid.errors).toBeNull();
    expect(JSON.parse(text)).toMatchObject({ $schema: '/api/v1/schema/own-statement.json', system: id });
    expect(links).toContain(`/systems/${id}/keep-right/orrery.json`);
    expect(web).toMatch(/^https:/);
  });
});

/** A cell of a frame: the day of what is documented stands there where it is known. */
function told(word: string | undefined, asOf: string | undefined, isDocumented: boolean): string {
  if (word === undefined) return 'Not named';
  return asOf === undefined || (isDocumented && asOf === 'undated') ? word : `${word} ${asOf}`;
}
