import { describe, expect, test } from 'vitest';
import { cited, deliverable, drift, entriesOf, ground, milestone, platform, readme, seen, system } from '../../facts/entries.fixture.ts';
import { broughtUpTo } from '../../facts/own-history.ts';
import { addressBelow } from '../address-below.ts';
import { atomFeed } from './atom.ts';

const said = { asOf: 'undated', status: 'unknown' as const, why: 'It is silent.', cite: [cited()] };
const found = { asOf: '2026-01-20', status: 'partial' as const, note: 'The wheel <turns>.', cite: [{ ...seen, commit: 'abcdef2' }] };
const records = [
  ...ground,
  milestone('orbit-1', {
    status: [said, found],
    deliverables: [deliverable('wheel', { status: [said, { ...found, status: 'complete' }] })],
  }),
  platform('orbit-board', { states: [{ asOf: '2026-01-02', state: 'supported', cite: [seen] }] }),
  drift('orbit-stop'),
];
const entries = entriesOf(...records);
const whole = addressBelow('/orrery/', 'https://example.org');
/** The entries of a feed, each a line of it. */
const linesOf = (feed: string): string[] => feed.split('\n').filter((line) => line.startsWith('<entry>'));
const idsOf = (feed: string): string[] => [...feed.matchAll(/<id>(.*?)<\/id>/g)].map(([, id = '']) => id);

describe('a feed', () => {
  const feed = atomFeed(entries, whole);

  test('is as old as its newest fact', () => {
    expect(feed).toContain('<updated>2026-02-01T00:00:00Z</updated><author>');
    expect(linesOf(feed).map((it) => /<updated>(.*?)T/.exec(it)?.[1])).toEqual([
      '2026-02-01',
      '2026-01-20',
      '2026-01-02',
      '2026-01-02',
      '2026-01-02',
    ]);
  });

  test('says what was observed, what was said before, and where both stand', () => {
    const [line = ''] = linesOf(feed).filter((it) => it.includes('milestones/orbit-1/'));
    expect(line).toContain('<title>Orbit, Phase 1 (Turn): partly complete, was unknown</title>');
    expect(line).toContain(
      '<p>As found, 2026-01-20: Partly complete. The wheel &lt;turns&gt;. (<a href="https://example.org/orbit/blob/abcdef2/kernel/main.c#L7-L9">',
    );
    expect(line).toContain(
      '<p>Before that, as documented: Unknown. It is silent. (<a href="https://example.org/orrery/sources/orbit-readme/#L1">',
    );
    expect(line).toContain('<p>The wheel. As found, 2026-01-20: Complete. The wheel');
  });

  test('leads to its pages and to itself', () => {
    expect(feed).toContain('rel="self" type="application/atom+xml" href="https://example.org/orrery/feeds/all.xml"');
    expect(feed).toContain('href="https://example.org/orrery/platforms/orbit-board/"');
    expect(atomFeed(entries, addressBelow('/orrery/', undefined), 'orbit')).toContain('href="/orrery/systems/orbit/"');
  });

  test('says how much it leaves out for want of a date', () => {
    expect(feed).toContain('Observations without a date are not in this feed: there are 2.');
  });
});

describe('what Orrery did', () => {
  const thing = (name: string, hash: string) => ({ system: 'orbit', name, hash, title: `Of ${name}` });
  const began = broughtUpTo('2026-01-20', [], [thing('rules/orbit.turn', '1.1'), thing('drift/gone', '1.1')]);
  const many = Array.from({ length: 14 }, (_, i) => thing(`tasks/orbit-${i + 10}`, '1.1'));
  const history = {
    lines: broughtUpTo('2026-03-01', began, [thing('rules/orbit.turn', '2.1'), ...many]),
    addressNow: ({ name }: { readonly name: string }) => (name === 'drift/gone' ? undefined : `/${name}/`),
  };
  const feed = atomFeed(entries, whole, 'orbit', history);
  const lines = linesOf(feed);

  test('is one entry a day, under the facts of that day, and makes the feed younger', () => {
    expect(feed).toContain('<updated>2026-03-01T00:00:00Z</updated><author>');
    const named = lines.map((it) => /<id>tag:orrery.alt,2026:(.*?)<\/id>/.exec(it)?.[1]);
    expect(named.slice(0, 4)).toEqual([
      'changes/orbit/2026-03-01',
      'sources/orbit-upstream/2026-02-01',
      'milestones/orbit-1/2026-01-20',
      'changes/orbit/2026-01-20',
    ]);
  });

  test('is told by change and kind, with links to what is still there', () => {
    const [line = ''] = lines;
    expect(line).toContain('<title>Orbit, in Orrery: 14 added, 1 corrected, 1 taken out</title>');
    expect(line).toContain('href="https://example.org/orrery/changes/orbit/#orrery-2026-03-01"');
    expect(line).toContain(
      '<p>Added: 14 tasks, the first 12 here. (<a href="https://example.org/orrery/tasks/orbit-10/">Of tasks/orbit-10</a>; ',
    );
    expect(line).toContain('<p>Taken out: 1 difference, Of drift/gone.</p>');
    expect(line).toContain('<category term="orrery" label="Added and corrected here"/>');
    expect(line.match(/<a /g)).toHaveLength(13);
  });

  test('of another system is not in the feed', () => {
    expect(linesOf(atomFeed(entries, whole, undefined, { ...history, lines: [] }))).toHaveLength(5);
  });
});

test('an id depends on neither host, base path nor words', () => {
  const other = entriesOf(
    ...records.map((it) =>
      it.collection === 'milestones' ? milestone(it.id, { title: 'Another', status: [said, { ...found, note: 'Changed.' }] }) : it,
    ),
  );
  expect(idsOf(atomFeed(other, addressBelow('/', undefined)))).toEqual(idsOf(atomFeed(entries, whole)));
});

test('every kind of fact has its words', () => {
  const titles = linesOf(atomFeed(entries, whole)).map((it) => /<title>(.*?)<\/title>/.exec(it)?.[1]);
  expect(titles).toEqual([
    'Orbit, sources: Repository of Orbit was read',
    'Orbit, Phase 1 (Turn): partly complete, was unknown',
    'Orbit, documented against found: It stopped',
    'Orbit, platform A board: runs',
    'Orbit, the project: active',
  ]);
});

test('C1: a feed without a dated fact is there, as old as the day on which its system was last compared', () => {
  const empty = atomFeed(entriesOf(system({ upstream: [] }), readme()), whole, 'orbit');
  expect(empty).toContain(`<updated>${system().data.start.compared}T00:00:00Z</updated>`);
  expect(linesOf(empty)).toEqual([]);
});

test('without a system there is no feed', () => {
  expect(() => atomFeed(entriesOf(readme()), whole, 'nobody')).toThrow("a feed needs a date, and there is no system 'nobody'");
});
