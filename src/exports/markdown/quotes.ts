/** What stands apart in a text: a rule, a difference, a simulation or a drawing as a block quote, the steps of a flow as a list, a piece of a model as code. */
import type { Blockquote, Code, List, Paragraph } from 'mdast';
import { find, type Entries, type Entry } from '../../facts/entries.ts';
import { drawingOf, type DrawnGroup } from '../../facts/graph/drawing.ts';
import { declarationsIn } from '../../mechanisms/excerpt.ts';
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
  /** The file of a model. */
  readonly source: (model: string) => Promise<string>;
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

/** What a group of a drawing shows: its title and the names of its parts, what lies in a frame after the frame's. */
export const groupWords = ({ title, items }: DrawnGroup): string => {
  const names = items.map(({ frame, parts }) => {
    const inside = parts.map((it) => it.title).join(', ');
    return frame ? `${frame.title} (${inside})` : inside;
  });
  return `${title}: ${names.join(', ')}`;
};

/** A drawing in words: its sentence, what stands in which group from the top, and each arrow. */
export function drawingQuote(system: string | undefined, id: string | undefined, { entries }: Ground, notes: Notes): Blockquote {
  const { architecture, view } = viewOf(entries, system, id);
  const titles = new Map(architecture.components.map((it) => [it.id, it.title]));
  const panels = drawingOf(architecture, view);
  const groups = panels.flatMap((panel) => panel.groups.map((it) => [`${panel.title ? `${panel.title}, ` : ''}${groupWords(it)}`]));
  const drawn = panels.flatMap(({ groups: all }) => all.flatMap(({ items }) => items.flatMap(({ parts }) => parts)));
  const nameOf = (part: string): string => drawn.find((it) => it.id === part)?.title ?? titles.get(part) ?? part;
  const edges = panels.flatMap((panel) =>
    panel.edges.map(({ from, to, kind, protocol, relations }) => [
      `${nameOf(from)} → ${nameOf(to)} (${kind}${protocol ? ` by ${protocol}` : ''}): ${relations.map(({ text }) => text).join(' ')}`,
    ]),
  );
  return quote(
    paragraph(strong('Drawing: ', view.title), `. ${view.text}`, ...marksOf(notes, entries, view.cite, view.basis)),
    list(groups),
    ...(edges.length > 0 ? [list(edges)] : []),
  );
}

function viewOf(entries: Entries, system: string | undefined, id: string | undefined) {
  const architecture = find(entries, 'architecture', system ?? '')?.data;
  const view = architecture?.views.find((it) => it.id === id);
  if (!architecture || !view) throw new Error(`<Drawing view="${id ?? ''}" />: there is no such view of ${system ?? 'no system'}`);
  return { architecture, view };
}

/** The title of a flow and its steps, each with its sources. */
export function flowSteps(system: string | undefined, id: string, { entries }: Ground, notes: Notes): [Paragraph, List] {
  const flow = find(entries, 'architecture', system ?? '')?.data.flows.find((it) => it.id === id);
  if (!flow) throw new Error(`<Flow id="${id}" />: there is no such flow of ${system ?? 'no system'}`);
  const steps = flow.steps.map(({ text, cite }) => [text, ...marksOf(notes, entries, cite)]);
  return [paragraph(strong(flow.title), ', step by step:'), list(steps, true)];
}

/** A piece of the model as it runs. */
export async function excerptCode(of: string, name: string, { source }: Ground): Promise<Code> {
  const found = declarationsIn(await source(of)).get(name);
  if (!found) throw new Error(`<Excerpt of="${of}" name="${name}" />: the model declares no such name`);
  return { type: 'code', lang: 'ts', value: found.text };
}
