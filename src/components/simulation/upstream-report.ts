/** What a maintainer would want to know of a difference that a model shows: both sides with their lines, and the shortest run, as a text to copy. */
import { check, traceOf, machine, type ExpectedSearch, type Exploration } from '../../engine/checker.ts';
import type { MechanismWithRuns } from '../../engine/language.ts';
import { inSentence } from '../../drawing/words.ts';
import { capital, counted, faultDoc } from './narrate.ts';

/** A place as the text names it. */
export interface Place {
  readonly text: string;
  /** Absolute. */
  readonly href: string;
}
export interface Side {
  readonly text: string;
  readonly places: readonly Place[];
}
export interface Difference {
  readonly title: string;
  readonly documented: Side;
  readonly observed: Side;
}

export interface FaultRun {
  /** The property that it breaks or never keeps. */
  readonly breaks: string;
  /** The settings beside the fault: `slots 3`. */
  readonly sizes: readonly string[];
  readonly steps: readonly string[];
  /** How many steps come before those that repeat for ever; undefined where the run ends at the broken property. */
  readonly loop: number | undefined;
  /** The instances, for a link. */
  readonly log: readonly number[];
  readonly config: Readonly<Record<string, number | boolean>>;
}

/** The shortest run that one fault alone leads to. Undefined when the model expects none. */
export function runOfFault(mechanism: MechanismWithRuns, fault: string): FaultRun | undefined {
  const isOn = (name: string, search: ExpectedSearch): boolean => (search.with as Record<string, unknown> | undefined)?.[name] === true;
  const search = (mechanism.expect as readonly ExpectedSearch[]).find(
    (it) => 'violates' in it && Object.keys(mechanism.faults).every((name) => isOn(name, it) === (name === fault)),
  );
  if (!search) return undefined;
  const { exploration } = check(mechanism, search);
  const found = logOf(exploration);
  if (!found) return undefined;
  const m = machine(mechanism, search.with);
  const sizes = Object.entries(search.with ?? {}).filter(([name]) => Object.hasOwn(mechanism.parameters, name));
  return {
    breaks: found.breaks,
    sizes: sizes.map(([name, value]) => `${inSentence(mechanism.parameters[name]?.label ?? name)}: ${String(value)}`),
    steps: traceOf(m, found.log).steps.map(({ says }) => says),
    loop: found.loop,
    log: found.log,
    config: m.config as FaultRun['config'],
  };
}

function logOf({
  violation,
  lasso,
}: Exploration): { readonly breaks: string; readonly log: readonly number[]; readonly loop: number | undefined } | undefined {
  if (violation) return { breaks: violation.rule, log: violation.path, loop: undefined };
  if (lasso) return { breaks: lasso.property, log: [...lasso.stem, ...lasso.loop], loop: lasso.stem.length };
  return undefined;
}

const sideText = (head: string, { text, places }: Side): string[] => [
  `${head}: ${text}`,
  ...places.map((place) => `- ${place.text}: ${place.href}`),
  '',
];

/** The text, as Markdown. `page` is the address of the simulation, absolute where the build knows the site. */
export function reportText(
  { title, documented, observed }: Difference,
  mechanism: MechanismWithRuns,
  fault: string,
  run: FaultRun,
  page: string,
): string {
  const told = run.steps.flatMap((says, i) => [
    ...(run.loop !== undefined && i === run.loop ? ['From here on these repeat for ever:'] : []),
    `${i + 1}. ${capital(says)}`,
  ]);
  const breaks = run.loop === undefined ? `this no longer holds: "${run.breaks}".` : `this never comes about: "${run.breaks}".`;
  const { scaledDown } = mechanism.about;
  return [
    `${title}`,
    '',
    ...sideText('What is documented', documented),
    ...sideText('What the code was read to do', observed),
    `In a model of it, with one change (${faultDoc(mechanism, fault)}), ${breaks} The shortest run has ${counted(run.steps.length, 'step')}${run.sizes.length > 0 ? `, with ${run.sizes.join(', ')}` : ''}:`,
    '',
    ...told,
    '',
    ...(scaledDown === undefined ? [] : [`The model is smaller than the system: ${scaledDown}.`]),
    `The model and this run: ${page}`,
    'It was read in the code and run in the model. It was not run on the system.',
  ].join('\n');
}
