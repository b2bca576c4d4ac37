/** What the built pages say of themselves in their heads, for the search. */
import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { PageHead } from '../facts/search/pages.ts';
import { filesIn } from './files.ts';

/** Every page in a folder, in the order of the files; `siteTitle` stands behind a bar in each title. */
export function pageHeads(folder: string, siteTitle: string): PageHead[] {
  return filesIn(folder, '.html').map((path) => {
    const address = `/${relative(folder, path).split(sep).join('/')}`.replace(/index\.html$/, '');
    return { address, ...headOf(readFileSync(path, 'utf8'), siteTitle) };
  });
}

/** Parses no further than the head: the bodies are long, and are read once when the page is sealed. */
function headOf(html: string, siteTitle: string): Omit<PageHead, 'address'> {
  const end = html.indexOf('</head>');
  const elements = [...elementsOf(parse(html.slice(0, end < 0 ? html.length : end)).childNodes)];
  const title = elements.find(({ tagName }) => tagName === 'title');
  const named = (name: string) => elements.find(({ attrs }) => attrs.some((it) => it.name === 'name' && it.value === name));
  return {
    title: textOf(title).replace(` | ${siteTitle}`, '').trim(),
    description: named('description')?.attrs.find(({ name }) => name === 'content')?.value ?? '',
    isWhole: html.includes('data-pagefind-body'),
    headings: [...html.matchAll(/<h2[^>]* id="([^"]+)"/g)].map(([, id = '']) => id),
  };
}

const textOf = (element: DefaultTreeAdapterTypes.Element | undefined): string =>
  (element?.childNodes ?? []).map((it) => ('value' in it ? it.value : '')).join('');

function* elementsOf(nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): Generator<DefaultTreeAdapterTypes.Element> {
  for (const node of nodes) {
    if (!('tagName' in node)) continue;
    yield node;
    yield* elementsOf(node.childNodes);
  }
}
