/** Grades a run: whether each step can be done, whether the goal is reached, and in how many steps. */
import type { LabOf } from '../schemas/labs.ts';
import type { Path } from './bench.ts';
import { beginningOf, followed, type Beginning, type Followed } from './beginning.ts';
import { goalWords, isReached, shortestTo } from './goals.ts';
import type { Ground, Verdict, Wrong } from './verdict.ts';
import { countOf, needs, stepWords, wrong } from './words.ts';

type Reach = LabOf<'reach'>;

export function gradeReach(lab: Reach, run: Path, { mechanism }: Ground): Verdict {
  const beginning = beginningOf(lab, mechanism);
  const { m, at } = beginning;
  const done = followed(m, at, run);
  const reached = done.moments.findIndex((moment) => isReached(m, moment, lab.goal));
  if (reached >= 0 && reached <= lab.within)
    return { is: 'right', says: `After ${countOf(reached, 'step')} ${goalWords(lab.goal)}.`, looked: [{ says: lab.solved }] };
  if (reached >= 0) return tooLong(lab, reached, beginning, run);
  return done.refused ? refused(beginning, run, done.refused) : missed(lab, beginning, run, done);
}

/** The least number of steps is not told. */
const tooLong = ({ goal, within }: Reach, reached: number, { settings, path }: Beginning, run: Path): Wrong =>
  wrong({
    says: `It takes ${countOf(reached, 'step')} until ${goalWords(goal)}; there is a run of no more than ${within}.`,
    hint: `Play it again, and ask of each step what ${goalWords(goal)} has of it.`,
    clause: clauseOf(goal),
    play: { text: undefined, settings, path: [...path, ...run] },
  });

function refused({ m, settings, path }: Beginning, run: Path, { step, because, says }: NonNullable<Followed['refused']>): Wrong {
  return wrong({
    says: `Step ${step + 1} cannot be done: ${says}`,
    hint: `It needs: ${needs(because)}. ${step === 0 ? 'That is not so at the beginning.' : `Look at the state after ${stepWords(m, step - 1, run[step - 1]!).replace(/,$/, '')}.`}`,
    clause: because[0],
    play: { text: undefined, settings, path: [...path, ...run.slice(0, step + 1)] },
  });
}

function missed({ goal }: Reach, { m, settings, path }: Beginning, run: Path, { moments }: Followed): Wrong {
  const closing = closingStep(m, moments, goal);
  return wrong({
    says: `At the end of this run it is not yet so that ${goalWords(goal)}.`,
    hint:
      closing === undefined
        ? `It can still be reached from there. What is missing in the state for ${goalWords(goal)}?`
        : `It cannot be reached any more after ${stepWords(m, closing, run[closing]!).replace(/,$/, '')}: leave that step out.`,
    clause: clauseOf(goal),
    play: { text: undefined, settings, path: [...path, ...run] },
  });
}

/** The place of the step after which the goal is out of reach, if it is. */
function closingStep(m: Beginning['m'], moments: Followed['moments'], goal: Reach['goal']): number | undefined {
  let open = 0;
  let closed = moments.length;
  if (shortestTo(m, moments.at(-1)!, goal)) return undefined;
  closed -= 1;
  while (closed - open > 1) {
    const middle = (open + closed) >> 1;
    if (shortestTo(m, moments[middle]!, goal)) open = middle;
    else closed = middle;
  }
  return closed - 1;
}

const clauseOf = (goal: Reach['goal']): string | undefined =>
  'sometimes' in goal ? goal.sometimes : 'breaks' in goal ? goal.breaks : undefined;
