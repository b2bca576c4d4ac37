/** A page that asks something of the reader has the player stand where it asks, and leaves out what would answer it. */
import type { MechanismWithRuns } from '../../engine/language.ts';
import type { Session } from './session.ts';

/**
 * `all`: the whole player. `play`: without what sets, checks and shares the model. `blind`: nor does it say which action is a fault. `look`: only
 * what has happened, and nothing more can be done.
 */
export type Parts = 'all' | 'play' | 'blind' | 'look';

export interface Asked {
  /** Where it stands first, in the place of a scenario. */
  readonly begin: (mechanism: MechanismWithRuns) => Session;
  readonly parts: Parts;
}
