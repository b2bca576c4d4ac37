/** The sentences of the player. One wording serves the narration, the live region, the limb and the storyboard. */
import type { Blame } from '../../engine/blame.ts';
import type { Knob, Mechanism } from '../../engine/model.ts';
import type { Machine } from '../../engine/machine.ts';
import type { Offer } from '../../engine/run.ts';
import type { Beat } from './trace.ts';
import type { Card } from './views.ts';

/** What is said of one tick: the verb stands strong, the rest follows it. */
export interface Narration {
  readonly strong: string;
  readonly rest: string;
}

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** `1 step`, `2 steps`; counts carry a separator for thousands, the same on every machine. */
export const counted = (count: number, one: string, many = `${one}s`) => `${grouped(count)} ${count === 1 ? one : many}`;
export const grouped = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

export const needs = (because: readonly string[]) => `needs: ${because.join('; ')}`;

/** `grantsMore` reads `grants more`: the fallback where nobody wrote a label. */
export const spaced = (name: string) => name.replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);

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
 * The arguments of an offer as a phrase: `from slot 0 to slot 1, read`. An argument named by a preposition is read with
 * it, which is how such an argument got its name; any other follows a comma.
 */
export function phrase({ label, args }: Pick<Offer, 'label' | 'args'>): string {
  const names = Object.keys(args);
  const values = label.split(', ');
  if (names.length !== values.length) return label;
  return values.reduce((said, value, i) => {
    const name = names[i] ?? '';
    if (!PREPOSITIONS.has(name)) return said ? `${said}, ${value}` : value;
    return said ? `${said} ${name} ${value}` : `${name} ${value}`;
  }, '');
}

/** An offer as one phrase, its verb first: `grant from slot 0 to slot 1, read`. A verb that ends in a preposition says it once. */
export function deed(offer: Pick<Offer, 'verb' | 'label' | 'args'>): string {
  const verb = spaced(offer.verb);
  const rest = phrase(offer);
  const last = verb.split(' ').at(-1)!;
  return `${verb} ${rest.startsWith(`${last} `) ? rest.slice(last.length + 1) : rest}`.trim();
}

export function narrate(beat: Beat): Narration {
  const { refusal, moment, struck } = beat;
  if (struck) return { strong: `${spaced(struck.verb)} is struck out.`, rest: `${sentenceOf(struck)}What follows is replayed without it.` };
  if (refusal)
    return {
      strong: `${spaced(refusal.verb)} is refused.`,
      rest: `${sentenceOf(refusal)}It ${needs(refusal.because)}.`,
    };
  if (moment.verb === undefined) return { strong: 'Start.', rest: 'Nothing has happened yet.' };
  return { strong: `${spaced(moment.verb)}.`, rest: capital(moment.says ?? '') };
}

const sentenceOf = (offer: Offer): string => (phrase(offer) ? `${capital(phrase(offer))}. ` : '');

/** The word under a tick. */
export function tickWord(beat: Beat): string {
  if (beat.struck) return spaced(beat.struck.verb);
  if (beat.refusal) return 'refused';
  return beat.moment.verb === undefined ? 'start' : spaced(beat.moment.verb);
}

/** Which part of a state breaks a rule, in a sentence; for when the picture has no words of its own for it. */
export function blamed(found: Blame | undefined): string {
  if (found?.says === undefined) return 'It does not hold in this state.';
  const isNobody = found.parts.every(({ rows }) => rows.length === 0);
  return isNobody ? `It needs one, and there is ${found.says}.` : `It fails at ${found.says}.`;
}

/** How a run ends, for the storyboard. */
export function ending(beats: readonly Beat[]): { readonly word: 'holds' | 'refused' | 'violated'; readonly says: string } {
  const last = beats.at(-1);
  if (last?.refusal) return { word: 'refused', says: `The last step is refused. It ${needs(last.refusal.because)}.` };
  const [rule] = last?.moment.broken ?? [];
  if (rule !== undefined) return { word: 'violated', says: `This no longer holds: ${rule}.` };
  return { word: 'holds', says: 'Every property holds to the end.' };
}

/** A fault as a sentence without its full stop; one with a budget says how often it may happen. */
export function faultDoc(mechanism: Mechanism, name: string): string {
  const fault = mechanism.faults[name];
  if (fault === undefined) return capital(spaced(name));
  const doc = typeof fault === 'string' ? fault : `${withoutStop(fault.doc)} (at most ${often(fault.times)})`;
  return withoutStop(doc);
}

const withoutStop = (text: string) => text.replace(/\.$/, '');
const often = (times: number) => (times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`);

/** The value of a knob in words: one that can only be 0 or 1 is a question. */
export const knobWord = (knob: Knob, value: number): string => (isQuestion(knob) ? (value === 1 ? 'yes' : 'no') : `${value}`);
const isQuestion = ({ least, most }: Knob) => least === 0 && most === 1;

/** A knob and a value in one phrase: `slots 3`, `chained by digests (no)`. */
export function knobSays({ mechanism }: Machine, labels: Card['knobs'], name: string, value: number): string {
  const knob = mechanism.config[name]!;
  const word = knobWord(knob, value);
  return `${(labels[name] ?? spaced(name)).toLowerCase()} ${isQuestion(knob) ? `(${word})` : word}`;
}

/** What a verdict covers, and what it does not: said beside every verdict. */
export function bounds(m: Machine, { knobs, leavesOut }: Pick<Card, 'knobs' | 'leavesOut'>): string {
  const sizes = Object.keys(m.mechanism.config).map((name) => knobSays(m, knobs, name, m.config[name]));
  const on = Object.keys(m.mechanism.faults).filter((name) => m.config[name] === true);
  const broken = on.map((name) => `\u201c${faultDoc(m.mechanism, name)}\u201d`);
  const within = sizes.length > 0 ? `, within these bounds: ${sizes.join(', ')}` : '';
  const faulty = broken.length > 0 ? `, and broken on purpose: ${broken.join(', ')}` : '';
  return `It is the model that is checked${within}${faulty}. It leaves out ${leavesOut}.`;
}
