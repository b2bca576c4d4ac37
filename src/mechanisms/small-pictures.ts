/**
 * The small pictures, one a mechanism: `small.tsx` in its folder draws the moment that `about.picture` of its model names. They are found by
 * their file and stand apart from the registry, because a browser loads that and never needs them: only the build draws them.
 */
import type { AnySmall, SmallProps } from '../drawing/view.ts';
import type { Erased, MechanismWithRuns, PictureMoment } from '../engine/language.ts';
import { momentOf } from './moments.ts';

const files = import.meta.glob<{ readonly small: AnySmall }>('./*/*/small.tsx');

/** The small picture of a mechanism. Throws an Error that names the file that is missing. */
export async function loadSmall(id: string): Promise<AnySmall> {
  const load = files[`./${id}/small.tsx`];
  if (!load)
    throw new Error(`src/mechanisms/${id} has no small.tsx: add it, it draws the small picture that stands where mechanisms are listed.`);
  return (await load()).small;
}

/**
 * What a small picture is drawn from: the moment that its model names. Throws an Error that says what the model must name: a scenario that there
 * is, at most as many steps as it has, and none that is refused.
 */
export function pictureOf(
  mechanism: MechanismWithRuns,
  moment: PictureMoment = mechanism.about.picture ?? { scenario: '', step: 0 },
): SmallProps<Erased> {
  try {
    const { m, at } = momentOf(mechanism, moment);
    return { now: at.state, config: m.config };
  } catch (error) {
    const why = (error as Error).message;
    throw new Error(`src/mechanisms/${mechanism.model.id}/model.ts: about.picture must name a moment of a run, and ${why}.`, {
      cause: error,
    });
  }
}
