/** Records as hits: one for each record and for each addressed item inside one. */
import { addressOf, type Part } from '../addresses.ts';
import { find, type Entries, type Entry } from '../entries.ts';
import { isPrimarySource } from '../evidence.ts';
import type { Kind, SearchHit } from './hit.ts';

/** All hits, in the order of the collections. */
export function recordHits(entries: Entries): SearchHit[] {
  return [
    ...entries.systems.flatMap((it) => ofSystem(entries, it)),
    ...entries.platforms.map((it) => ofPlatform(entries, it)),
    ...entries.milestones.flatMap((it) => ofMilestone(entries, it)),
    ...entries.architecture.flatMap((it) => ofArchitecture(entries, it)),
    ...entries.tasks.map((it) => ofTask(entries, it)),
    ...entries.labs.map((it) => hit(entries, it, { kind: 'Lab', title: it.data.title, id: it.id, texts: [it.data.task, it.data.solved] })),
    ...entries.rules.map((it) => hit(entries, it, { kind: 'Rule', title: it.data.statement, id: it.id, texts: [it.id] })),
    ...entries.glossary.map(({ data, ...it }) =>
      hit(
        entries,
        { data, ...it },
        { kind: 'Term', title: data.term, aliases: data.aliases, texts: data.meanings.map(({ text }) => text) },
      ),
    ),
    ...entries.drift.map((it) =>
      hit(entries, it, { kind: 'Difference', title: it.data.title, id: it.id, texts: [it.data.documented.text, it.data.observed.text] }),
    ),
    ...entries.sources.map((it) =>
      hit(entries, it, {
        kind: 'Page',
        what: 'Source',
        title: it.data.title,
        id: it.id,
        texts: [isPrimarySource(it.data) ? it.data.what : it.data.how],
        extent: 'summary',
      }),
    ),
  ];
}

interface Said extends Partial<Pick<SearchHit, 'what' | 'id' | 'aliases' | 'extent'>> {
  readonly kind: Kind;
  readonly title: string;
  readonly texts: readonly (string | undefined)[];
  readonly part?: Part;
}

function hit(entries: Entries, entry: Entry, { texts, part, title, ...said }: Said): SearchHit {
  const system =
    'system' in entry.data
      ? entry.data.system
      : entry.collection === 'systems' || entry.collection === 'architecture'
        ? entry.id
        : undefined;
  return {
    address: addressOf(entry, part),
    title: plain(title),
    text: plain(texts.filter(Boolean).join(' ')),
    system: system === undefined ? undefined : find(entries, 'systems', system)?.data.title,
    aliases: [],
    extent: 'record',
    ...said,
  };
}

/** Without the marks of code, which a title of a hit cannot set. */
const plain = (text: string): string => text.replaceAll('`', '');

interface Item {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

function ofSystem(entries: Entries, entry: Entry<'systems'>): SearchHit[] {
  const { data } = entry;
  const item = (kind: Kind, what: string, field: string) => (it: Item) =>
    hit(entries, entry, { kind, what, title: it.title, texts: [it.text], part: { id: it.id, field } });
  const texts = [data.summary.text, data.tagline.text, data.kernelKind.text];
  return [
    hit(entries, entry, { kind: 'Page', title: data.title, what: 'System', texts, extent: 'summary' }),
    ...data.goals.map(item('Page', 'Goal', 'goals')),
    ...data.nonGoals.map(item('Page', 'Not a goal', 'nonGoals')),
    ...data.statements.map(item('Page', 'Statement', 'statements')),
    ...data.start.commands.map((it) =>
      hit(entries, entry, {
        kind: 'Start',
        what: 'Command',
        title: it.run ?? it.text,
        texts: [it.run === null ? '' : it.text],
        part: { id: it.id, field: 'start' },
      }),
    ),
    ...data.start.needs.map(item('Start', 'Need', 'start')),
    ...data.start.contributing.map(item('Start', 'Contributing', 'start')),
    ...data.start.beware.map(item('Start', 'Warning', 'start')),
  ];
}

function ofPlatform(entries: Entries, entry: Entry<'platforms'>): SearchHit {
  const { title, identifiers, covers, states } = entry.data;
  const names = [...identifiers, ...covers].map(({ name }) => name);
  const texts = [...names, ...states.map(({ note }) => note)];
  return hit(entries, entry, { kind: 'Platform', title, id: entry.id, aliases: names, texts, extent: 'summary' });
}

function ofMilestone(entries: Entries, entry: Entry<'milestones'>): SearchHit[] {
  const { label, title, goal, deliverables } = entry.data;
  const whole = `${label}: ${title}`;
  return [
    hit(entries, entry, { kind: 'Milestone', title: whole, id: entry.id, aliases: [title], texts: [goal.text], extent: 'summary' }),
    ...deliverables.map((it) =>
      hit(entries, entry, {
        kind: 'Milestone',
        what: 'Deliverable',
        title: it.title,
        id: it.id,
        texts: [whole],
        part: { id: it.id, field: 'deliverables' },
      }),
    ),
  ];
}

function ofTask(entries: Entries, entry: Entry<'tasks'>): SearchHit {
  const { title, missing, exists, proof, knows } = entry.data;
  const texts = [missing, exists.text, proof.text, `Knows: ${knows.join(', ')}.`];
  return hit(entries, entry, { kind: 'Task', title, id: entry.id, texts, extent: 'summary' });
}

function ofArchitecture(entries: Entries, entry: Entry<'architecture'>): SearchHit[] {
  const { components, flows, statements } = entry.data;
  const item = (what: string, field: string, { id, title }: { readonly id: string; readonly title: string }, texts: Said['texts']) =>
    hit(entries, entry, { kind: 'Page', what, title, id, texts, part: { id, field } });
  return [
    ...components.map(({ id, title, text, path }) =>
      hit(entries, entry, { kind: 'Part', title, id, texts: [text, path], part: { id, field: 'components' }, extent: 'summary' }),
    ),
    ...flows.map((it) => item('Flow', 'flows', it, it.steps.map(({ text }) => text))), // prettier-ignore
    ...statements.map((it) => item('Statement', 'statements', it, [it.text])),
  ];
}
