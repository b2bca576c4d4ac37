/** What the page asks of the sandbox in which a service runs, and what it is answered. What comes back is checked by answers.ts. */
import type { Explored } from './explore.ts';
import type { Setup } from './world.ts';

export type ServiceRequest =
  /** The run of a schedule; with `goesOn`, then on until nothing more can happen. */
  | { readonly do: 'run'; readonly setup: Setup; readonly schedule: readonly string[]; readonly goesOn: boolean }
  /** Every order, from the start; the first slice of it. */
  | { readonly do: 'explore'; readonly setup: Setup }
  /** Goes on with it. */
  | { readonly do: 'advance' };

/** What a service says of itself. */
export interface ToldService {
  readonly name: string;
}

export interface ExploreSlice {
  readonly explored: Explored;
  readonly isDone: boolean;
}
