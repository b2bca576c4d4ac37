/** Markdown files as the tests read them: parsed by another library than the one that wrote them. */
import type { Nodes } from 'mdast';
import { markdownToMdast } from 'satteri';

export const parseMarkdown = (text: string): Nodes => markdownToMdast(text, { position: false, features: { frontmatter: false } });

export const childrenOf = (node: Nodes): readonly Nodes[] => ('children' in node ? node.children : []);

/** The node and everything below it, in order. */
export const within = (node: Nodes): Nodes[] => [node, ...childrenOf(node).flatMap(within)];

/** The text of a node with that of what lies in it. */
export const textIn = (node: Nodes): string => ('value' in node ? node.value : childrenOf(node).map(textIn).join(''));

/** Every address that a file links to. */
export const addressesIn = (text: string): string[] => within(parseMarkdown(text)).flatMap((it) => ('url' in it ? [it.url] : []));
