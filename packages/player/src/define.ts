/** The simulations that a page defines. */
import type { BrokenAt, PictureProps } from '../../../src/drawing/view.ts';
import type { MechanismWithRuns } from '../../../src/engine/language.ts';
import type { Drawn } from './drawn.ts';

/** A simulation of the page's own. */
export interface Simulation<M = MechanismWithRuns> {
  /** The mechanism with its runs, as `withRuns` returns it. Its id is what the element's `model` names. */
  readonly runs: MechanismWithRuns;
  /** The picture of a state, a pure function that returns what `h` makes; without one a state is shown as tables. */
  readonly Picture?: (props: PictureProps<M>) => Drawn;
  /** For a rule, which part of the state breaks it, in a sentence; without it, what the engine finds. */
  readonly words?: Readonly<Record<string, (at: BrokenAt<M>) => string>>;
  /** The style sheet of the picture, as text. */
  readonly style?: string;
  /** The address of a module that exports `runs`, so that the check can load it in a worker; without it the check runs in the page. */
  readonly module?: string | URL;
}

const own = new Map<string, Simulation>();
const waiting = new Set<(id: string) => void>();

/**
 * Makes a simulation known, by the id of its model; elements that name it show it from then on. One of the same id gives way to it.
 * Throws a TypeError when what it is given has no model and no runs.
 */
export function defineSimulation<M = MechanismWithRuns>(simulation: Simulation<M>): void {
  const { model, scenarios } = (simulation.runs ?? {}) as Partial<MechanismWithRuns>;
  if (typeof model?.id !== 'string' || typeof scenarios !== 'object')
    throw new TypeError('defineSimulation takes { runs }, and runs is what withRuns returns: a mechanism with scenarios.');
  own.set(model.id, simulation as unknown as Simulation);
  for (const tell of [...waiting]) tell(model.id);
}

/** Tells of each simulation that is defined from now on, by its id. Returns what ends that. */
export function whenDefined(tell: (id: string) => void): () => void {
  waiting.add(tell);
  return () => void waiting.delete(tell);
}

/** The one of this id; undefined when the page has defined none so far. */
export const definedAs = (id: string): Simulation | undefined => own.get(id);
