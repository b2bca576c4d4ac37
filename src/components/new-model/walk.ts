/** A walk through the language in five steps: what each is for, the lines that it adds, and what is then seen. The numbers are counted anew. */
import { explore, machine } from '../../engine/checker.ts';
import type { Mechanism } from '../../engine/language.ts';
import { counted } from '../../facts/count-words.ts';
import { differences } from '../simulation/edit/differences.ts';

/** The files of the lock, in the order of the walk. */
export const stepNames = ['state', 'action', 'rule', 'fault', 'scenario'] as const;
export type StepName = (typeof stepNames)[number];

interface Told {
  readonly title: string;
  /** Why there is such a thing, and how it is written; code stands between backticks. */
  readonly says: string;
  /** What to press, and what is then seen. */
  readonly sees: (found: Found) => string;
}
/** What a check of the file finds. */
interface Found {
  readonly states: number;
  readonly transitions: number;
  /** Of the shortest run that breaks a rule with the fault. */
  readonly steps: number | undefined;
}

export const FAULT = 'barges';

const told: Readonly<Record<StepName, Told>> = {
  state: {
    title: 'State',
    says: 'A model begins with what there is. `id` names a kind of row, `table` has as many of them as the parameter says, and each row has fields. Every field has a kind with few values: one of three words, or a user or `null`. So the whole state is a few bits, and all states can be visited.',
    sees: ({ states }) =>
      `Press Run: the state stands on the plate as tables. Press Check: it finds ${counted(states, 'state')} and says that it is stuck, because nothing can happen in it yet.`,
  },
  action: {
    title: 'Action',
    says: 'An action is what can happen: a sentence, its arguments with their kinds, the conditions under `when`, and under `then` what it does to the state. The name of a condition is what a reader is told when it does not hold.',
    sees: ({ states, transitions }) =>
      `Press Run, and do what the plate offers; what it refuses stands below that, with the reason. Check visits ${counted(states, 'state')} and the ${counted(transitions, 'step')} between them.`,
  },
  rule: {
    title: 'Rule',
    says: 'What must hold in every state stands under `always`. What must be seen in some state stands under `sometimes`, because a rule of a model in which nothing happens is true and says nothing.',
    sees: ({ states }) => `Press Check: both rules hold in all ${counted(states, 'state')}, and the goal was seen.`,
  },
  fault: {
    title: 'Fault',
    says: 'Is the rule true because of the lock, or would it hold without it? A fault is a model that is wrong on purpose, as long as it is switched on. This one drops a condition by its name.',
    sees: ({ steps }) =>
      `Press Run, open \u201cBreak it\u201d on the plate, switch the fault on, and press Check: after ${counted(steps ?? 0, 'step')} two users are inside. There is no shorter run; it stands on the plate, to be stepped through.`,
  },
  scenario: {
    title: 'Scenario',
    says: 'A scenario is a run with a title, told by the names of the actions, and it says how it ends: with a step that a condition refuses, with a broken rule, or safe. Run plays each of them, and says so where one ends otherwise.',
    sees: () =>
      'Press Run: the plate stands before the last step of the first scenario. Press Step there, and \u201cthe lock is free\u201d refuses it. The second is under \u201cScenario and size\u201d.',
  },
};

export interface WalkStep {
  readonly name: StepName;
  /** From 1. */
  readonly number: number;
  readonly title: string;
  readonly says: string;
  readonly sees: string;
  /** The lines that the file has and the one before it has not. */
  readonly adds: string;
}

/** `texts` and `models`: the file of each step, as text and as it runs. */
export function walkSteps(texts: Readonly<Record<StepName, string>>, models: Readonly<Record<StepName, Mechanism>>): readonly WalkStep[] {
  return stepNames.map((name, i) => {
    const { title, says, sees } = told[name];
    const before = stepNames[i - 1];
    const adds = before === undefined ? linesOf(texts[name]).join('\n') : addedLines(texts[before], texts[name]);
    return { name, number: i + 1, title, says, sees: sees(foundOf(models[name])), adds };
  });
}

function foundOf(of: Mechanism): Found {
  const { states, transitions } = explore(machine(of));
  const steps = Object.hasOwn(of.faults, FAULT) ? explore(machine(of, { [FAULT]: true })).violation?.path.length : undefined;
  return { states, transitions, steps };
}

/** What a file says of itself is left out. */
const linesOf = (text: string): string[] =>
  text
    .replace(/^\/\*\*.*\*\/\n/, '')
    .trimEnd()
    .split('\n');

/** What is added in different places is parted by a line. */
function addedLines(from: string, to: string): string {
  const places = differences(linesOf(from), linesOf(to)).map(([, , ...added]) => added.join('\n').replace(/^\n+|\n+$/g, ''));
  return places.filter((it) => it.trim() !== '').join('\n\n// \u2026\n\n');
}
