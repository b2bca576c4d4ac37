/**
 * Questions about what the graph of a system must hold of: through which part every way leads, and who alone has a relation to a part.
 * A wrong choice is worked out too: a way that leads past it, or that it has no such relation.
 */
import type { Architecture, Component, Constraint, Relation, RelationKind } from '../schemas/architecture.ts';
import { verdictOf, within } from '../facts/graph/constraints.ts';
import { partAddress } from '../facts/addresses.ts';
import { listed } from '../drawing/words.ts';
import { hashOf, question, type Question } from './question.ts';

type Graph = Pick<Architecture, 'components' | 'relations'>;
type Forbidden = NonNullable<Constraint['forbid']>;
type Sole = NonNullable<Constraint['sole']>;

/** The constraints that the graph keeps, and from which no source is known to depart. */
export function graphQuestions(system: string, graph: Architecture): Question[] {
  return (graph.constraints ?? [])
    .filter((it) => it.broken === undefined && verdictOf(graph, it).holds)
    .flatMap((it) => {
      if (it.forbid?.through) return wayQuestion(system, graph, it, it.forbid);
      if (it.only) return memberQuestion(system, graph, it, it.only);
      return it.sole ? soleQuestion(system, graph, it, it.sole) : [];
    })
    .concat(relationQuestions(system, graph));
}

const titleOf = ({ components }: Graph, id: string): string => components.find((it) => it.id === id)!.title;
/** More than a few would hide what is asked. */
const MOST_NAMED = 3;

function titlesOf(graph: Graph, ids: readonly string[]): string {
  const titles = ids.map((id) => titleOf(graph, id));
  return listed(titles.length > MOST_NAMED + 1 ? [...titles.slice(0, MOST_NAMED), `${titles.length - MOST_NAMED} others`] : titles);
}
const partLink = (system: string, { components }: Graph, id: string) => ({
  href: partAddress(system, id),
  text: components.find((it) => it.id === id)!.title,
});

const walks: Readonly<Record<RelationKind, string>> = {
  calls: 'calls',
  replies: 'replies',
  event: 'events',
  contains: 'holds',
  supervises: 'supervision',
  mounts: 'mounts',
  boots: 'starts',
  isolates: 'isolation',
  generates: 'generation',
};

function wayQuestion(system: string, graph: Graph, { id, text }: Constraint, forbid: Forbidden): readonly Question[] {
  const { through = [], from, to, by } = forbid;
  const [door, more] = through;
  // Without a way at all, every part would be on every way.
  if (door === undefined || more !== undefined || verdictOf(graph, asConstraint({ ...forbid, through: [] })).holds) return [];
  const ends = new Set([...within(graph, from), ...within(graph, to), ...within(graph, [door]), ...around(graph, door)]);
  const wrong = graph.components
    .filter((it) => !ends.has(it.id) && it.beyond === undefined)
    .flatMap((it) => {
      const past = verdictOf(graph, asConstraint({ ...forbid, through: [it.id] }));
      // What lies beside the way is worth a thought.
      const isNear = past.relations.some((relation) => isMet(graph, it.id, endsOf(graph, relation)));
      return past.holds ? [] : [{ text: it.title, isNear, because: `A way leads past it: ${wayIn(graph, past.relations)}.` }];
    });
  return question({
    id: `${system}.${id}`,
    system,
    about: 'way',
    given: [],
    asks: `One part lies on every way by ${listed(by.map((kind) => walks[kind]))} from ${titlesOf(graph, from)} to ${titlesOf(graph, to)}. Which?`,
    right: { text: titleOf(graph, door), because: text },
    wrong,
    more: partLink(system, graph, door),
  });
}

function soleQuestion(system: string, graph: Graph, { id, text }: Constraint, sole: Sole): readonly Question[] {
  const { to, by, from } = sole;
  const [kind, other] = by;
  if (kind === undefined || other !== undefined) return [];
  const targets = within(graph, to);
  const own = (it: Relation) => it.kind === kind && targets.has(it.to) && !targets.has(it.from);
  const known = new Set(graph.relations.filter(own).map((it) => it.from));
  const [actor] = [...known];
  const all = within(graph, from);
  if (actor === undefined || known.size > 1) return [];
  const wrong = graph.components
    .filter((it) => !all.has(it.id) && !targets.has(it.id) && !around(graph, actor).has(it.id) && !around(graph, to[0]!).has(it.id))
    .filter((it) => graph.relations.some((relation) => relation.from === it.id && relation.kind === kind))
    .map((it) => ({ text: it.title, because: `It ${acts[kind]} ${wherever(graph, it, kind)}.` }));
  return question({
    id: `${system}.${id}`,
    system,
    about: 'alone',
    given: [],
    asks: `Which part alone ${acts[kind]} ${titlesOf(graph, to)}?`,
    right: { text: titleOf(graph, actor), because: text },
    wrong,
    more: partLink(system, graph, actor),
  });
}

