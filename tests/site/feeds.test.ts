/** The feeds as RFC 4287 wants them, and no older or younger than their facts. Links are followed in `links.test.ts`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { datedFacts } from '../../src/facts/dated.ts';
import { ownDays } from '../../src/facts/own-history.ts';
import { historyTextOf } from '../../src/records/history-file.ts';
import { historyOf } from '../../src/records/own-history.ts';
import { readContent } from '../../src/records/reader.ts';
import { dist, filesIn, root } from './built-site.ts';
import { childrenOf, complaintsOfXmllint, parseXml, textIn, within, type XmlElement } from './xml.ts';

const atom = 'http://www.w3.org/2005/Atom';
const folder = join(dist, 'feeds');
const schema = readFileSync(join(import.meta.dirname, 'atom.rng'), 'utf8');
const { entries } = readContent(root);
const names = ['all', ...entries.systems.map(({ id }) => id)].sort();
const textOf = (name: string): string => readFileSync(join(folder, `${name}.xml`), 'utf8');
const one = (element: XmlElement, name: string): string => childrenOf(element, name).map(textIn).join();
const linksOf = (element: XmlElement, rel: string) => childrenOf(element, 'link').filter((it) => it.attributes['rel'] === rel);

const history = historyOf(historyTextOf(root));

/** Every day that a record names (of an observation, of a commit, of a reading), and every day of the history. */
const days = new Set([
  ...(JSON.stringify(entries).match(/"\d{4}-\d\d-\d\d"/g) ?? []).map((it) => it.slice(1, -1)),
  ...history.map(({ day }) => day),
]);

test('there is a feed of all, and one of each system', () => {
  expect(filesIn(folder)).toEqual(names.map((name) => `${name}.xml`));
});

describe('the schema of RFC 4287', () => {
  test('accepts every feed', async () => {
    expect(await complaintsOfXmllint(Object.fromEntries(names.map((name) => [`${name}.xml`, textOf(name)])), schema)).toEqual([]);
  });

  test.each([
    ['an entry without an id', /<id>tag:[^<]*\/\d{4}[^<]*<\/id>/, ''],
    ['an entry without a title', /(<entry>)<title>.*?<\/title>/, '$1'],
    ['two titles', /(<title>.*?<\/title>)/, '$1$1'],
    ['a day in place of an instant', /T00:00:00Z/, ''],
    ['a small z', /00Z/, '00z'],
    ['a link without an address', / href="[^"]*"/, ''],
    ['a category without a term', / term="[^"]*"/, ''],
    ['an element that Atom does not know', /<entry>/, '<entry><pubDate>x</pubDate>'],
    ['content that says XHTML and is text', /<div xmlns="http:\/\/www.w3.org\/1999\/xhtml">.*?<\/div>/, 'text'],
    ['an element out of XHTML in the content', /<p>/, '<p><b xmlns="urn:x"/>'],
    ['text that is not well-formed', /<\/entry>/, ''],
    ['a bare ampersand', /<title>/, '<title>&'],
  ])('refuses %s', async (_, found, put) => {
    const spoilt = textOf('starina').replace(found, put);
    expect(spoilt).not.toBe(textOf('starina'));
    expect(await complaintsOfXmllint({ 'spoilt.xml': spoilt }, schema)).not.toEqual([]);
  });
});

describe.each(names)('the feed %s', (name) => {
  let feed: XmlElement;
  let items: XmlElement[];
  beforeAll(() => {
    feed = parseXml(textOf(name));
    items = childrenOf(feed, 'entry');
  });

  test('has an author for its entries, a subtitle that says what is left out, and entries', () => {
    expect([feed.name, feed.namespace]).toEqual(['feed', atom]);
    expect(childrenOf(feed, 'author').map((it) => one(it, 'name'))).toEqual(['Orrery']);
    expect(one(feed, 'subtitle')).toMatch(/Observations without a date are not in this feed: there are \d+\.$/);
    const system = name === 'all' ? undefined : name;
    expect(items).toHaveLength(datedFacts(entries, system).length + ownDays(history, system).length);
  });

  test('leads to itself and to a page', () => {
    expect(linksOf(feed, 'self').map((it) => it.attributes['href'])).toEqual([`/feeds/${name}.xml`]);
    expect(linksOf(feed, 'alternate').map((it) => it.attributes['href'])).toEqual([name === 'all' ? '/' : `/systems/${name}/`]);
    for (const item of items) expect(linksOf(item, 'alternate')).toHaveLength(1);
  });

  test('gives each entry an id of its own that names no host and no base path', () => {
    const ids = items.map((it) => one(it, 'id'));
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of [one(feed, 'id'), ...ids]) expect(id).toMatch(/^tag:orrery\.alt,2026:[a-z]+\/[a-z0-9.-]+(\/\d{4}-\d\d-\d\d)?$/);
  });

  test('is as old as its newest entry, and an entry as its fact', () => {
    const instants = items.map((it) => one(it, 'updated'));
    expect(instants).toEqual([...instants].sort().toReversed());
    const compared = entries.systems.find(({ id }) => id === name)?.data.start.compared;
    expect(one(feed, 'updated')).toBe(instants[0] ?? `${compared}T00:00:00Z`);
    for (const instant of instants) expect(days).toContain(instant.replace('T00:00:00Z', ''));
  });

  test('says something in each entry, with a source where it is no reading', () => {
    for (const item of items) {
      const [content] = childrenOf(item, 'content');
      expect(content?.attributes['type']).toBe('xhtml');
      expect(textIn(content!).trim()).not.toBe('');
      const term = childrenOf(item, 'category')[0]?.attributes['term'];
      const links = within(content!).filter((it) => it.name === 'a');
      // What was taken out has no address, so a day of Orrery's own may be without a link.
      if (term !== 'orrery') expect([one(item, 'id'), links.length > 0]).toEqual([one(item, 'id'), term !== 'reading']);
    }
  });

  test('holds only what is of its system', () => {
    const terms = items.map((it) => childrenOf(it, 'category').map((category) => category.attributes['term'])[1]);
    expect(terms.filter((term) => name !== 'all' && term !== name)).toEqual([]);
  });
});

test('the feed of all holds the entries of each system and no other', () => {
  const idsOf = (name: string) => childrenOf(parseXml(textOf(name)), 'entry').map((it) => one(it, 'id'));
  expect(idsOf('all').sort()).toEqual(
    names
      .filter((it) => it !== 'all')
      .flatMap(idsOf)
      .sort(),
  );
});
