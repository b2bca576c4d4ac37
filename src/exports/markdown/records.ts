/** The records that stand in lists of one line each: rules, differences, terms, sources, mechanisms, exercises. */
import { find, type Entry } from '../../facts/entries.ts';
import { grouped } from '../../components/simulation/narrate.ts';
import type { CatalogueEntry } from '../../components/simulation/catalogue.ts';
import { dayWords } from '../../components/spec/day-words.ts';
import { driftWords } from '../../components/spec/drift-words.ts';
import { fact, ground } from './facts.ts';
import { code, link, strong, type Inline } from './nodes.ts';
import type { Ground } from './quotes.ts';

/** The sentence, its ground, and what the build found of it. */
export async function ruleItem({ id, data }: Entry<'rules'>, of: Ground): Promise<Inline[]> {
  const checks: Inline[] = [];
  for (const { model, property } of data.checkedBy) {
    const { holds, states } = await of.verdict(model, property);
    checks.push(` ${holds ? 'Holds' : 'Violated'} in the model ${model}, all ${grouped(states)} states: ${property}.`);
  }
  return [link(of.address(`/rules/#${id}`), code(id)), ': ', data.statement, ...ground(data, of), ...checks];
}

/** Both sides, each with its ground. */
export function driftItem({ id, data }: Entry<'drift'>, of: Ground): Inline[] {
  const { title, documented, observed } = data;
  return [
    strong(link(of.address(`/sources/drift/#${id}`), title)),
    ` (${driftWords[data.class].toLowerCase()}). As documented: `,
    ...fact(documented, of),
    ` As found, ${dayWords(observed.asOf)}: `,
    ...fact(observed, of),
  ];
}

/** What a term means in each system. */
export function termItem({ id, data }: Entry<'glossary'>, of: Ground): Inline[] {
  const { aliases, seeAlso } = data;
  const titleOf = (system: string) => find(of.entries, 'systems', system)?.data.title ?? system;
  return [
    strong(link(of.address(`/glossary/#${id}`), data.term)),
    aliases.length > 0 ? ` (also ${aliases.join(', ')}): ` : ': ',
    ...data.meanings.flatMap((it, i): Inline[] => [`${i > 0 ? ' ' : ''}${titleOf(it.system)}: `, ...fact(it, of)]),
    seeAlso.length > 0 ? ` See also ${seeAlso.map((it) => find(of.entries, 'glossary', it)?.data.term ?? it).join(', ')}.` : '',
  ];
}

/** What the document is, and what is to be known of it; of a repository, the commits that citations name. */
export function sourceItem({ id, data }: Entry<'sources'>, of: Ground): Inline[] {
  const name = strong(link(of.address(`/sources/${id}/`), data.title));
  if (data.kind === 'primary') return [name, `, primary source, ${data.lineCount} lines. ${data.what} ${data.age}`];
  const commits = data.commits.map(({ commit, date, what }) => `${commit} (${date ?? 'undated'}): ${what}`).join('; ');
  return [name, ', ', link(data.web, data.web), `, read ${data.read}. ${data.how} Commits: ${commits}.`];
}

/** On what it rests, and what the build found. */
export function mechanismItem(it: CatalogueEntry, of: Ground): Inline[] {
  return [
    strong(link(of.address(`/simulations/${it.id}/`), it.title)),
    ` (${[it.basis, it.standsFor].filter(Boolean).join(', ')}): ${grouped(it.states)} states, ${grouped(it.transitions)} transitions; `,
    it.wrong ?? 'every property holds in every state of the model',
    '.',
  ];
}

/** The task, and when it is solved. */
export const labItem = ({ id, data }: Entry<'labs'>, of: Ground): Inline[] => [
  strong(link(of.address(`/learn/${id}/`), data.title)),
  `: ${data.task} ${data.solved}`,
];
