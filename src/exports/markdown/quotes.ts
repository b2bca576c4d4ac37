/** What stands apart in a text: a rule, a difference, a simulation, each as a block quote. */
import type { Blockquote } from 'mdast';
import type { Entries, Entry } from '../../facts/entries.ts';
import type { Address } from '../address-below.ts';
import { grouped } from '../../components/simulation/narrate.ts';
import type { Story } from '../../components/simulation/story.ts';
import { dayWords } from '../../components/spec/day-words.ts';
import { claimHead, driftWords } from '../../components/spec/drift-words.ts';
import { code, link, list, paragraph, quote, strong } from './nodes.ts';
import { marksOf, type Notes } from './notes.ts';

/** What the copies of all pages are made with. */
export interface Ground {
  readonly entries: Entries;
  readonly address: Address;
  /** What the build found when it checked a model. */
  readonly verdict: (model: string, property: string) => Promise<{ readonly holds: boolean; readonly states: number }>;
  readonly story: (model: string, scenario?: string) => Promise<Story>;
}

/** Its id, its sentence with the sources, and what checks it. */
export async function ruleQuote(rule: Entry<'rules'>, ground: Ground, notes: Notes): Promise<Blockquote> {
  const { statement, cite, basis, why, checkedBy } = rule.data;
  const name = link(ground.address(`/rules/#${rule.id}`), code(rule.id));
  const blocks = [paragraph(strong('Rule'), ' ', name, `: ${statement}`, ...marksOf(notes, ground.entries, cite, basis))];
  if (why !== undefined) blocks.push(paragraph(`${basis === 'unknown' ? 'Unknown' : 'Inferred'}: ${why}`));
  for (const { model, property } of checkedBy) {
    const { holds, states } = await ground.verdict(model, property);
    const page = link(ground.address(`/simulations/${model}/`), property);
    blocks.push(paragraph(`${holds ? 'Holds' : 'Violated'} in the model, all ${grouped(states)} states: `, page, '.'));
  }
  return quote(...blocks);
}

/** Both sides of a difference, each with its date and its sources. */
export function driftQuote(drift: Entry<'drift'>, { entries, address }: Ground, notes: Notes): Blockquote {
  const { title, documented, observed } = drift.data;
  const name = link(address(`/sources/drift/#${drift.id}`), title);
  return quote(
    paragraph(strong('Difference: ', name), `. ${driftWords[drift.data.class]}.`),
    paragraph(`${claimHead(entries, drift.data)}: ${documented.text}`, ...marksOf(notes, entries, documented.cite)),
    paragraph(`As found, ${dayWords(observed.asOf)}: ${observed.text}`, ...marksOf(notes, entries, observed.cite)),
  );
}

/** Where it runs, and its story in words. */
export async function simulationQuote(model: string, scenario: string | undefined, { address, story }: Ground): Promise<Blockquote> {
  const { title, basis, told, steps, end, bounds } = await story(model, scenario);
  const page = link(address(`/simulations/${model}/`), 'its page');
  return quote(
    paragraph(
      strong('Simulation: ', title),
      ` (${basis}). It runs on `,
      page,
      `, where it can be stepped, checked and broken. One run of it: ${told}.`,
    ),
    list(
      steps.map((says) => [says]),
      true,
    ),
    paragraph(end),
    paragraph(bounds),
  );
}