function memberQuestion(
  system: string,
  graph: Graph,
  { id, text }: Constraint,
  only: NonNullable<Constraint['only']>,
): readonly Question[] {
  const members = new Set([...only.may, ...within(graph, [only.in])]);
  const strangers = graph.components.filter((it) => !members.has(it.id) && it.beyond === undefined && !around(graph, only.in).has(it.id));
  const [stranger] = strangers.toSorted((a, b) => hashOf(a.id + id) - hashOf(b.id + id));
  if (!stranger) return [];
  return question({
    id: `${system}.${id}`,
    system,
    about: 'member',
    given: [],
    asks: `Which of these is not a part of ${titleOf(graph, only.in)}?`,
    right: { text: stranger.title, because: text },
    wrong: only.may.map((it) => ({ text: titleOf(graph, it), because: `${titleOf(graph, it)} belongs to it.` })),
    more: partLink(system, graph, only.in),
  });
}

/** So many of a system are asked about single relations. */
const MOST_RELATIONS = 4;

/** Parts that have a relation of a kind to one other alone, where a source shows it. */
function relationQuestions(system: string, graph: Graph): Question[] {
  const asked = graph.relations.filter((it) => {
    const alike = graph.relations.filter(({ from, kind }) => from === it.from && kind === it.kind);
    return alike.length === 1 && it.kind !== 'contains' && it.kind !== 'replies' && it.basis !== 'inferred';
  });
  return asked
    .toSorted((a, b) => hashOf(a.id) - hashOf(b.id))
    .flatMap((it) => relationQuestion(system, graph, it))
    .slice(0, MOST_RELATIONS);
}

function relationQuestion(system: string, graph: Graph, { id, from, to, kind, text }: Relation): readonly Question[] {
  const near = new Set([...around(graph, from), ...around(graph, to)]);
  const wrong = graph.components
    .filter((it) => !near.has(it.id) && !isMet(graph, it.id, [from]))
    .filter((it) => graph.relations.some((relation) => relation.to === it.id && relation.kind === kind))
    .map((it) => ({ text: it.title, because: 'No relation between the two is known here.' }));
  return question({
    id: `${system}.${id}`,
    system,
    about: 'reaches',
    given: [],
    asks: `Which of these does the part \u201c${titleOf(graph, from)}\u201d ${actsPlain[kind]}?`,
    right: { text: titleOf(graph, to), because: text },
    wrong,
    more: partLink(system, graph, from),
  });
}

const actsPlain: Readonly<Record<RelationKind, string>> = {
  calls: 'turn to',
  replies: 'reply to',
  event: 'notify',
  contains: 'hold',
  supervises: 'supervise',
  mounts: 'mount',
  boots: 'start',
  isolates: 'isolate',
  generates: 'make',
};

const acts: Readonly<Record<RelationKind, string>> = {
  calls: 'turns to',
  replies: 'replies to',
  event: 'notifies',
  contains: 'holds',
  supervises: 'supervises',
  mounts: 'mounts',
  boots: 'starts',
  isolates: 'isolates',
  generates: 'makes',
};

/** What a part has this relation to. */
function wherever(graph: Graph, part: Component, kind: RelationKind): string {
  const ends = graph.relations.filter((it) => it.from === part.id && it.kind === kind).map((it) => it.to);
  return titlesOf(graph, [...new Set(ends)].slice(0, 2));
}

const asConstraint = (forbid: Forbidden): Constraint => ({ forbid }) as Constraint;

/** What a part lies in, and what lies in it: neither is another part than it. */
function around({ components }: Graph, id: string): ReadonlySet<string> {
  const inside = new Map(components.map((it) => [it.id, it.inside]));
  const found = new Set(within({ components }, [id]));
  for (let at = inside.get(id); at !== undefined && !found.has(at); at = inside.get(at)) found.add(at);
  return found;
}

/** Whether a relation joins a part with one of others. */
const isMet = ({ relations }: Graph, id: string, others: readonly string[]): boolean =>
  relations.some((it) => (it.from === id && others.includes(it.to)) || (it.to === id && others.includes(it.from)));

const endsOf = ({ relations }: Graph, id: string): readonly string[] =>
  relations.filter((it) => it.id === id).flatMap((it) => [it.from, it.to]);

function wayIn(graph: Graph, ids: readonly string[]): string {
  const way = ids.map((id) => graph.relations.find((it) => it.id === id)!);
  return [titleOf(graph, way[0]!.from), ...way.map((it) => titleOf(graph, it.to))].join(' \u2192 ');
}
