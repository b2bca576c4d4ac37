import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readContent } from '../../records/reader.ts';
import { formsOf, otherSenses, termsOfPage } from './page-terms.ts';

const { entries } = readContent(process.cwd());
/** The terms that a page explains where it first uses them. */
const idsOn = (page: string, title = 'A title'): string[] =>
  termsOfPage(entries, page, title)
    .filter(({ onlyLinked }) => onlyLinked !== true)
    .map(({ id }) => id);

test('a page has the terms that mean something in its system, with what they mean there', () => {
  const terms = termsOfPage(entries, '/systems/starina/architecture/startup/', 'Startup');
  const meaningIn = (id: string, system: string) =>
    entries.glossary.find((it) => it.id === id)!.data.meanings.find((it) => it.system === system)?.text;
  expect(terms.length).toBeGreaterThan(5);
  for (const { id, meaning } of terms) expect(meaning).toBe(meaningIn(id, 'starina'));
  expect(terms.map(({ id }) => id)).not.toContain('facet');
});

test('the terms of one system come before those that several have', () => {
  const shared = termsOfPage(entries, '/systems/avyos/guides/x/', 'X').map(
    ({ id }) => entries.glossary.find((it) => it.id === id)!.data.meanings.length,
  );
  expect(shared).toEqual(shared.toSorted((a, b) => a - b));
  expect(new Set(shared).size).toBeGreaterThan(1);
});

test('what the title names is left to the page, in any number and case', () => {
  const page = '/systems/violetos/architecture/prisms/';
  expect(idsOn(page)).toContain('prism');
  expect(idsOn(page, 'Prisms, facets and invocations')).not.toContain('prism');
  expect(idsOn(page, 'Prismatic')).toContain('prism');
});

test('only prose on a system explains its words', () => {
  for (const page of ['/', '/glossary/', '/systems/zos/', '/systems/zos/architecture/parts/', '/rules/zos/'])
    expect(idsOn(page)).toEqual([]);
});

test('a word in its everyday sense is left out, on pages that exist', () => {
  for (const [page, ids] of otherSenses) {
    const file = `src/content/docs${page.replace(/\/$/, '')}`;
    expect([page, existsSync(`${file}.mdx`) || existsSync(file)]).toEqual([page, true]);
    for (const id of ids) {
      expect(entries.glossary.map((it) => it.id)).toContain(id);
      expect(idsOn(page)).not.toContain(id);
    }
  }
});

test('plurals follow the simple rules', () => {
  const plurals = (...words: string[]) => formsOf({ id: 'x', words }).filter((_, i) => i % 2 === 1);
  expect(plurals('facet', 'property', 'relay', 'process', 'box', 'app bundle')).toEqual([
    'facets',
    'properties',
    'relays',
    'processes',
    'boxes',
    'app bundles',
  ]);
});
