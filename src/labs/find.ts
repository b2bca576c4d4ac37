/** Grades which fault a reader found by playing: a run that tells the mechanism that was played from the one that was named refutes it. */
import { begin } from '../engine/checker.ts';
import { NOTHING } from '../schemas/lab-words.ts';
import type { LabOf } from '../schemas/labs.ts';
import { apart, type Apart } from './apart.ts';
import { beginningOf, followed } from './beginning.ts';
import type { Ground, Verdict } from './verdict.ts';
import { firstOther, needs, quoted, stepWords, valueWords, wrong } from './words.ts';

/** What the engine says of a step that a fault alone brings, while it is off. */
const ONLY_WITH_FAULT = 'the fault may still happen';

type Find = LabOf<'find'>;

/** The answers that a reader chooses from, `nothing` last. */
export const faultsOf = ({ among }: Find): readonly string[] => [...among, NOTHING];

/** Throws a RangeError for a fault that is none of the choices, and where no run tells the two apart. */
export function gradeFind(lab: Find, fault: string, { mechanism }: Ground): Verdict {
  if (!faultsOf(lab).includes(fault)) throw new RangeError(`'${fault}' is none of the choices.`);
  if (fault === lab.hidden) {
    const said = mechanism.faults[fault]!;
    return { is: 'right', says: `It is so: ${typeof said === 'string' ? said : said.doc}`, looked: [{ says: lab.solved }] };
  }
  const played = beginningOf({ ...lab, from: undefined }, mechanism, { [lab.hidden]: true });
  const named = beginningOf({ ...lab, from: undefined }, mechanism, fault === NOTHING ? {} : { [fault]: true });
  const found = apart(played.m, named.m);
  if (!found) throw new RangeError(`No run tells ${lab.hidden} from ${fault}.`);
  return wrong({ ...refuted(found, played.m, named.m, fault), play: { text: undefined, settings: named.settings, path: found.path } });
}

type Machine = Parameters<typeof apart>[0];

function refuted({ path, refusedBy }: Apart, played: Machine, named: Machine, fault: string) {
  const variant = fault === NOTHING ? 'without a fault' : 'with the fault that you named';
  const step = stepWords(named, path.length - 1, path.at(-1)!);
  if (refusedBy.second)
    return {
      says: `What you played can do ${step} and the mechanism ${variant} cannot.`,
      hint: `There the step is refused: it needs ${needs(refusedBy.second)}.`,
      clause: refusedBy.second[0],
    };
  if (refusedBy.first?.includes(ONLY_WITH_FAULT))
    return {
      says: `The mechanism ${variant} can do ${step} and in what you played there is no such step.`,
      hint: 'A step like this comes from the error alone. Was it ever among the steps that you could choose from?',
    };
  if (refusedBy.first)
    return {
      says: `The mechanism ${variant} can do ${step} and what you played cannot.`,
      hint: `In what you played the step is refused: it needs ${needs(refusedBy.first)}.`,
      clause: refusedBy.first[0],
    };
  const [one, other] = [played, named].map((m) => followed(m, begin(m), path).moments.at(-1)!);
  const field = firstOther(one!.state, other!.state)!;
  return {
    says: `Both can do ${step} and then ${field.path} is ${valueWords(field.one)} in what you played, and ${valueWords(field.other)} ${variant}.`,
    hint: `Play the same run from the first state, and look at ${quoted(field.path)} after its last step.`,
    clause: one!.broken[0] ?? other!.broken[0],
  };
}
