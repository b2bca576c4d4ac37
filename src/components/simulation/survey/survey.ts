/** What more a check can tell, as messages: of a worker, or of the page itself where it may start none. */
import { machine, type Machine } from '../../../engine/checker.ts';
import {
  drawnGraph,
  faultsOf,
  rarityOf,
  sizesOf,
  type DrawnGraph,
  type FaultRow,
  type Rarity,
  type SizeRow,
} from '../../../engine/whole-graph.ts';

export type Topic = 'rarity' | 'sizes' | 'faults' | 'graph';

export interface SurveyRequest {
  readonly topic: Topic;
  readonly id: string;
  readonly config: Readonly<Record<string, number | boolean>>;
}

/** A graph that can be walked, or how many states there would be at the least sizes. */
export type GraphFound = { readonly graph: DrawnGraph } | { readonly graph: undefined; readonly least: number | undefined };

export type SurveyMessage =
  | { readonly is: 'rarity'; readonly rarity: Rarity }
  | { readonly is: 'size'; readonly row: SizeRow }
  | { readonly is: 'fault'; readonly row: FaultRow }
  | { readonly is: 'graph'; readonly found: GraphFound }
  | { readonly is: 'done' }
  | { readonly is: 'failed'; readonly why: string };

/** More states than this make a drawing that nobody can follow. */
export const MOST_DRAWN = 80;
/** Where each search ends on a device that may be a phone; a row that ends there says so. */
const MOST_STATES = 300_000;

/** Yields what is found, and nothing after each slice of work. */
export function* surveying(m: Machine, topic: Topic): Generator<SurveyMessage | undefined, void> {
  const options = { most: MOST_STATES };
  if (topic === 'rarity') yield { is: 'rarity', rarity: yield* pausing(rarityOf(m, options)) };
  if (topic === 'graph') yield { is: 'graph', found: graphOf(m) };
  if (topic === 'sizes') for (const row of sizesOf(m, options)) yield row && { is: 'size', row };
  if (topic === 'faults') for (const row of faultsOf(m, options)) yield row && { is: 'fault', row };
}

function* pausing<Result>(running: Generator<void, Result>): Generator<undefined, Result> {
  for (;;) {
    const next = running.next();
    if (next.done) return next.value;
    yield undefined;
  }
}

/** Every parameter at its least. */
export const leastSizes = ({ mechanism }: Machine): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(mechanism.parameters).map(([name, { least }]) => [name, least]));

function graphOf(m: Machine): GraphFound {
  const graph = drawnGraph(m, MOST_DRAWN);
  if (graph) return { graph };
  const least = drawnGraph(machine(m.mechanism, { ...m.config, ...leastSizes(m) }), MOST_DRAWN);
  return { graph: undefined, least: least?.states.length };
}
