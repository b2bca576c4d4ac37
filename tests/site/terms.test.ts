/** The terms of each page of prose: every linked word is explained at its foot, and reads on there without script. */
import { expect, test } from 'vitest';
import { attribute, dist, readSite, type Element } from './built-site.ts';

const prose = readSite(dist).pages.filter(
  ({ file }) => /^systems\/[^/]+\/(architecture|guides)\//.test(file) && !/architecture\/parts\//.test(file),
);
const isTerm = (it: Element): boolean => attribute(it, 'class') === 'term';
const insideOf = (it: Element): string[] => {
  const parent = it.parentNode as Element | null;
  return parent && 'tagName' in parent ? [parent.tagName, ...insideOf(parent)] : [];
};

test('most pages of prose explain a word, and none more than a reader bears', () => {
  const counts = prose.map(({ elements }) => elements.filter(isTerm).length);
  expect(counts.filter((it) => it > 0).length).toBeGreaterThan(prose.length / 2);
  expect(Math.max(...counts)).toBeLessThanOrEqual(12);
});

test.each(prose.map((page) => [page.file, page] as const))('%s: the linked words are those that are explained, each once', (_, page) => {
  const links = page.elements.filter(isTerm);
  const told = links.map((it) => attribute(it, 'data-tells'));
  const explained = page.elements.flatMap((it) => attribute(it, 'id') ?? []).filter((id) => id.startsWith('term-'));
  expect(told).toEqual(explained);
  expect(new Set(told).size).toBe(told.length);
  for (const link of links) {
    expect(attribute(link, 'href')).toBe(`/glossary/#${attribute(link, 'data-tells')!.replace('term-', '')}`);
    expect(insideOf(link).filter((it) => /^(a|code|pre|h[1-6]|figure|svg|cite-note)$/.test(it))).toEqual([]);
  }
});
