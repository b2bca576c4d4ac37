/** Everything in one text: the records and the prose of all systems, each fact with its ground behind it. */
import type { RootContent } from 'mdast';
import { counted } from '../../facts/count-words.ts';
import type { Entry } from '../../facts/entries.ts';
import type { CatalogueEntry } from '../../components/simulation/catalogue.ts';
import type { Written } from '../../components/new-model/written.ts';
import { architectureRecord } from './architecture.ts';
import { languageBlocks } from './language.ts';
import { heading, list, listed, markdownOf, paragraph, quote, section, type Inline } from './nodes.ts';
import { parentheses } from './notes.ts';
import { proseOf, type ProsePage } from './prose.ts';
import type { Ground } from './quotes.ts';
import { driftItem, labItem, mechanismItem, ruleItem, sourceItem, termItem } from './records.ts';
import { milestoneRecord, platformRecord, systemRecord } from './system.ts';

export interface Whole {
  readonly systems: readonly Entry<'systems'>[];
  readonly prose: readonly ProsePage[];
  /** The language in which the models are written. */
  readonly language: Written;
  readonly mechanisms: (system: string) => Promise<readonly CatalogueEntry[]>;
}

/** What the site is, in a sentence; `llms.txt` begins with it as well. */
export const summaryOf = (systems: readonly Entry<'systems'>[]): string =>
  `Orrery documents ${counted(systems.length, 'operating system')} (${systems.map(({ data }) => data.title).join(', ')}) from cited facts: what each is built of, what it promises, what its repository showed later, and the mechanisms as models that are checked state by state.`;

/** How the facts are to be read; both texts say it. */
export const howToRead: readonly string[] = [
  'A line of a primary source in parentheses is what the project documents; a file at a commit is what was found in its repository, with the date of the commit or the word undated.',
  'Where both speak and differ, both are given. Unknown is a value, with the reason: nothing is filled in.',
  'A verdict is about the model, within the bounds that are named, and not about the system itself.',
];

export async function fullText(whole: Whole, of: Ground): Promise<string> {
  const { glossary, labs, sources } = of.entries;
  const systems: RootContent[] = [];
  for (const system of whole.systems) systems.push(...(await systemPart(system, whole, of)));
  return markdownOf([
    heading(1, 'Orrery, everything in one file'),
    quote(paragraph(summaryOf(whole.systems))),
    list(howToRead.map((it) => [it])),
    ...systems,
    ...section(2, 'Other pages', [...(await pages(whole, of, (it) => !it.startsWith('/systems/'))), ...languageBlocks(whole.language, 3)]),
    ...listed(2, 'Glossary', glossary, (it) => termItem(it, of)),
    ...listed(2, 'Exercises', labs, (it) => labItem(it, of)),
    ...listed(2, 'Sources', sources, (it) => sourceItem(it, of)),
  ]);
}

async function systemPart(system: Entry<'systems'>, whole: Whole, of: Ground): Promise<RootContent[]> {
  const { id, data } = system;
  const { entries } = of;
  const isOwn = (it: { readonly data: { readonly system: string } }) => it.data.system === id;
  const milestones = entries.milestones
    .filter(isOwn)
    .sort((a, b) => a.data.order - b.data.order)
    .flatMap((it) => milestoneRecord(it, of));
  const platforms = entries.platforms.filter(isOwn).flatMap((it) => platformRecord(it, of));
  const parts = entries.architecture.filter((it) => it.id === id).flatMap((it) => architectureRecord(it, of));
  const rules: Inline[][] = [];
  for (const rule of entries.rules.filter(isOwn)) rules.push(await ruleItem(rule, of));
  const mechanisms = await whole.mechanisms(id);
  return [
    heading(2, data.title),
    ...section(3, `${data.title}: the system`, systemRecord(system, of)),
    ...section(3, `${data.title}: milestones`, milestones),
    ...section(3, `${data.title}: platforms`, platforms),
    ...section(3, `${data.title}: parts and code map`, parts),
    ...listed(3, `${data.title}: rules`, rules, (it) => it),
    ...listed(3, `${data.title}: documented against found`, entries.drift.filter(isOwn), (it) => driftItem(it, of)),
    ...listed(3, `${data.title}: simulations`, mechanisms, (it) => mechanismItem(it, of)),
    ...(await pages(whole, of, (it) => it.startsWith(`/systems/${id}/`))),
  ];
}

/** The pages whose address is of this kind, one after the other. */
async function pages({ prose }: Whole, of: Ground, isWanted: (address: string) => boolean): Promise<RootContent[]> {
  const all: RootContent[] = [];
  for (const page of prose.filter(({ address }) => isWanted(address))) all.push(...(await proseOf(page, of, parentheses, 3)));
  return all;
}
