/** Charts of time as they are built: what they draw is what the records have, and what stands beside them as a table or a list. */
import { expect, test } from 'vitest';
import { readContent } from '../../src/records/reader.ts';
import { milestoneWords, platformWords } from '../../src/components/spec/state-words.ts';
import { speedOf } from '../../src/facts/order/speed.ts';
import { attribute, dist, readSite, textOf, type Element, type Page } from './built-site.ts';

const { entries } = readContent(process.cwd());
const { pages } = readSite(dist);
const pageAt = (address: string): Page => pages.find((it) => it.address === address)!;
const classesOf = (it: Element): string[] => (attribute(it, 'class') ?? '').split(' ');

const below = (of: Element): Element[] => of.childNodes.flatMap((it) => ('tagName' in it ? [it, ...below(it)] : []));
/** The platform that a row leads to. */
const hrefIn = (row: Element): string | undefined =>
  below(row)
    .map((it) => attribute(it, 'href'))
    .find((it) => it?.startsWith('/platforms/'));

/** What the marks of a chart say, lane by lane. */
function lanesOf(page: Page, chart = 0): string[][] {
  const figures = page.elements.filter((it) => classesOf(it).includes('time-chart'));
  const figure = figures[chart];
  if (!figure) return [];
  return below(figure)
    .filter((it) => classesOf(it).includes('lane'))
    .map((lane) =>
      below(lane)
        .filter((it) => classesOf(it).includes('mark'))
        .map((it) => `${attribute(it, 'data-day')} ${attribute(it, 'data-word')}`),
    );
}
const dated = <T extends { readonly asOf: string }>(observations: readonly T[], word: (it: T) => string): string[] =>
  observations.filter((it) => it.asOf !== 'undated').map((it) => `${it.asOf} ${word(it)}`);
const days = (observations: readonly { readonly asOf: string }[]): number =>
  new Set(observations.map((it) => it.asOf).filter((it) => it !== 'undated')).size;

test('each platform and each milestone with two days has its chart, with a mark for each dated observation and no other', () => {
  let charts = 0;
  for (const { id, data } of entries.platforms) {
    const lanes = lanesOf(pageAt(`platforms/${id}/`));
    expect([id, lanes]).toEqual([id, days(data.states) > 1 ? [dated(data.states, (it) => platformWords[it.state].word)] : []]);
    charts += lanes.length;
  }
  for (const { id, data } of entries.milestones) {
    const lanes = lanesOf(pageAt(`milestones/${id}/`));
    expect([id, lanes]).toEqual([id, days(data.status) > 1 ? [dated(data.status, (it) => milestoneWords[it.status].word)] : []]);
    charts += lanes.length;
  }
  expect(charts).toBeGreaterThan(10);
});

test('the chart of a system has the numbers of its table', () => {
  for (const system of ['starina', 'avyos']) {
    const page = pageAt(`systems/${system}/milestones/`);
    const own = entries.milestones.filter((it) => it.data.system === system).sort((a, b) => a.data.order - b.data.order);
    const lanes = lanesOf(page);
    expect(lanes).toEqual(own.map(({ data }) => dated(data.status, (it) => milestoneWords[it.status].word)));
    const table = page.elements.find((it) => classesOf(it).includes('history'))!;
    const counts = new Map<string, number>();
    for (const mark of lanes.flat()) counts.set(mark.slice(11), (counts.get(mark.slice(11)) ?? 0) + 1);
    // Of several observations on one day the table has the last, as the chart draws it on top.
    const said = textOf(table);
    for (const word of counts.keys()) expect(said).toContain(word);
  }
});

test('the board and the matrix have a chart for each system with two days', () => {
  const systemsWith = (all: readonly (readonly [system: string, observations: readonly { readonly asOf: string }[]])[]): number =>
    [...Map.groupBy(all, ([system]) => system).values()].filter((of) => of.some(([, it]) => days(it) > 1)).length;
  const count = (page: Page): number => page.elements.filter((it) => classesOf(it).includes('time-chart')).length;
  expect(count(pageAt('milestones/'))).toBe(systemsWith(entries.milestones.map((it) => [it.data.system, it.data.status])));
  expect(count(pageAt('platforms/'))).toBe(systemsWith(entries.platforms.map((it) => [it.data.system, it.data.states])));
});

test('a speed stands with its sum, and only where the days carry one', () => {
  for (const { id } of entries.systems) {
    const own = entries.milestones.filter((it) => it.data.system === id);
    const page = pageAt(`systems/${id}/milestones/`);
    const speed = speedOf(own.map((it) => it.data.status));
    const said = textOf(page.elements.find((it) => it.tagName === 'main')!).replaceAll(/\s+/g, ' ');
    if (speed) expect(said).toContain(`${speed.completed} × 30.44 / ${speed.days} = ${speed.aMonth} a month`);
    else expect(said).not.toContain('30.44');
  }
});

test('every moment of the matrix has its page, which says of each platform what was said last by then', () => {
  const moments = [...new Set(entries.platforms.flatMap((it) => it.data.states.map((state) => state.asOf)))].filter(
    (it) => it !== 'undated',
  );
  expect(moments.length).toBeGreaterThan(5);
  for (const day of moments) {
    const rows = new Map(
      pageAt(`platforms/as-of/${day}/`)
        .elements.filter((it) => it.tagName === 'tr')
        .map((row) => [hrefIn(row), textOf(row).replaceAll(/\s+/g, ' ')]),
    );
    for (const { id, data } of entries.platforms) {
      const last = data.states.filter((it) => it.asOf !== 'undated' && it.asOf <= day).at(-1);
      const row = rows.get(`/platforms/${id}/`);
      if (last)
        for (const word of [platformWords[last.state].word, last.asOf]) expect([id, row]).toEqual([id, expect.stringContaining(word)]);
      else expect([id, row]).toEqual([id, undefined]);
    }
  }
});
