/** The scenarios of a reader's own file, each played before they are offered: one that cannot be played is left out, and each slip is told. */
import { replay } from '../../../engine/checker.ts';
import { whyOf } from '../check.ts';
import type { EditedMechanism } from '../not-told.ts';
import type { ToldScenario } from './sandbox/protocol.ts';
import { FROM_THE_START } from './told-mechanism.ts';

/** So many slips are told, and how many more there are. */
const MOST_TOLD = 3;

/**
 * Plays each scenario, and takes those out of the mechanism that cannot be played: it stays the same object, because the engine knows its
 * machines by it. Returns one sentence for each slip.
 */
export async function slipsIn(mechanism: EditedMechanism): Promise<readonly string[]> {
  const slips: string[] = [];
  const scenarios: Record<string, EditedMechanism['scenarios'][string]> = mechanism.scenarios;
  for (const [name, scenario] of Object.entries(scenarios)) {
    if (name === FROM_THE_START) continue;
    try {
      const { ends, log } = await mechanism.elsewhere.settled(() => replay(mechanism, scenario));
      const [found, wanted] = [endOf(ends), endOf(scenario.ends)];
      const rest = scenario.steps.length - log.length;
      if (found !== wanted) slips.push(`The scenario \u201c${name}\u201d says that ${wanted}, but ${found}, at step ${log.length}.`);
      else if (rest > 0) slips.push(`The scenario \u201c${name}\u201d has ended at step ${log.length}, and ${rest} more stand behind it.`);
    } catch (problem) {
      delete scenarios[name];
      slips.push(`The scenario \u201c${name}\u201d cannot be played: ${whyOf(problem)}`);
    }
  }
  const more = slips.length - MOST_TOLD;
  return more > 0 ? [...slips.slice(0, MOST_TOLD), `${more} more do not fit.`] : slips;
}

/** How a scenario ends, as a clause. */
function endOf(ends: ToldScenario['ends']): string {
  if (ends === 'safe') return 'nothing is refused and no rule is broken';
  return 'refused' in ends ? `\u201c${ends.refused}\u201d refuses its last step` : `\u201c${ends.violates}\u201d is broken`;
}
