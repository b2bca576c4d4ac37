/** What a built page says of itself: the words that its card shows. */
import { parse, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;

/** The first heading and the description of a page. Throws, naming the page, where one is missing. */
export function headingAndDescription(html: string, page: string): { readonly heading: string; readonly description: string } {
  const end = html.indexOf('</head>');
  // Only these two parts are parsed: the rest of a page is long, and says nothing here.
  const [, title] = /<h1[^>]*\bid="?_top"?[^>]*>(.*?)<\/h1>/s.exec(html.slice(end)) ?? [];
  const description = metaIn(parse(`${html.slice(0, end)}</head></html>`).childNodes, 'description');
  if (title === undefined || description === undefined)
    throw new Error(`${page} has no ${title === undefined ? '<h1 id="_top">' : 'description'}: its card cannot be drawn.`);
  return { heading: textIn(parseFragment(title).childNodes).replace(/\s+/g, ' ').trim(), description };
}

const textIn = (nodes: readonly Node[]): string =>
  nodes.map((node) => ('value' in node ? node.value : 'childNodes' in node ? textIn(node.childNodes) : '')).join('');

function metaIn(nodes: readonly Node[], name: string): string | undefined {
  for (const node of nodes) {
    if (!('tagName' in node)) continue;
    const value = (of: string) => node.attrs.find((it) => it.name === of)?.value;
    if (node.tagName === 'meta' && value('name') === name) return value('content');
    const inner = metaIn(node.childNodes, name);
    if (inner !== undefined) return inner;
  }
  return undefined;
}
