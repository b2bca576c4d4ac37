/** A system and its milestones and platforms in Markdown. */
import type { RootContent } from 'mdast';
import { capitalised, counted } from '../../facts/count-words.ts';
import { statusOf } from '../../facts/deliverables.ts';
import { find, type Entry } from '../../facts/entries.ts';
import { bySide, sideOf, sourcesIn } from '../../facts/evidence.ts';
import type { Citation } from '../../schemas/evidence.ts';
import { questions } from '../../schemas/systems.ts';
import { dayWords } from '../../components/spec/day-words.ts';
import { milestoneWords, platformWords, upstreamWords } from '../../components/spec/state-words.ts';
import { questionWords } from '../../components/systems/question-words.ts';
import { fact, ground, named, observed } from './facts.ts';
import { code, heading, link, list, listed, paragraph, strong, type Inline } from './nodes.ts';
import type { Ground } from './quotes.ts';

const isDocumented = (it: { readonly cite: readonly Citation[] }, of: Ground): boolean =>
  sideOf(it, sourcesIn(of.entries)) === 'documented';

/** What the system is, wants and became, and how one begins. */
export function systemRecord({ id, data }: Entry<'systems'>, of: Ground): RootContent[] {
  const { start } = data;
  const needs = [...start.needs, ...start.contributing, ...start.beware].map((it) => named(it.title, it, of));
  const begins = [...needs, ...start.commands.map((it) => commandItem(it, of))];
  return [
    paragraph(...fact(data.summary, of)),
    list([
      named('In short', data.tagline, of),
      named('Kernel', data.kernelKind, of),
      named('Built with', data.builtWith, of),
      named('Licence', data.licence, of),
      [strong('Repository'), ': ', link(data.repository.web, data.repository.web), '. ', ...fact(data.repository, of)],
      [strong('As documented'), `: ${data.documented.label}. `, ...fact(data.documented, of)],
      ...data.upstream.map((it): Inline[] => [
        strong(`As found, ${dayWords(it.asOf)}`),
        `: ${upstreamWords[it.state].word.toLowerCase()}. `,
        ...fact(it, of),
      ]),
    ]),
    ...listed(4, `Goals of ${data.title}`, data.goals, (it) => named(it.title, it, of)),
    ...listed(4, `Not goals of ${data.title}`, data.nonGoals, (it) => named(it.title, it, of)),
    ...listed(4, `What else is stated of ${data.title}`, data.statements, (it) => named(it.title, it, of)),
    ...listed(4, `${capitalised(counted(questions.length, 'question'))} put to ${data.title}`, questions, (it) =>
      answerItem(it, data.answers[it], of),
    ),
    heading(4, `Start with ${data.title}`),
    paragraph('Compared with the repository on ', start.compared, '. ', link(of.address(`/systems/${id}/start/`), 'The page')),
    ...(begins.length > 0 ? [list(begins)] : []),
  ];
}

type Data = Entry<'systems'>['data'];
type Question = keyof Data['answers'];

const answerItem = (question: Question, it: Data['answers'][Question], of: Ground): Inline[] => [
  strong(questionWords[question]),
  it.basis === 'unknown' ? ' Unknown. ' : ' ',
  ...fact(it, of),
];

function commandItem(it: Data['start']['commands'][number], of: Ground): Inline[] {
  const when = it.asOf === 'documented' ? 'as documented' : `as found, ${dayWords(it.asOf)}`;
  const typed: Inline[] = it.run === null ? [] : [code(it.run.replaceAll('\n', ' ; ')), '. '];
  return [strong(`To ${it.does}`), `, ${when}: `, ...typed, ...fact(it, of)];
}

/** Goal, status at both clocks, what it needs, what it delivers. */
export function milestoneRecord(entry: Entry<'milestones'>, of: Ground): RootContent[] {
  const { label, title, goal, status, needs, deliverables } = entry.data;
  return [
    heading(4, link(of.address(`/milestones/${entry.id}/`), `${label}: ${title}`)),
    paragraph(...fact(goal, of)),
    list([
      ...status.map((it) => observed(it, milestoneWords[it.status].word, isDocumented(it, of), of)),
      ...needs.map((it): Inline[] => [
        `Needs ${find(of.entries, 'milestones', it.milestone)?.data.label ?? it.milestone}, ${it.basis}: ${it.why}`,
        ...ground({ cite: it.cite }, of),
      ]),
    ]),
    ...(deliverables.length === 0 ? [] : [paragraph('Deliverables:'), list(deliverables.map((it) => deliverableItem(it, entry, of)))]),
  ];
}

function deliverableItem(it: Entry<'milestones'>['data']['deliverables'][number], { data }: Entry<'milestones'>, of: Ground): Inline[] {
  const sources = sourcesIn(of.entries);
  const documented = statusOf(it, data, sources, 'documented');
  const { everFound } = bySide(it.status ?? [], sources);
  return [
    `${it.title} (${it.area}).`,
    ...ground({ cite: it.cite }, of),
    ...(documented
      ? [` As documented: ${milestoneWords[documented.status].word.toLowerCase()}.`, ...ground(documented, of)]
      : [' No primary source names it.']),
    ...everFound.flatMap((next): Inline[] => [' ', ...observed(next, milestoneWords[next.status].word, false, of)]),
  ];
}

/** State at both clocks, identifiers, what it covers, how it is booted. */
export function platformRecord({ id, data }: Entry<'platforms'>, of: Ground): RootContent[] {
  return [
    heading(4, link(of.address(`/platforms/${id}/`), data.title)),
    list([
      [`Architecture: ${data.architecture}.`],
      ...data.states.map((it) => observed(it, platformWords[it.state].word, isDocumented(it, of), of)),
      ...data.identifiers.map((it): Inline[] => [
        'Identifier ',
        code(it.name),
        it.asOf === 'undated' ? '' : `, ${it.asOf}`,
        ...ground(it, of),
      ]),
      ...data.covers.map((it): Inline[] => [`Covers ${it.name}`, ...ground(it, of)]),
      ...(data.tier ? [named('Aim', data.tier, of)] : []),
      ...(data.boot ? [named('Boot', data.boot, of)] : []),
      ...data.statements.map((it) => named(it.title, it, of)),
    ]),
  ];
}
