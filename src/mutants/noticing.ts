/** Whether what a model says of itself notices that it was changed: its properties, the counts that it expects, its scenarios. */
import { check, replay, type Checked, type ExpectedSearch } from '../engine/checker.ts';
import type { MechanismWithRuns } from '../engine/language.ts';

/** What noticed it, and how, in words. */
export interface Notice {
  readonly by: 'error' | 'property' | 'deadlock' | 'count' | 'scenario';
  readonly says: string;
}

/** A search that has found more states than so many times those that are expected has shown that they are others. */
const AT_MOST_TIMES = 4;
/** No expected search of a model finds so many. */
const MOST_STATES = 500_000;

/** The first that notices: the search as it usually is, then the other searches that are expected, then the scenarios. */
export function noticeOf(mutant: MechanismWithRuns): Notice | undefined {
  const searches = mutant.expect.toSorted((a, b) => Number(a.with !== undefined) - Number(b.with !== undefined));
  for (const search of searches) {
    const notice = guarded(() => inSearch(mutant, search));
    if (notice) return notice;
  }
  for (const [name, scenario] of Object.entries(mutant.scenarios)) {
    const notice = guarded(() => inScenario(mutant, name, scenario));
    if (notice) return notice;
  }
  return undefined;
}

function guarded(look: () => Notice | undefined): Notice | undefined {
  try {
    return look();
  } catch (error) {
    return { by: 'error', says: error instanceof Error ? error.message : String(error) };
  }
}

function inSearch(mutant: MechanismWithRuns, search: ExpectedSearch): Notice | undefined {
  const counts = 'states' in search;
  const checked = check(mutant, search, { most: counts ? AT_MOST_TIMES * search.states : MOST_STATES });
  const { agrees, gaps, found, exploration } = checked;
  const isCut = exploration.bound !== undefined;
  if ((agrees && gaps.length === 0) || (isCut && !counts)) return undefined; // what was cut short says nothing of a counterexample
  const says = [`with ${JSON.stringify(search.with ?? {})}: ${JSON.stringify(found)}`, ...gaps].join(' ');
  if (rule(checked.expected) !== rule(found) || (!isCut && search.with === undefined && hidesGoal(mutant, exploration)))
    return { by: 'property', says };
  return { by: exploration.deadlock && gaps.length > 0 ? 'deadlock' : 'count', says };
}

/** What a search has broken, or should break: a rule or a promise. */
const rule = (found: Checked['found']): string | undefined => ('violates' in found ? found.violates : undefined);

const hidesGoal = ({ model }: MechanismWithRuns, { seen }: Checked['exploration']): boolean =>
  seen.length < Object.keys(model.sometimes).length;

function inScenario(mutant: MechanismWithRuns, name: string, scenario: MechanismWithRuns['scenarios'][string]): Notice | undefined {
  const { ends } = replay(mutant, scenario);
  if (JSON.stringify(ends) === JSON.stringify(scenario.ends)) return undefined;
  return { by: 'scenario', says: `${name}: ${JSON.stringify(ends)}` };
}
