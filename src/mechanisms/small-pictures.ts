/**
 * The small pictures, one a mechanism: `small.tsx` in its folder draws the moment that `about.picture` of its model names. They are found by
 * their file and stand apart from the registry, because a browser loads that and never needs them: only the build draws them.
 */
import type { AnySmall, SmallProps } from '../drawing/view.ts';
import { begin, follow, instanceOf, machine, type Snapshot } from '../engine/checker.ts';
import type { Erased, MechanismWithRuns, PictureMoment } from '../engine/language.ts';

const files = import.meta.glob<{ readonly small: AnySmall }>('./*/*/small.tsx');

/** The small picture of a mechanism. Throws an Error that names the file that is missing. */
export async function loadSmall(id: string): Promise<AnySmall> {
  const load = files[`./${id}/small.tsx`];
  if (!load)
    throw new Error(`src/mechanisms/${id} has no small.tsx: add it, it draws the small picture that stands where mechanisms are listed.`);
  return (await load()).small;
}

/**
 * What a small picture is drawn from: the state after `step` steps of a scenario, with its settings. Throws an Error that says what the model
 * must name: a scenario that there is, at most as many steps as it has, and none that is refused.
 */
export function momentOf(
  mechanism: MechanismWithRuns,
  { scenario, step }: PictureMoment = mechanism.about.picture ?? { scenario: '', step: 0 },
): SmallProps<Erased> {
  const { model, scenarios } = mechanism;
  const told = Object.hasOwn(scenarios, scenario) ? scenarios[scenario]! : undefined;
  const wrong = (why: string) => new Error(`src/mechanisms/${model.id}/model.ts: about.picture must name a moment of a run, and ${why}.`);
  if (!told) throw wrong(`there is no scenario '${scenario}'; there are ${Object.keys(scenarios).join(', ')}`);
  if (!Number.isInteger(step) || step < 0 || step > told.steps.length)
    throw wrong(`'${scenario}' has ${told.steps.length} steps, not ${step}`);
  const m = machine(mechanism, told.with);
  let at: Snapshot = begin(m);
  for (const each of told.steps.slice(0, step)) {
    const next = follow(m, at, instanceOf(m, each));
    if ('because' in next) throw wrong(`step ${step} of '${scenario}' is refused: ${next.because.join(', ')}`);
    at = next;
  }
  return { now: at.state, config: m.config };
}
