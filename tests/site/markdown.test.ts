/** The copies in Markdown, `llms.txt` and `llms-full.txt`: sound Markdown, with the text and the sources of the pages. Links: `links.test.ts`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { leftOut } from '../../src/exports/markdown/prose.ts';
import { markdownOf } from '../../src/exports/markdown/nodes.ts';
import { readContent } from '../../src/records/reader.ts';
import { attribute, dist, filesIn, named, readSite, root, textOf, type Element, type Page } from './built-site.ts';
import { childrenOf, parseMarkdown, textIn, within } from './markdown-tree.ts';

const read = (file: string): string => readFileSync(join(dist, file), 'utf8');
const { entries } = readContent(root);
const docs = join(root, 'src/content/docs');
/** The pages of prose: the path of the source without its ending, and the address below the site. */
const prose = filesIn(docs).map((file) => {
  const path = file.replace(/\.mdx?$/, '').replace(/(^|\/)index$/, '');
  return { source: readFileSync(join(docs, file), 'utf8'), copy: `${path || 'index'}.md`, page: `${path}/`.replace(/^\//, '') };
});
const { pages } = readSite(dist);

const isHeading = (it: Nodes) => it.type === 'heading';
const headingsIn = (tree: Nodes) => within(tree).filter(isHeading);

/** What no Markdown of ours may have: HTML, an element of MDX, a sentence that something is left out, a heading out of order. */
function faultsOf(text: string): string[] {
  const tree = parseMarkdown(text);
  const all = within(tree);
  const levels = headingsIn(tree).map((it) => it.depth);
  const marks = (type: 'footnoteReference' | 'footnoteDefinition') =>
    new Set(all.flatMap((it) => (it.type === type ? [it.identifier.toLowerCase()] : [])));
  const [used, defined] = [marks('footnoteReference'), marks('footnoteDefinition')];
  const outsideCode = text.replaceAll(/^(`{3,}).*\n[\s\S]*?^\1$/gm, '');
  return [
    ...all.filter((it) => it.type === 'html').map((it) => `HTML: ${textIn(it)}`),
    ...[...outsideCode.matchAll(/<\/?[A-Z][a-z]\w*|^import .* from .*|^export .*/gm)].map(([it]) => `source of MDX: ${it}`),
    ...(text.includes(leftOut) ? [`an element has no form in words: add one to src/exports/markdown/prose.ts`] : []),
    ...(levels.filter((it) => it === 1).length === 1 && levels[0] === 1 ? [] : ['it does not begin with its only first heading']),
    ...levels.flatMap((level, i) =>
      level > (levels[i - 1] ?? 0) + 1 ? [`a heading of level ${level} follows one of ${levels[i - 1]}`] : [],
    ),
    ...[...used].filter((it) => !defined.has(it)).map((it) => `note ${it} is not there`),
    ...[...defined].filter((it) => !used.has(it)).map((it) => `nothing leads to note ${it}`),
    ...(markdownOf(childrenOf(tree) as Parameters<typeof markdownOf>[0]) === text
      ? []
      : ['it is not what it says when it is written again']),
  ];
}

test.each([
  ['# A\n\nText <b>bold</b>.\n', 'HTML: <b>'],
  ['# A\n\n\\<Cite lines="4">x\\</Cite>\n', 'source of MDX: <Cite'],
  ['# A\n\nimport Cite from "x";\n', 'source of MDX: import Cite from "x";'],
  [`# A\n\n${leftOut}.\n`, 'an element has no form in words'],
  ['## A\n', 'it does not begin with its only first heading'],
  ['# A\n\n### B\n', 'a heading of level 3 follows one of 1'],
  ['# A\n\nB[^1].\n\n[^1]: C\n\n[^2]: D\n', 'nothing leads to note 2'],
  ['# A\n\n* B\n', 'it is not what it says when it is written again'],
])('what is wrong with %j is found', (text, says) => {
  expect(faultsOf(text).join('\n')).toContain(says);
});

test('what looks like an element in a block of code is code', () => {
  expect(faultsOf('# A\n\n```rust\nlet it = run::<Tally, Env>;\n```\n')).toEqual([]);
});

describe.each(prose)('$copy', ({ source, copy, page: address }) => {
  const text = read(copy);
  const page = pages.find((it) => it.address === address)!;

  test('is sound', () => {
    expect(faultsOf(text)).toEqual([]);
  });

  test('has the headings of the page, and its lead', () => {
    const ofPage = page.elements.filter((it) => /^h[1-6]$/.test(it.tagName) && isInProse(page, it)).map((it) => textOf(it).trim());
    expect(headingsIn(parseMarkdown(text)).map(textIn)).toEqual(ofPage.map((it) => it.replaceAll('\u2019', "'")));
    const lead = page.elements.find((it) => (attribute(it, 'class') ?? '').split(/\s+/).includes('lead'))!;
    expect(textIn(childrenOf(parseMarkdown(text))[1]!)).toBe(textOf(lead).trim());
  });

  test('has every citation, rule, difference and simulation of the source', () => {
    const marks = [...text.matchAll(/\[\^\d+\](?!:)/g)].length;
    expect(marks).toBeGreaterThanOrEqual([...source.matchAll(/<Cite /g)].length);
    for (const [, kind, id = ''] of source.matchAll(/<(Rule|Drift|Simulation) id="([^"]+)"/g)) {
      const at = { Rule: `/rules/#${id}`, Drift: `/sources/drift/#${id}`, Simulation: `/simulations/${id}/` }[kind as 'Rule'];
      expect(text).toContain(`](${at})`);
    }
  });

  test('is named in the head of the page', () => {
    const links = named(page, 'link').filter((it) => attribute(it, 'rel') === 'alternate' && attribute(it, 'type') === 'text/markdown');
    expect(links.map((it) => attribute(it, 'href'))).toEqual([`/${copy}`]);
  });
});

/** Headings of the frame around the prose, of a rule or of a plate are no headings of the text. */
function isInProse(page: Page, heading: Element): boolean {
  const id = attribute(heading, 'id');
  if (id === '_top') return true;
  return (
    id !== undefined &&
    page.elements.some((it) => attribute(it, 'class')?.includes('sl-heading-wrapper') && it.childNodes.includes(heading))
  );
}

describe('llms.txt', () => {
  const tree = parseMarkdown(read('llms.txt'));
  const blocks = childrenOf(tree);

  /** The grammar of the proposal (llmstxt.org): a title, a summary, anything but headings, then headings with lists of links. */
  function faultsOfGrammar(all: readonly Nodes[]): string[] {
    const [title, summary, ...rest] = all;
    const first = rest.findIndex(isHeading);
    const lists = first < 0 ? [] : rest.slice(first);
    const items = lists.filter((it) => it.type === 'list').flatMap((it) => childrenOf(it));
    return [
      ...(title?.type === 'heading' && title.depth === 1 ? [] : ['no title']),
      ...(summary?.type === 'blockquote' ? [] : ['no summary']),
      ...lists.flatMap((it, i) =>
        (i % 2 === 0 ? it.type === 'heading' && it.depth === 2 : it.type === 'list') ? [] : [`'${textIn(it)}' is out of place`],
      ),
      ...(lists.length % 2 === 0 ? [] : ['a heading without a list']),
      ...items.filter((item) => !isLink(item)).map((item) => `'${textIn(item)}' is no link with a note`),
    ];
  }
  function isLink(item: Nodes): boolean {
    const [line, ...more] = childrenOf(item);
    const [link, note] = line ? childrenOf(line) : [];
    return more.length === 0 && link?.type === 'link' && (note === undefined || textIn(note).startsWith(': '));
  }

  test('has the form of the proposal', () => {
    expect(faultsOfGrammar(blocks)).toEqual([]);
    expect(blocks.filter(isHeading).map(textIn)).toEqual(['Orrery', ...systemTitles(), 'Other pages', 'Data', 'Optional']);
  });

  test.each([
    ['> A summary\n', 'no title'],
    ['# A\n\nA paragraph.\n', 'no summary'],
    ['# A\n\n> B\n\n## C\n\nA paragraph.\n', "'A paragraph.' is out of place"],
    ['# A\n\n> B\n\n### C\n\n- [D](/d)\n', "'C' is out of place"],
    ['# A\n\n> B\n\n## C\n', 'a heading without a list'],
    ['# A\n\n> B\n\n## C\n\n- D\n', "'D' is no link with a note"],
    ['# A\n\n> B\n\n## C\n\n- [D](/d) and E\n', "'D and E' is no link with a note"],
  ])('the form refuses %j', (text, says) => {
    expect(faultsOfGrammar(childrenOf(parseMarkdown(text)))).toContain(says);
  });

  test('is sound, and lists every copy and every collection', () => {
    expect(faultsOf(read('llms.txt'))).toEqual([]);
    const links = new Set(within(tree).flatMap((it) => (it.type === 'link' ? [it.url] : [])));
    for (const { copy } of prose) expect(links).toContain(`/${copy}`);
    for (const name of Object.keys(entries)) expect(links).toContain(`/api/v1/${name}.json`);
  });
});

const systemTitles = (): string[] => [...entries.systems].sort((a, b) => a.data.order - b.data.order).map(({ data }) => data.title);

describe('llms-full.txt', () => {
  const text = read('llms-full.txt');

  test('is sound', () => {
    expect(faultsOf(text)).toEqual([]);
  });

  test('has every page and every record', () => {
    const tree = parseMarkdown(text);
    const titles = new Set(headingsIn(tree).map(textIn));
    for (const { copy } of prose) expect(titles).toContain(textIn(childrenOf(parseMarkdown(read(copy)))[0]!));
    for (const { data } of entries.milestones) expect(titles).toContain(`${data.label}: ${data.title}`);
    for (const { data } of entries.platforms) expect(titles).toContain(data.title);
    const links = new Set(within(tree).flatMap((it) => (it.type === 'link' ? [it.url] : [])));
    for (const { id } of entries.rules) expect(links).toContain(`/rules/#${id}`);
    for (const { id } of entries.drift) expect(links).toContain(`/sources/drift/#${id}`);
    for (const { id } of entries.glossary) expect(links).toContain(`/glossary/#${id}`);
    for (const { id } of entries.sources) expect(links).toContain(`/sources/${id}/`);
  });

  test('has a source behind its facts', () => {
    for (const { data } of entries.sources) if (data.kind === 'primary') expect(text).toMatch(new RegExp(`\\(${data.title}, lines? \\d`));
    for (const { data } of entries.sources)
      if (data.kind === 'upstream') for (const { commit } of data.commits) expect(text).toContain(commit);
  });
});
