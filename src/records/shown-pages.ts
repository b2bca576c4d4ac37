/** What each page of prose shows of the records and mechanisms, for pages that lead back to it. */
import { getCollection } from 'astro:content';
import { idsOf, type Prose } from '../facts/integrity/page-content.ts';
import { readMdx } from './mdx.ts';

interface ShownPage {
  /** Root-relative, ending in a slash. */
  readonly address: string;
  readonly title: string;
  readonly simulations: readonly string[];
  readonly rules: readonly string[];
  readonly differences: readonly string[];
  /** Views and flows of the graph of its system. */
  readonly views: readonly string[];
  readonly flows: readonly string[];
}

/** The source of every page of prose as the checks take it, with its title, in the order of the addresses; each is parsed once. */
export const shownProse: readonly (Prose & { readonly title: string })[] = (await getCollection('docs'))
  .map(({ id, body = '', data, filePath = '' }) => ({
    file: filePath,
    address: `/${id.replace(/(^|\/)index$/, '')}/`.replace('//', '/'),
    title: data.title,
    text: body,
    content: readMdx(filePath, body).content,
  }))
  .sort((a, b) => (a.address < b.address ? -1 : 1));

/** What each of them shows. */
export const shownPages: readonly ShownPage[] = shownProse.map(({ address, title, content }) => ({
  address,
  title,
  simulations: idsOf(content, 'Simulation'),
  rules: idsOf(content, 'Rule'),
  differences: idsOf(content, 'Drift'),
  views: idsOf(content, 'Drawing'),
  flows: idsOf(content, 'Flow'),
}));
