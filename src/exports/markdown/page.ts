/** One page of prose as a document of its own. */
import { markdownOf } from './nodes.ts';
import { footnotes } from './notes.ts';
import { proseOf, type ProsePage } from './prose.ts';
import type { Ground } from './quotes.ts';

/** The text of a page with its notes at the end. */
export async function pageMarkdown(page: ProsePage, ground: Ground): Promise<string> {
  const notes = footnotes(ground.address);
  const text = await proseOf(page, ground, notes);
  return markdownOf([...text, ...notes.definitions]);
}
