/** The solution of a lab in words. For the build alone. */
import type { MechanismWithRuns } from '../../engine/language.ts';
import { solutionOf } from '../../labs/solution.ts';
import type { Lab } from '../../schemas/labs.ts';
import { capital, faultDoc, narrate } from '../simulation/narrate.ts';
import { trace, logOfPath } from '../simulation/trace.ts';
import { formOf } from './lab-form.ts';
import { beginningSession } from './lab-session.ts';
import { labData } from './published-lab.ts';

export interface ToldSolution {
  /** One sentence each; of a run its steps, in order. */
  readonly says: readonly string[];
  readonly isRun: boolean;
  readonly code: string | undefined;
}

export async function toldSolution(lab: Lab, mechanism: MechanismWithRuns): Promise<ToldSolution> {
  const { map } = await labData(lab);
  const answer = solutionOf(lab, { mechanism, ...(map !== undefined && { map }) });
  const told = (...says: string[]): ToldSolution => ({ says, isRun: false, code: undefined });
  if ('run' in answer) return { says: stepsOf(lab, mechanism, answer.run), isRun: true, code: undefined };
  if ('choices' in answer) return told(...answer.choices.map((choice, i) => chosenWords(lab, mechanism, i, JSON.stringify(choice))));
  if ('fault' in answer) return told(`This fault is on: ${faultDoc(mechanism, answer.fault)}.`);
  if ('variant' in answer) return told(chosenWords(lab, mechanism, 0, String(answer.variant)));
  if ('line' in answer) return told(`Line ${answer.line} is the first that no run explains.`);
  return { says: ['In the place of what is marked above:'], isRun: false, code: answer.text };
}

function stepsOf(lab: Lab, mechanism: MechanismWithRuns, run: readonly number[]): string[] {
  const { m, frames, history } = beginningSession(lab, mechanism, undefined);
  const all = trace(m, [...history.attempts, ...logOfPath(run)]);
  return all.slice(frames.length).map((frame) => {
    const { strong, rest } = narrate(frame);
    return `${capital(strong)} ${rest}`.trim();
  });
}

/** A question with its right choice. */
function chosenWords(lab: Lab, mechanism: MechanismWithRuns, group: number, value: string): string {
  const form = formOf(lab, mechanism);
  const asked = form.is === 'choices' ? form.groups[group] : undefined;
  const says = asked?.options.find((it) => it.value === value)?.says ?? value;
  return `${asked?.ask ?? ''} ${capital(says)}${says.endsWith('.') ? '' : '.'}`;
}
