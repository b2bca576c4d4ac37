/** What a page of prose says, block by block, for the checks of its words: without code, addresses, and what components say. */
import type { Nodes } from 'mdast';
import { mdxToMdast, type MdxJsxFlowElement, type MdxJsxTextElement } from 'satteri';
import { parse } from 'yaml';
import type { Prose } from '../facts/integrity/page-content.ts';
import { withoutForeign, type OwnText } from '../facts/prose-lint/own-text.ts';

type Node = (Nodes | MdxJsxFlowElement | MdxJsxTextElement) & {
  readonly position?: { readonly start: { readonly line: number } } | undefined;
  readonly children?: readonly Node[];
};

const blocks: ReadonlyMap<string, OwnText['kind']> = new Map([
  ['paragraph', 'sentences'],
  ['heading', 'title'],
  ['tableCell', 'clause'],
]);

/** The texts of a page that can be read as MDX, in their order. */
export function textsOfPage({ file, text }: Prose): OwnText[] {
  const found: OwnText[] = [];
  const add = (line: number, field: string, kind: OwnText['kind'], said: string): void => {
    if (said.trim() !== '')
      found.push({ file, field: [field], line, kind, text: withoutForeign(said.replaceAll(/\s*\n\s*/g, ' ').trim()) });
  };
  const visit = (node: Node): void => {
    const line = node.position?.start.line ?? 1;
    const kind = blocks.get(node.type);
    if (node.type === 'yaml') for (const [field, kindOf] of head) add(line, field, kindOf, String(parse(node.value)?.[field] ?? ''));
    if (kind) add(line, node.type, kind, saidIn(node));
    if ('name' in node && node.name === 'Cite') {
      // One word is the name of what is there.
      const said = saidIn(node, true);
      if (said.trim().includes(' ')) add(line, '<Cite>', 'clause', said);
    }
    for (const child of node.children ?? []) visit(child);
  };
  visit(mdxToMdast(text, {}) as Node);
  return found;
}

const head = [
  ['title', 'title'],
  ['description', 'sentences'],
] as const;

/** The words of a block; those of a citation are the citation's own. */
function saidIn(node: Node, isCite = false): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'inlineCode') return '``';
  if (node.type === 'break') return ' ';
  if ('name' in node && node.name === 'Cite' && !isCite) return '';
  return (node.children ?? []).map((it) => saidIn(it)).join('');
}
