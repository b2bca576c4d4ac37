/** Wrong answers of each lab, as its record names them or as they follow, and the answer of somebody who did nothing. */
import { LearntSteps, machine } from '../engine/checker.ts';
import type { Lab, LabValue } from '../schemas/labs.ts';
import { beginningOf, instancesOf } from './beginning.ts';
import { faultsOf } from './find.ts';
import { logLines } from './log.ts';
import { solutionOf } from './solution.ts';
import type { Answer, Ground } from './verdict.ts';

const MOST_CHOICES = 40;

export function wrongAnswers(lab: Lab, ground: Ground): readonly Answer[] {
  const right = JSON.stringify(solutionOf(lab, ground));
  return candidates(lab, ground).filter((it) => JSON.stringify(it) !== right);
}

function candidates(lab: Lab, { mechanism }: Ground): readonly Answer[] {
  switch (lab.kind) {
    case 'reach': {
      const { m } = beginningOf(lab, mechanism);
      return lab.wrong.map((steps) => ({ run: instancesOf(m, steps) }));
    }
    case 'predict':
      return combinations(lab.questions.map((it) => it.choices))
        .slice(0, MOST_CHOICES)
        .map((choices) => ({ choices }));
    case 'find':
      return faultsOf(lab).map((fault) => ({ fault }));
    case 'log':
      return lab.variants ? lab.variants.map((_, variant) => ({ variant })) : logLines(lab).map((_, i) => ({ line: i + 1 }));
    default:
      return lab.wrong.map((text) => ({ text }));
  }
}

const combinations = (lists: readonly (readonly LabValue[])[]): LabValue[][] =>
  lists.reduce<LabValue[][]>((sofar, list) => sofar.flatMap((one) => list.map((each) => [...one, each])), [[]]);

/** What is there before anything was done; undefined where it cannot be sent. */
export function emptyAnswers(lab: Lab): readonly Answer[] {
  switch (lab.kind) {
    case 'reach':
      return [{ run: [] }];
    case 'predict':
      return [{ choices: lab.questions.map(() => '') }];
    case 'find':
      return [{ fault: 'nothing' }];
    case 'log':
      return [];
    default:
      return [{ text: '' }, { text: ' \n' }, { text: lab.by }];
  }
}

/** A run of so many steps, drawn by these numbers. */
export function drawnRun(lab: Lab, { mechanism }: Ground, draws: readonly number[]): number[] {
  const { settings, at } = beginningOf(lab, mechanism);
  const m = machine(mechanism, settings);
  const learnt = new LearntSteps(m);
  const fired = new Float64Array(m.actions.length);
  const run: number[] = [];
  m.words.set(at.words);
  for (const draw of draws) {
    const found: { readonly instance: number; readonly words: Int32Array }[] = [];
    learnt.each(fired, (instance) => void found.push({ instance, words: m.words.slice() }));
    const next = found[draw % Math.max(found.length, 1)];
    if (!next) break;
    run.push(next.instance);
    m.words.set(next.words);
  }
  return run;
}
