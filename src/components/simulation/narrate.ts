/** The sentences of the player. One wording serves the narration, the live region, the timeline and the storyboard. */
import type { Mechanism, Parameter } from '../../engine/language.ts';
import type { Blame, EnabledAction, Machine } from '../../engine/checker.ts';
import { inSentence, spaced } from '../../drawing/words.ts';
import type { Frame } from './trace.ts';
import type { MachineWithRuns } from './check.ts';

/** What is said of one step: the action stands strong, the rest follows it. */
export interface Narration {
  readonly strong: string;
  readonly rest: string;
}

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** `1 step`, `2 steps`; counts carry a separator for thousands, the same on every machine. */
export const counted = (count: number, one: string, many = `${one}s`) => `${grouped(count)} ${count === 1 ? one : many}`;
export const grouped = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

export const needs = (because: readonly string[]) => `needs: ${because.join('; ')}`;

const PREPOSITIONS: ReadonlySet<string> = new Set([
  'as',
  'at',
  'by',
  'for',
  'from',
  'in',
  'into',
  'of',
  'on',
  'onto',
  'over',
  'to',
  'under',
  'with',
]);

/**
 * The arguments of an enabledAction as a phrase: `from slot 0 to slot 1, read`. An argument named by a preposition is read with
 * it, which is how such an argument got its name; any other follows a comma.
 */
export function phrase({ spoken }: Pick<EnabledAction, 'spoken'>): string {
  return Object.entries(spoken).reduce((said, [name, value]) => {
    if (!PREPOSITIONS.has(name)) return said ? `${said}, ${value}` : value;
    return said ? `${said} ${name} ${value}` : `${name} ${value}`;
  }, '');
}

/** An enabledAction as one phrase, its action first: `grant from slot 0 to slot 1, read`. A action that ends in a preposition says it once. */
export function commandWords(enabledAction: Pick<EnabledAction, 'action' | 'spoken'>): string {
  const action = spaced(enabledAction.action);
  const rest = phrase(enabledAction);
  const last = action.split(' ').at(-1)!;
  return `${action} ${rest.startsWith(`${last} `) ? rest.slice(last.length + 1) : rest}`.trim();
}

export function narrate(frame: Frame): Narration {
  const { refusal, snapshot, skipped } = frame;
  if (skipped)
    return { strong: `${spaced(skipped.action)} is skipped.`, rest: `${sentenceOf(skipped)}What follows is replayed without it.` };
  if (refusal)
    return {
      strong: `${spaced(refusal.action)} is refused.`,
      rest: `${sentenceOf(refusal)}It ${needs(refusal.because)}.`,
    };
  if (snapshot.action === undefined) return { strong: 'Start.', rest: 'Nothing has happened yet.' };
  return { strong: `${spaced(snapshot.action)}.`, rest: capital(snapshot.says ?? '') };
}

const sentenceOf = (enabledAction: EnabledAction): string => (phrase(enabledAction) ? `${capital(phrase(enabledAction))}. ` : '');

/** The word under a step. */
export function stepWord(frame: Frame): string {
  if (frame.skipped) return spaced(frame.skipped.action);
  if (frame.refusal) return 'refused';
  return frame.snapshot.action === undefined ? 'start' : spaced(frame.snapshot.action);
}

/** Which part of a state breaks a rule, in a sentence; for when the picture has no words of its own for it. */
export function blamed(found: Blame | undefined): string {
  if (found?.says === undefined) return 'It does not hold in this state.';
  const isNobody = found.parts.every(({ rows }) => rows.length === 0);
  return isNobody ? `It needs one, and there is ${found.says}.` : `It fails at ${found.says}.`;
}

/** How a run ends, for the storyboard. */
export function ending(frames: readonly Frame[]): { readonly word: 'holds' | 'refused' | 'violated'; readonly says: string } {
  const last = frames.at(-1);
  if (last?.refusal) return { word: 'refused', says: `The last step is refused. It ${needs(last.refusal.because)}.` };
  const [rule] = last?.snapshot.broken ?? [];
  if (rule !== undefined) return { word: 'violated', says: `This no longer holds: ${rule}.` };
  return { word: 'holds', says: 'Every property holds to the end.' };
}

/** A fault as a sentence without its full stop; one with a budget says how often it may happen. */
export function faultDoc(mechanism: Mechanism, name: string): string {
  const fault = mechanism.faults[name];
  if (fault === undefined) return capital(spaced(name));
  const doc = withoutStop(typeof fault === 'string' ? fault : fault.doc);
  return typeof fault === 'object' && 'times' in fault ? `${doc} (at most ${often(fault.times)})` : doc;
}

const withoutStop = (text: string) => text.replace(/\.$/, '');
const often = (times: number) => (times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`);

/** The value of a parameter in words: one that can only be 0 or 1 is a question. */
export const parameterWord = (parameter: Parameter, value: number): string =>
  isQuestion(parameter) ? (value === 1 ? 'yes' : 'no') : `${value}`;
const isQuestion = ({ least, most }: Parameter) => least === 0 && most === 1;

/** What a reader calls a parameter. */
export const labelOf = (parameter: Parameter, name: string): string => parameter.label ?? capital(spaced(name));

/** A parameter and a value in one phrase: `slots 3`, `chained by digests (no)`. */
export function parameterSays({ mechanism }: Machine, name: string, value: number): string {
  const parameter = mechanism.parameters[name]!;
  const word = parameterWord(parameter, value);
  return `${inSentence(labelOf(parameter, name))} ${isQuestion(parameter) ? `(${word})` : word}`;
}

/** What a verdict covers, and what it does not: said beside every verdict. */
export function bounds(m: MachineWithRuns): string {
  const sizes = Object.keys(m.mechanism.parameters).map((name) => parameterSays(m, name, m.config[name]));
  const on = Object.keys(m.mechanism.faults).filter((name) => m.config[name] === true);
  const broken = on.map((name) => `\u201c${faultDoc(m.mechanism, name)}\u201d`);
  const within = sizes.length > 0 ? `, within these bounds: ${sizes.join(', ')}` : '';
  const faulty = broken.length > 0 ? `, and broken on purpose: ${broken.join(', ')}` : '';
  return `It is the model that is checked${within}${faulty}. It leaves out ${m.mechanism.about.leavesOut}.`;
}
