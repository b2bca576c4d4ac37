/** Grades a text: every trial of the lab, and for a clause that nothing is lost which the model as shipped can do. */
import { BenchError } from './bench.ts';
import type { CodeLab } from './hole.ts';
import { boutOf, tried, type Tried } from './trials.ts';
import { strayIn } from './stray.ts';
import type { Ground, Looked, Verdict } from './verdict.ts';
import { countOf, wrong } from './words.ts';

/**
 * Not vacuous, for a property: it is broken by at least one error, so a lab about one has a trial with `breaks` (labs.test.ts). For a clause:
 * with the settings of the lab each action that happens as shipped still happens, and each `sometimes` that is reached still is.
 */
export async function gradeCode(lab: CodeLab, answer: string, ground: Ground): Promise<Verdict> {
  const stray = strayIn(answer, lab.part);
  if (stray) return wrong({ says: stray, hint: hintOfPart(lab) });
  const looked: Looked[] = [];
  const checks = lab.must.length + (lab.part === 'guard' ? 1 : 0);
  for (const [i, trial] of lab.must.entries()) {
    ground.tell?.(i, checks);
    const one = await guarded(lab, i, () => tried(boutOf(lab, answer, ground, trial, trial.says), trial.finds, ground));
    if (one.wrong) return one.wrong;
    if (one.looked) looked.push(one.looked);
  }
  ground.tell?.(lab.must.length, checks);
  const left = lab.part === 'guard' ? await guarded(lab, undefined, () => leftPossible(lab, answer, ground)) : {};
  if (left.wrong) return left.wrong;
  if (left.looked) looked.push(left.looked);
  return { is: 'right', says: `It passes ${countOf(looked.length, 'trial')}.`, looked };
}

/** A text that cannot be run is a wrong answer: its sentence is the model's or the compiler's. */
async function guarded(lab: CodeLab, trial: number | undefined, work: () => Promise<Tried>): Promise<Tried> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof BenchError)) throw error;
    const hint = error.at
      ? 'Play this run: what comes next fails. What your text asks for, or sets, is not there in that state.'
      : hintOfPart(lab);
    return { wrong: wrong({ says: error.message, hint, play: error.at, trial }) };
  }
}

const parts = {
  guard: 'an expression that is true or false, or what the hole had in its place',
  property: 'an expression that is true or false of every state',
  effect: 'what the action does to the state',
};

const hintOfPart = ({ part }: CodeLab): string => `What is written in the place of the hole has to be ${parts[part]}.`;

async function leftPossible(lab: CodeLab, answer: string, ground: Ground): Promise<Tried> {
  const says = 'Whatever could happen still can.';
  const bout = boutOf(lab, answer, ground, undefined, says);
  const shipped = await bout.bench.check(bout.shipped, bout.settings, []);
  const fired = Object.keys(shipped.fired).filter((action) => shipped.fired[action]! > 0);
  let last: Tried = {};
  for (const finds of [...fired.map((it) => ({ fires: it })), ...shipped.seen.map((it) => ({ reaches: it }))]) {
    last = await tried(bout, finds, ground);
    if (last.wrong) return last;
  }
  return last;
}
