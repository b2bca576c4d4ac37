/** The answer that is right: written down where a person has to find it, computed where the engine can. */
import type { Lab } from '../schemas/labs.ts';
import { beginningOf, instancesOf } from './beginning.ts';
import { held } from './log.ts';
import { rightChoices } from './predict.ts';
import type { Answer, Ground } from './verdict.ts';

/** A record that does not fit its model throws a RangeError. */
export function solutionOf(lab: Lab, ground: Ground): Answer {
  switch (lab.kind) {
    case 'reach':
      return { run: instancesOf(beginningOf(lab, ground.mechanism).m, lab.solution) };
    case 'predict':
      return { choices: rightChoices(lab, ground.mechanism).map(([only]) => only!) };
    case 'find':
      return { fault: lab.hidden };
    case 'log':
      return lab.variants
        ? { variant: lab.variants.findIndex((it) => held(lab, ground, it.with).stop === undefined) }
        : { line: held(lab, ground, {}).stop?.line ?? 0 };
    default:
      return { text: lab.solution };
  }
}
