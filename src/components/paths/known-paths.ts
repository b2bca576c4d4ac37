/** All paths in their order, with what each step leads to and how long it takes. */
import type { Entry } from '../../facts/entries.ts';
import { minutesOf, stepsIn, type KnownStep } from '../../facts/paths.ts';
import { knownPages } from '../../facts/search/known-pages.ts';
import { sitePages } from '../../facts/site-pages.ts';
import { loadMechanisms } from '../../mechanisms/registry.ts';
import { entries } from '../../records/catalogue.ts';
import { prose } from '../../exports/prose-pages.ts';

interface TitledStep extends KnownStep {
  readonly title: string;
}
export interface KnownPath {
  readonly entry: Entry<'paths'>;
  readonly steps: readonly TitledStep[];
  /** Of reading, playing and solving together; the task comes after. */
  readonly minutes: number;
}

const models = new Map((await loadMechanisms()).map(({ model }) => [model.id, model.title]));
const addresses = new Set(sitePages(entries, prose.map((it) => it.address), models.keys()).keys()); // prettier-ignore
const titles = new Map(knownPages(entries, prose, models, addresses).map((it) => [it.address, it.title]));
const written = prose.map(({ address, body }) => ({ address, text: body }));

export const knownPaths: readonly KnownPath[] = entries.paths
  .toSorted((a, b) => a.data.order - b.data.order)
  .map((entry) => {
    const steps = stepsIn(entry.data, entries, written);
    return { entry, steps: steps.map((it) => ({ ...it, title: it.title ?? titleAt(it.href) })), minutes: minutesOf(steps) };
  });

function titleAt(href: string): string {
  const [page = ''] = href.split('#');
  return titles.get(page) ?? page;
}
