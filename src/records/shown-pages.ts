/** What each page of prose shows of the records and mechanisms, for pages that lead back to it. */
import { getCollection } from 'astro:content';
import { idsOf } from '../facts/integrity/page-content.ts';
import { readMdx } from './mdx.ts';

interface ShownPage {
  /** Root-relative, ending in a slash. */
  readonly address: string;
  readonly title: string;
  readonly simulations: readonly string[];
  readonly rules: readonly string[];
  readonly differences: readonly string[];
}

/** Every page of prose, in the order of its address; each is parsed once. */
export const shownPages: readonly ShownPage[] = (await getCollection('docs'))
  .map(({ id, body = '', data, filePath = '' }) => {
    const { content } = readMdx(filePath, body);
    return {
      address: `/${id.replace(/(^|\/)index$/, '')}/`.replace('//', '/'),
      title: data.title,
      simulations: idsOf(content, 'Simulation'),
      rules: idsOf(content, 'Rule'),
      differences: idsOf(content, 'Drift'),
    };
  })
  .sort((a, b) => (a.address < b.address ? -1 : 1));
