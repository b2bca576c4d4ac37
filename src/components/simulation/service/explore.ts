/**
 * Every order of a service and its clients, breadth first, so that the first broken run is a shortest one. A service is code with state of its
 * own, so a run is reached by doing it again from the start, in a service made afresh. Two orders after which everybody was told the same go on
 * alike, and the second is not followed.
 */
import type { Service } from './starina.ts';
import type { Violation } from './trace.ts';
import { World, type Setup } from './world.ts';

/** How far it goes. */
export const MOST_STATES = 20_000;
export const MOST_DEPTH = 60;

export interface Explored {
  /** States that were told apart, and steps that led to one. */
  readonly states: number;
  readonly steps: number;
  /** The most steps of a run. */
  readonly depth: number;
  /** States in which nothing more can happen. */
  readonly ends: number;
  /** Whether there is nothing more to look at. */
  readonly isWhole: boolean;
  readonly found: { readonly schedule: readonly string[]; readonly violation: Violation } | undefined;
}

/** `make` gives the service anew, with nothing of an earlier run left. Yields after each state; throws what a world throws. */
export function* explore(make: () => Service, setup: Setup): Generator<Explored, Explored> {
  const seen = new Set<string>();
  let level: (readonly string[])[] = [[]];
  let [states, steps, depth, ends] = [0, 0, 0, 0];
  const sofar = (isWhole: boolean, found?: Explored['found']): Explored => ({ states, steps, depth, ends, isWhole, found });
  for (let length = 0; level.length > 0 && length <= MOST_DEPTH; length++) {
    const next: (readonly string[])[] = [];
    for (const schedule of level) {
      const world = new World(make(), setup);
      for (const id of schedule) world.take(id);
      const key = world.key();
      if (seen.has(key) && !world.violation) continue;
      seen.add(key);
      states++;
      depth = length;
      const choices = world.choices();
      if (choices.length === 0) {
        world.rest();
        ends++;
      }
      if (world.violation) return sofar(false, { schedule, violation: world.violation });
      for (const { id } of choices) next.push([...schedule, id]);
      steps += choices.length;
      yield sofar(false);
      if (states >= MOST_STATES) return sofar(false);
    }
    level = next;
  }
  return sofar(level.length === 0);
}
