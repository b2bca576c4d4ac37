/** What search finds: one item for each record and for each addressed item inside one. */
import { addressOf, type Part } from './addresses.ts';
import { find, type Entries, type Entry } from './entries.ts';
import { isPrimarySource } from './evidence.ts';

export interface SearchRecord {
  readonly address: string;
  readonly title: string;
  readonly text: string;
  /** What the hit is, in the word that the filter shows. */
  readonly kind: string;
  readonly system: string | undefined;
  readonly systemTitle: string | undefined;
}

/** All hits, in the order of the collections. */
export function searchRecords(entries: Entries): SearchRecord[] {
  return [
    ...entries.systems.flatMap((it) => ofSystem(entries, it)),
    ...entries.platforms.map((it) =>
      record(entries, it, 'Platform', it.data.title, [
        ...it.data.identifiers.map(({ name }) => name),
        ...it.data.covers.map(({ name }) => name),
        ...it.data.states.map(({ note }) => note),
      ]),
    ),
    ...entries.milestones.flatMap((it) => ofMilestone(entries, it)),
    ...entries.architecture.flatMap((it) => ofArchitecture(entries, it)),
    ...entries.rules.map((it) => record(entries, it, 'Rule', it.id, [it.data.statement])),
    ...entries.glossary.map((it) =>
      record(entries, it, 'Term', it.data.term, [...it.data.aliases, ...it.data.meanings.map(({ text }) => text)]),
    ),
    ...entries.drift.map((it) => record(entries, it, 'Drift', it.data.title, [it.data.documented.text, it.data.observed.text])),
    ...entries.sources.map((it) => record(entries, it, 'Source', it.data.title, [isPrimarySource(it.data) ? it.data.what : it.data.how])),
  ];
}

function record(
  entries: Entries,
  entry: Entry,
  kind: string,
  title: string,
  texts: readonly (string | undefined)[],
  part?: Part,
): SearchRecord {
  const system =
    'system' in entry.data
      ? entry.data.system
      : entry.collection === 'systems' || entry.collection === 'architecture'
        ? entry.id
        : undefined;
  const systemTitle = system === undefined ? undefined : find(entries, 'systems', system)?.data.title;
  return { address: addressOf(entry, part), title, text: texts.filter(Boolean).join(' '), kind, system, systemTitle };
}

function ofSystem(entries: Entries, entry: Entry<'systems'>): SearchRecord[] {
  const { data } = entry;
  const item = (kind: string, field: string) => (it: { id: string; title: string; text: string }) =>
    record(entries, entry, kind, it.title, [it.text], { id: it.id, field });
  return [
    record(entries, entry, 'System', data.title, [data.summary.text, data.tagline.text, data.kernelKind.text]),
    ...data.goals.map(item('Goal', 'goals')),
    ...data.nonGoals.map(item('Goal', 'nonGoals')),
    ...data.statements.map(item('Statement', 'statements')),
    ...data.start.commands.map((it) => record(entries, entry, 'Command', it.run ?? it.text, [it.text], { id: it.id, field: 'start' })),
    ...[...data.start.needs, ...data.start.contributing, ...data.start.beware].map(item('Start', 'start')),
  ];
}

function ofMilestone(entries: Entries, entry: Entry<'milestones'>): SearchRecord[] {
  const { label, title, goal, deliverables } = entry.data;
  return [
    record(entries, entry, 'Milestone', `${label}: ${title}`, [goal.text]),
    ...deliverables.map((it) =>
      record(entries, entry, 'Deliverable', it.title, [`${label}: ${title}`], { id: it.id, field: 'deliverables' }),
    ),
  ];
}

function ofArchitecture(entries: Entries, entry: Entry<'architecture'>): SearchRecord[] {
  const { components, flows, statements } = entry.data;
  return [
    ...components.map((it) => record(entries, entry, 'Part', it.title, [it.text, it.path], { id: it.id, field: 'components' })),
    ...flows.map((it) =>
      record(
        entries,
        entry,
        'Flow',
        it.title,
        it.steps.map(({ text }) => text),
        { id: it.id, field: 'flows' },
      ),
    ),
    ...statements.map((it) => record(entries, entry, 'Statement', it.title, [it.text], { id: it.id, field: 'statements' })),
  ];
}
