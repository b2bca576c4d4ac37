/** A page that asks something of the reader has the player stand where it asks, and leaves out what would answer it. */
import type { MechanismWithRuns } from '../../engine/language.ts';
import type { Session } from './session.ts';
import type { PlayerMenu } from './usePlayer.ts';

export interface Asked {
  /** Where it stands first, in the place of a scenario. */
  readonly begin: (mechanism: MechanismWithRuns) => Session;
  /** What is left of what can be done. */
  readonly menu: (all: PlayerMenu, session: Session) => PlayerMenu;
  /** `all`: the whole player. `play`: without what sets, checks and shares the model. `look`: nothing but the run. */
  readonly parts: 'all' | 'play' | 'look';
}
