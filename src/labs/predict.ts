/** Grades what a reader says of a step before it is done: the engine does the step, and the state after it decides. */
import { candidateOf, follow, instanceOf, type Snapshot } from '../engine/checker.ts';
import type { MechanismWithRuns } from '../engine/language.ts';
import { NOTHING } from '../schemas/lab-words.ts';
import type { LabOf, LabQuestion, LabValue } from '../schemas/labs.ts';
import { beginningOf } from './beginning.ts';
import type { Ground, Verdict } from './verdict.ts';
import { capital, isSameValue, needs, quoted, valueAt, valueWords, wrong } from './words.ts';

type Predict = LabOf<'predict'>;

interface Done {
  /** The state after the step; where it is refused, the state before it. */
  readonly after: Snapshot;
  /** Every clause that refuses it. */
  readonly because: readonly string[];
}

/** The choices of each question that are right, by what the engine does. */
export function rightChoices(lab: Predict, mechanism: MechanismWithRuns): readonly (readonly LabValue[])[] {
  const done = doneIn(lab, mechanism);
  return lab.questions.map((it) => it.choices.filter((choice) => isRight(it, choice, done)));
}

function doneIn(lab: Predict, mechanism: MechanismWithRuns): Done {
  const { m, at } = beginningOf(lab, mechanism);
  const next = follow(m, at, instanceOf(m, lab.step));
  return 'because' in next ? { after: at, because: next.because } : { after: next, because: [] };
}

function isRight({ about }: LabQuestion, choice: LabValue, { after, because }: Done): boolean {
  if (typeof about === 'object') return isSameValue(valueAt(after.state, about.field), choice);
  const named = about === 'refusal' ? because : after.broken;
  return choice === NOTHING ? named.length === 0 : named.includes(String(choice));
}

/** Throws a RangeError where there is not one choice for each question. */
export function gradePredict(lab: Predict, choices: readonly LabValue[], { mechanism }: Ground): Verdict {
  if (choices.length !== lab.questions.length) throw new RangeError(`There are ${lab.questions.length} questions.`);
  const { m, settings, path } = beginningOf(lab, mechanism);
  const instance = instanceOf(m, lab.step);
  const done = doneIn(lab, mechanism);
  const missed = lab.questions.findIndex((it, i) => !isRight(it, choices[i]!, done));
  const { says } = candidateOf(m, instance);
  if (missed < 0)
    return {
      is: 'right',
      says:
        done.because.length > 0
          ? `The step is refused, because it needs ${needs(done.because)}.`
          : `The step is done, and it is as you say.`,
      looked: lab.questions.map((it, i) => ({ says: `${it.ask} ${capital(valueWords(choices[i]!))}.` })),
    };
  const { ask, about } = lab.questions[missed]!;
  const clause = done.because[0] ?? done.after.broken[0];
  return wrong({
    says: `${ask} Not: ${valueWords(choices[missed]!)}.`,
    hint: hintOf(about, done, says),
    clause,
    play: { text: undefined, settings, path: [...path, instance] },
  });
}

function hintOf(about: LabQuestion['about'], { because }: Done, says: string): string {
  if (because.length > 0 && about !== 'refusal') return `Play it: is the step ${quoted(says)} done at all?`;
  if (about === 'refusal') return because.length > 0 ? `It needs ${needs(because)}.` : 'Play it: every clause of the step holds there.';
  return about === 'broken'
    ? 'Play the step: a rule that is broken after it is marked.'
    : `Play the step ${quoted(says)}, and look at ${about.field} after it.`;
}
