/** Grades an answer to a lab. */
import type { Lab } from '../schemas/labs.ts';
import { gradeCode } from './code.ts';
import { gradeFind } from './find.ts';
import { gradeLine, gradeVariant } from './log.ts';
import { gradePredict } from './predict.ts';
import { gradeReach } from './reach.ts';
import type { Answer, Ground, Verdict } from './verdict.ts';

/**
 * Right, with what was looked at; or wrong, with a run that shows it and the clause that matters. An answer that is not of the lab's kind, and a
 * record that does not fit its model, rejects with a RangeError.
 */
export async function grade(lab: Lab, answer: Answer, ground: Ground): Promise<Verdict> {
  if (lab.kind === 'reach' && 'run' in answer) return gradeReach(lab, answer.run, ground);
  if (lab.kind === 'predict' && 'choices' in answer) return gradePredict(lab, answer.choices, ground);
  if (lab.kind === 'find' && 'fault' in answer) return gradeFind(lab, answer.fault, ground);
  if (lab.kind === 'log' && 'variant' in answer) return gradeVariant(lab, answer.variant, ground);
  if (lab.kind === 'log' && 'line' in answer) return gradeLine(lab, answer.line, ground);
  if ((lab.kind === 'write' || lab.kind === 'mend') && 'text' in answer) return gradeCode(lab, answer.text, ground);
  throw new RangeError(`This is no answer to a lab of the kind '${lab.kind}'.`);
}
