/** The pages of prose, and what their copies for other tools are made with. */
import { getCollection } from 'astro:content';
import { entries, systems } from '../records/catalogue.ts';
import type { ProsePage } from './markdown/prose.ts';
import type { Ground } from './markdown/quotes.ts';
import { fileOf, sourceOf } from '../components/simulation/model-source.ts';
import { storyOf } from '../components/simulation/story.ts';
import { verdictOf } from '../components/simulation/verdicts.ts';
import { systemOfPage } from '../components/spec/system-of-page.ts';
import { isGuide } from '../facts/addresses.ts';
import { markdownAddress } from '../facts/alternates.ts';
import { address } from './site-address.ts';

export const ground: Ground = { entries, address, verdict: verdictOf, story: storyOf, source: (model) => sourceOf(fileOf(model)) };

export interface Prose extends ProsePage {
  /** Where its copy in Markdown is, root-relative. */
  readonly copy: string;
}

/** The place of a page's system among the systems; pages of no system come before them. */
const placeOf = (page: string): number => systems.findIndex(({ id }) => id === systemOfPage(page));

/**
 * Every page: those of each system together, in the order of the sidebar, with its guides first. The page of a part has no copy:
 * what it says is in `llms-full.txt`, where every part and relation of a system stands.
 */
export const prose: readonly Prose[] = (await getCollection('docs'))
  .map((entry) => {
    const page = `/${entry.id.replace(/(^|\/)index$/, '')}/`.replace('//', '/');
    const { title, description, sidebar } = entry.data;
    const order = sidebar.order ?? Number.MAX_SAFE_INTEGER;
    return { order, address: page, copy: markdownAddress(page), title, description, body: entry.body ?? '' };
  })
  .sort(
    (a, b) =>
      placeOf(a.address) - placeOf(b.address) ||
      Number(isGuide(b.address)) - Number(isGuide(a.address)) ||
      a.order - b.order ||
      (a.address < b.address ? -1 : 1),
  );
