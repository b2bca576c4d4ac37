/** The control by which a lab is answered, from its record. For the build alone. It names the choices and never which is right. */
import type { MechanismWithRuns } from '../../engine/language.ts';
import { NOTHING } from '../../schemas/lab-words.ts';
import type { Lab, LabQuestion, LabValue } from '../../schemas/labs.ts';
import { faultDoc } from '../simulation/narrate.ts';
import type { Form, Group, Option } from './lab-words.ts';

export function formOf(lab: Lab, mechanism: MechanismWithRuns): Form {
  switch (lab.kind) {
    case 'reach':
      return { is: 'run', within: lab.within + (lab.slack ?? 0) };
    case 'predict':
      return { is: 'choices', groups: lab.questions.map(questionOf) };
    case 'find':
      return { is: 'choices', groups: [{ ask: 'Which fault is on?', options: faultsOf(lab.among, mechanism) }] };
    case 'log':
      return { is: 'choices', groups: [lab.variants ? variantsOf(lab.variants) : linesOf(lab.log)] };
    default:
      return { is: 'code' };
  }
}

function questionOf({ ask, about, choices }: LabQuestion): Group {
  const isField = typeof about === 'object';
  return {
    ask,
    options: choices.map((value) => ({
      value: JSON.stringify(value),
      says: saysOf(value, about),
      isCode: isField && value !== null && !Array.isArray(value),
    })),
  };
}

function saysOf(value: LabValue, about: LabQuestion['about']): string {
  if (value === NOTHING && about === 'refusal') return 'Nothing refuses it';
  if (value === NOTHING && about === 'broken') return 'Nothing is broken';
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(String).join(', ');
  return String(value);
}

const faultsOf = (among: readonly string[], mechanism: MechanismWithRuns): Option[] => [
  ...among.map((fault) => ({ value: JSON.stringify(fault), says: faultDoc(mechanism, fault) })),
  { value: JSON.stringify(NOTHING), says: 'None of them is on' },
];

const variantsOf = (variants: readonly { readonly says: string }[]): Group => ({
  ask: 'Of which variant is the whole log?',
  options: variants.map(({ says }, i) => ({ value: String(i), says })),
});

/** The number of a line is that of the file, from 1. */
const linesOf = (log: string): Group => ({
  ask: 'Which is the first line that no run explains?',
  isLog: true,
  options: log
    .trimEnd()
    .split('\n')
    .map((says, i) => ({ value: String(i + 1), says })),
});
