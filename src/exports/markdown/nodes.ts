/** The nodes of a Markdown document, and its text. What is built of nodes needs no escaping by whoever builds it. */
import type { BlockContent, Blockquote, Heading, Link, List, Paragraph, PhrasingContent, RootContent, Text } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown, type Handle as ToMarkdownHandle, type Options as ToMarkdownOptions } from 'mdast-util-to-markdown';

/** Phrasing, or a text that stands for it: what it has between backticks is code, as in the records. */
export type Inline = string | PhrasingContent;

/** Texts become nodes; neighbours stay as they are, so a caller writes its own spaces. */
export function inline(parts: readonly Inline[]): PhrasingContent[] {
  return parts.flatMap((part) => (typeof part === 'string' ? phrase(part) : [part]));
}

function phrase(text: string): PhrasingContent[] {
  return text
    .split(/`([^`]+)`/)
    .map((value, i): PhrasingContent => ({ type: i % 2 === 1 ? 'inlineCode' : 'text', value }))
    .filter((node) => 'value' in node && node.value !== '');
}

export const paragraph = (...parts: readonly Inline[]): Paragraph => ({ type: 'paragraph', children: inline(parts) });
export const strong = (...parts: readonly Inline[]): PhrasingContent => ({ type: 'strong', children: inline(parts) });
export const code = (value: string): PhrasingContent => ({ type: 'inlineCode', value });
export const link = (url: string, ...parts: readonly Inline[]): Link => ({
  type: 'link',
  url,
  children: inline(parts) as Link['children'],
});
export const quote = (...children: BlockContent[]): Blockquote => ({ type: 'blockquote', children });

/** Markdown knows six levels; what would lie deeper stands on the sixth. */
export const heading = (depth: number, ...parts: readonly Inline[]): Heading => ({
  type: 'heading',
  depth: Math.min(depth, 6) as Heading['depth'],
  children: inline(parts),
});

/** Each item is a line, or blocks of which the first is its line. */
export const list = (items: readonly (readonly Inline[] | BlockContent[])[], ordered = false): List => ({
  type: 'list',
  ordered,
  spread: false,
  children: items.map((item) => ({ type: 'listItem', spread: false, children: isBlocks(item) ? item : [paragraph(...item)] })),
});
const isBlocks = (item: readonly Inline[] | BlockContent[]): item is BlockContent[] =>
  typeof item[0] === 'object' && (item[0].type === 'paragraph' || item[0].type === 'list');

/** A heading with an item for each of these below it; nothing where there are none. */
export const listed = <T>(depth: number, title: string, all: readonly T[], itemOf: (it: T) => readonly Inline[]): RootContent[] =>
  all.length === 0 ? [] : [heading(depth, title), list(all.map(itemOf))];

/** A heading with what is below it; nothing where there is nothing. */
export const section = (depth: number, title: string, blocks: readonly RootContent[]): RootContent[] =>
  blocks.length === 0 ? [] : [heading(depth, title), ...blocks];

export const settings: ToMarkdownOptions = { bullet: '-', extensions: [gfmToMarkdown({ tablePipeAlign: false })] };

/** What may need an escape somewhere: a mark, one at the start or the end of a text, or what a neighbour can make one. */
const tricky = /[\\`*_~[\]<>|#&@=\t\r\n]|:\/|[Ww]\.|^[ \d().:+-]|[ :!]$/;

/** Most texts need none, and to hold each against every rule was a tenth of the time in which pages are rendered. */
const text: ToMarkdownHandle = (node: Text, _parent, state, info) => (tricky.test(node.value) ? state.safe(node.value, info) : node.value);

/** The text of a document: GitHub's Markdown, which has tables and footnotes beside CommonMark. Ends in one line feed. */
export const markdownOf = (children: readonly RootContent[]): string =>
  toMarkdown({ type: 'root', children: [...children] }, { ...settings, handlers: { text } });
