/** What a built page says of itself: the words that its card shows. */
import { parse, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { shortLead } from '../facts/page-words.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;

/** The first heading of a page, and its lead as far as a card has room; a page without a lead has its description there. Throws, naming the page, where it has neither. */
export function cardWords(html: string, page: string): { readonly title: string; readonly lead: string } {
  // Only these parts are parsed: the rest of a page is long, and says nothing here.
  const end = html.indexOf('</head>');
  const [, title] = /<h1[^>]*\bid="?_top\b[^>]*>(.*?)<\/h1>/s.exec(html.slice(end)) ?? [];
  const [, lead] = /<p[^>]*\bclass="?lead\b[^>]*>(.*?)<\/p>/s.exec(html.slice(end)) ?? [];
  const said = lead === undefined ? descriptionIn(parse(`${html.slice(0, end)}</head></html>`).childNodes) : textOf(lead);
  if (title === undefined || said === undefined)
    throw new Error(`${page} has no ${title === undefined ? '<h1 id="_top">' : 'lead and no description'}: its card cannot be drawn.`);
  return { title: textOf(title), lead: shortLead(said) };
}

const textOf = (markup: string): string => textIn(parseFragment(markup).childNodes).replace(/\s+/g, ' ').trim();

const textIn = (nodes: readonly Node[]): string =>
  nodes.map((node) => ('value' in node ? node.value : 'childNodes' in node ? textIn(node.childNodes) : '')).join('');

function descriptionIn(nodes: readonly Node[]): string | undefined {
  for (const node of nodes) {
    if (!('tagName' in node)) continue;
    const value = (of: string) => node.attrs.find(({ name }) => name === of)?.value;
    if (node.tagName === 'meta' && value('name') === 'description') return value('content');
    const inner = descriptionIn(node.childNodes);
    if (inner !== undefined) return inner;
  }
  return undefined;
}
