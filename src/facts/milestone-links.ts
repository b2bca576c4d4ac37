/**
 * What explains and checks a milestone: the rules, pages and simulations that its deliverables name, and, the other way
 * round, the rules that rest on the same lines of the source, and those that a named simulation checks.
 */
import type { Citation } from '../schemas/evidence.ts';
import type { Deliverable } from '../schemas/milestones.ts';
import type { Entries, Entry } from './entries.ts';

/** `named`: by a deliverable. `lines`: it cites a line that the milestone cites. `model`: a simulation that is named checks it. */
export type LinkGround = 'named' | 'lines' | 'model';

export interface LinkedRule {
  readonly entry: Entry<'rules'>;
  readonly ground: LinkGround;
  /** The deliverables that name it, or whose lines it cites; empty when the lines are those of the goal, or when a model links it. */
  readonly by: readonly Deliverable[];
  /** The simulation that links it; only on the ground `model`. */
  readonly model?: string;
}

export interface Linked {
  /** The address of a page, or the id of a model. */
  readonly to: string;
  readonly by: readonly Deliverable[];
}

export interface MilestoneLinks {
  /** Each rule once, on its first ground, in the order of the deliverables and then of the rules. */
  readonly rules: readonly LinkedRule[];
  readonly docs: readonly Linked[];
  readonly models: readonly Linked[];
}

const sharesLine = (a: Citation, b: Citation): boolean =>
  a.source === b.source &&
  a.commit === undefined &&
  b.commit === undefined &&
  a.lines !== undefined &&
  b.lines !== undefined &&
  a.lines[0] <= b.lines[1] &&
  b.lines[0] <= a.lines[1];

const sharedBy = (a: readonly Citation[], b: readonly Citation[]): boolean => a.some((one) => b.some((other) => sharesLine(one, other)));

/** What the deliverables name in one of their fields, each once, with the deliverables that name it. */
function namedIn(deliverables: readonly Deliverable[], field: 'rules' | 'docs' | 'models'): Linked[] {
  const found = new Map<string, Deliverable[]>();
  for (const it of deliverables) for (const to of it[field] ?? []) found.set(to, [...(found.get(to) ?? []), it]);
  return [...found].map(([to, by]) => ({ to, by }));
}

export function linksOf(entries: Entries, { data }: Entry<'milestones'>): MilestoneLinks {
  const models = namedIn(data.deliverables, 'models');
  const named = namedIn(data.deliverables, 'rules');
  const own = entries.rules.filter((it) => it.data.system === data.system);
  const rules = named.flatMap(({ to, by }): LinkedRule[] => {
    const entry = entries.rules.find((it) => it.id === to);
    return entry ? [{ entry, ground: 'named', by }] : [];
  });
  const others = own.filter((it) => named.every(({ to }) => to !== it.id));
  for (const entry of others) {
    const by = data.deliverables.filter((it) => sharedBy(it.cite, entry.data.cite));
    const model = models.find(({ to }) => entry.data.checkedBy.some((it) => it.model === to))?.to;
    if (by.length > 0 || sharedBy(data.goal.cite, entry.data.cite)) rules.push({ entry, ground: 'lines', by });
    else if (model !== undefined) rules.push({ entry, ground: 'model', by: [], model });
  }
  return { rules, docs: namedIn(data.deliverables, 'docs'), models };
}
