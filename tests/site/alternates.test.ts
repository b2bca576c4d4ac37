/** What the head of a page names as its other forms. That they are there is for `links.test.ts`. */
import { describe, expect, test } from 'vitest';
import { attribute, dist, named, readSite, type Page } from './built-site.ts';

const { pages } = readSite(dist);
/** Pages in the frame of the site; a plate in another page's frame is none. */
const framed = pages.filter(({ address }) => !address.startsWith('embed/'));
const linksOf = (page: Page, rel: string) => named(page, 'link').filter((it) => attribute(it, 'rel') === rel);
const alternatesOf = (address: string): string[] =>
  linksOf(
    pages.find((it) => it.address === address)!,
    'alternate',
  ).map((it) => `${attribute(it, 'type')} ${attribute(it, 'href')}`);

describe('the head', () => {
  test.each([
    ['', ['application/atom+xml /feeds/all.xml']],
    ['systems/', ['application/json /api/v1/systems.json', 'application/atom+xml /feeds/all.xml']],
    ['systems/avyos/', ['application/json /api/v1/systems.json', 'application/atom+xml /feeds/avyos.xml']],
    ['systems/avyos/platforms/', ['application/json /api/v1/platforms.json', 'application/atom+xml /feeds/avyos.xml']],
    ['systems/avyos/architecture/', ['text/markdown /systems/avyos/architecture.md', 'application/atom+xml /feeds/avyos.xml']],
    ['systems/avyos/architecture/parts/', ['application/json /api/v1/architecture.json', 'application/atom+xml /feeds/avyos.xml']],
    ['milestones/', ['application/json /api/v1/milestones.json', 'application/atom+xml /feeds/all.xml']],
    ['milestones/themelios-phase-2/', ['application/json /api/v1/milestones.json', 'application/atom+xml /feeds/all.xml']],
    ['rules/', ['application/json /api/v1/rules.json']],
    ['sources/drift/', ['application/json /api/v1/drift.json']],
    ['sources/starina-readme/', ['application/json /api/v1/sources.json']],
    ['simulations/themelios/scheduler/', ['application/json /api/v1/simulations.json']],
    ['data/', ['application/atom+xml /feeds/all.xml']],
  ])('of /%s names its other forms', (address, expected) => {
    expect(alternatesOf(address)).toEqual(expected);
  });

  test('of every page names the file that tells a language model what there is', () => {
    const without = framed.filter(
      (page) =>
        linksOf(page, 'describedby')
          .map((it) => attribute(it, 'href'))
          .join() !== '/llms.txt',
    );
    expect(without.map(({ file }) => file)).toEqual([]);
  });

  test('gives each form its type and a title', () => {
    const all = framed.flatMap((page) => linksOf(page, 'alternate'));
    expect(all.length).toBeGreaterThan(framed.length);
    for (const link of all) expect([attribute(link, 'type'), attribute(link, 'title')]).not.toContain(undefined);
  });
});
