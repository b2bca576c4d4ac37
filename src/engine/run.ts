/**
 * A run by hand: begin, look at what can be done and why the rest cannot, follow one choice to the next moment.
 * Every function loads the moment into the machine first, so moments of one machine may be used in any order.
 * Leaves out the log of a run and its branches, which belong to whoever keeps the moments.
 */
import type { Machine, Verb } from './machine.ts';
import { plainFields, type PlainState } from './plain.ts';
import { aimAt, plainArgs, refusals, sentence, spokenArgs, verdicts, type Verdict } from './step.ts';

export type { PlainState } from './plain.ts';
export { choiceOf, type Verdict } from './step.ts';

/** One point of a run: the state and how it was reached. Immutable. */
export interface Moment {
  readonly words: Int32Array;
  readonly state: PlainState;
  /** The number a log stores for the step that led here; like `verb` and `says`, undefined at the beginning. */
  readonly choice: number | undefined;
  readonly verb: string | undefined;
  readonly says: string | undefined;
  /** The `always` rules that do not hold here. */
  readonly broken: readonly string[];
}

/** Something that can be done; `label` is its arguments alone, `says` the whole sentence. */
export interface Offer {
  readonly choice: number;
  readonly verb: string;
  readonly says: string;
  readonly label: string;
  /** The arguments as plain data, as a scenario writes them. */
  readonly args: Readonly<Record<string, unknown>>;
}

/** Something that cannot be done now. */
export interface Refusal extends Offer {
  /** Every clause that does not hold, in the order of the model. */
  readonly because: readonly string[];
}

/** All candidates of one verb, in the order of their choices: each is either offered or refused. */
export interface Menu {
  readonly verb: string;
  readonly offers: readonly Offer[];
  readonly refusals: readonly Refusal[];
}

/** The moment before anything has happened. */
export function begin(m: Machine): Moment {
  m.words.set(m.initial);
  return momentOf(m, undefined);
}

/** The moment after `choice`, or why it is refused. A choice that the machine does not have throws a RangeError. */
export function follow(m: Machine, from: Moment, choice: number): Moment | Refusal {
  m.words.set(from.words);
  const verb = aimAt(m, choice);
  const offer = offerOf(verb, choice);
  const because = refusals(m, verb);
  if (because.length > 0) return { ...offer, because };
  verb.then(m.state, verb.args, m.config);
  return momentOf(m, offer);
}

/** Every candidate of every verb, in the order of the model. */
export function menuAt(m: Machine, at: Moment): Menu[] {
  m.words.set(at.words);
  return m.verbs.map((verb) => {
    const menu = { verb: verb.name, offers: [] as Offer[], refusals: [] as Refusal[] };
    for (let choice = verb.first; choice < verb.first + verb.count; choice++) {
      aimAt(m, choice);
      const offer = offerOf(verb, choice);
      const because = refusals(m, verb);
      if (because.length > 0) menu.refusals.push({ ...offer, because });
      else menu.offers.push(offer);
    }
    return menu;
  });
}

/** Every `always` rule, in the order of the model. */
export function verdictsAt(m: Machine, at: Moment): Verdict[] {
  m.words.set(at.words);
  return verdicts(m);
}

function momentOf(m: Machine, by: Offer | undefined): Moment {
  const broken = verdicts(m).flatMap(({ rule, holds }) => (holds ? [] : [rule]));
  return { words: m.words.slice(), state: plainFields(m.schema, m.state), choice: by?.choice, verb: by?.verb, says: by?.says, broken };
}

/** The candidate that the verb's arguments show now. */
function offerOf(verb: Verb, choice: number): Offer {
  return { choice, verb: verb.name, says: sentence(verb), label: [...spokenArgs(verb).values()].join(', '), args: plainArgs(verb) };
}
