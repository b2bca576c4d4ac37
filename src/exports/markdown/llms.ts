/** The list of what there is to read, in the form that the llms.txt proposal gives: a title, a summary, lists of links with notes. */
import type { RootContent } from 'mdast';
import { heading, link, list, listed, markdownOf, paragraph, quote, type Inline } from './nodes.ts';

export interface Linked {
  readonly title: string;
  /** As it stands in the file. */
  readonly href: string;
  readonly note?: string | undefined;
}

export interface LinkList {
  /** `Optional` marks what may be left out where there is little room. */
  readonly title: string;
  readonly links: readonly Linked[];
}

/** The text of the file. A list without links is left out, and so is the note of a link without one. */
export function llmsText(title: string, summary: string, details: readonly string[], lists: readonly LinkList[]): string {
  const item = ({ title: name, href, note }: Linked): Inline[] => [link(href, name), note === undefined ? '' : `: ${note}`];
  const head: RootContent[] = [heading(1, title), quote(paragraph(summary)), list(details.map((it) => [it]))];
  return markdownOf([...head, ...lists.flatMap((it) => listed(2, it.title, it.links, item))]);
}
