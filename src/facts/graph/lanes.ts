/**
 * A flow as lanes side by side, one for each part that has a share in it: between which two of them each step goes. What is near in time
 * stands near, so that few arrows pass over lanes that have nothing to do with them. Leaves out how it is drawn.
 */
import type { Architecture } from '../../schemas/architecture.ts';

export type Flow = Architecture['flows'][number];

export interface LaneStep {
  /** The ids of the parts at its two ends; they are the same where a step happens at one part. */
  readonly from: string;
  readonly to: string;
  /** The relation that it goes along. */
  readonly relation: Architecture['relations'][number] | undefined;
  readonly text: Flow['steps'][number]['text'];
  readonly cite: Flow['steps'][number]['cite'];
}

export interface Lanes {
  /** Ids of parts, from the start of the line. */
  readonly order: readonly string[];
  readonly steps: readonly LaneStep[];
}

/** Throws, naming flow and step, where a step goes along a relation that is not there. */
export function lanesOf({ relations }: Pick<Architecture, 'relations'>, flow: Flow): Lanes {
  const known = new Map(relations.map((it) => [it.id, it]));
  const steps = flow.steps.map(({ relation: id, at, text, cite }, i): LaneStep => {
    if (at !== undefined) return { from: at, to: at, relation: undefined, text, cite };
    const relation = known.get(id!);
    if (!relation) throw new Error(`flow ${flow.id}, step ${i + 1}: there is no relation '${id}'`);
    return { from: relation.from, to: relation.to, relation, text, cite };
  });
  return { order: shortened([...new Set(steps.flatMap(({ from, to }) => [from, to]))], steps), steps };
}

type Ends = Pick<LaneStep, 'from' | 'to'>;

/** How many lanes all arrows pass over together. */
const lengthOf = (order: readonly string[], steps: readonly Ends[]): number => {
  const place = new Map(order.map((id, i) => [id, i]));
  return steps.reduce((sum, { from, to }) => sum + Math.abs(place.get(from)! - place.get(to)!), 0);
};

/** The order of the first appearance, with one lane after the other moved to where it makes the arrows shorter. The first one stays. */
function shortened(first: readonly string[], steps: readonly Ends[]): readonly string[] {
  let order = first;
  for (;;) {
    const moved = order.slice(1).flatMap((id) => placings(order, id));
    const best = moved.reduce((a, b) => (lengthOf(b, steps) < lengthOf(a, steps) ? b : a), order);
    if (best === order) return order;
    order = best;
  }
}

/** Every order in which this one stands elsewhere, behind the first. */
function placings(order: readonly string[], id: string): string[][] {
  const others = order.filter((it) => it !== id);
  return others.map((_, i) => others.toSpliced(i + 1, 0, id));
}
