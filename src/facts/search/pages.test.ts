import { describe, expect, test } from 'vitest';
import type { SearchHit } from './hit.ts';
import { isOf, siteHits, withAliases, type PageHead } from './pages.ts';

const head = (address: string, more: Partial<PageHead> = {}): PageHead => ({
  address,
  title: `Title of ${address}`,
  description: 'What it is.',
  isWhole: false,
  ...more,
});
const titles = new Map([['orbit', 'Orbit']]);
const found = (...addresses: string[]) => siteHits(addresses.map((it) => head(it)), [], titles); // prettier-ignore

test.each([
  ['/systems/*/start/', '/systems/orbit/start/', true],
  ['/systems/*/start/', '/systems/orbit/architecture/start/', false],
  ['/tasks/**', '/tasks/', true],
  ['/tasks/**', '/tasks/orbit-turn/', true],
  ['/guides/orbit/**raspberry**', '/guides/orbit/on-a-raspberry-pi-4/', true],
  ['/rules/', '/rules/#a', false],
])('%s, %s: %s', (pattern, address, fits) => expect(isOf(pattern, address)).toBe(fits));

describe('a page', () => {
  test.each([
    ['/systems/orbit/start/', 'Start'],
    ['/tasks/', 'Task'],
    ['/tasks/orbit-turn/', 'Task'],
    ['/guides/orbit/turn/', 'Task'],
    ['/simulations/', 'Simulation'],
    ['/simulations/orbit/dial/', 'Simulation'],
    ['/systems/orbit/architecture/boot/', 'Page'],
    ['/changes/', 'Page'],
  ])('%s is a %s by its address', (address, kind) => expect(found(address)[0]!.kind).toBe(kind));

  test('belongs to the system of its address, and a simulation has its id', () => {
    expect(found('/simulations/orbit/dial/')[0]).toMatchObject({ system: 'Orbit', id: 'orbit/dial' });
    expect(found('/compare/')[0]).toMatchObject({ system: undefined, id: undefined });
  });
  test('in another form is not found, nor is what is not there', () =>
    expect(found('/embed/orbit/dial/', '/milestones/by/area/', '/404.html')).toEqual([]));
  test('that a record is about is the hit of that record', () => {
    const record: SearchHit = { address: '/systems/orbit/', title: 'Orbit', kind: 'Page', aliases: [], text: '', extent: 'summary' };
    expect(siteHits([head('/systems/orbit/')], [record], titles)).toEqual([record]);
  });
  test('has sections that are found by themselves', () => {
    const sections = siteHits([head('/systems/orbit/', { headings: ['elsewhere', 'goals'] })], [], titles).map(({ address, title }) => [
      address,
      title,
    ]);
    expect(sections).toContainEqual(['/systems/orbit/#elsewhere', 'Use this elsewhere']);
    expect(sections).toHaveLength(2);
  });
  test('is searched by its description and by what else is known of it', () => {
    const texts = new Map([['/simulations/orbit/dial/', 'It turns.']]);
    expect(siteHits([head('/simulations/orbit/dial/')], [], titles, texts)[0]!.text).toBe('What it is. It turns.');
  });
});

describe('aliases', () => {
  const data = [{ words: ['first task'], leadsTo: ['/tasks/', '/systems/*/start/'] }];
  const aliasesOf = (hits: readonly SearchHit[]) =>
    withAliases(hits, data)
      .filter(({ aliases }) => aliases.includes('first task'))
      .map(({ address }) => address);

  test('lead to the page that does the work until the one that is meant is there', () => {
    const starts = ['/systems/orbit/start/', '/systems/comet/start/'];
    expect(aliasesOf(found(...starts))).toEqual(starts);
    expect(aliasesOf(found('/tasks/', ...starts))).toEqual(['/tasks/']);
  });
  test('are added to those that a hit has', () => {
    const [hit] = found('/tasks/');
    expect(withAliases([{ ...hit!, aliases: ['work'] }], data)[0]!.aliases).toEqual(['work', 'first task']);
  });
});
