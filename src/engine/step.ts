/**
 * One candidate by hand: which choice it is, what it says, why it is refused.
 * Works on the machine's working state as it stands. Slow and complete, where explore.ts is fast.
 */
import { aim } from './assemble.ts';
import type { Machine, Verb } from './machine.ts';
import { means, plain, spoken, type PlainValue } from './plain.ts';

/** An `always` rule and whether it holds. */
export interface Verdict {
  readonly rule: string;
  readonly holds: boolean;
}

/** The number of a step as a scenario writes it. An action, an argument or a value that does not exist throws a RangeError. */
export function choiceOf(m: Machine, step: object): number {
  const [entry, ...others] = Object.entries(step) as [string, Readonly<Record<string, unknown>>][];
  if (!entry || others.length > 0) throw new RangeError(`A step is one action and its arguments, not ${JSON.stringify(step)}.`);
  const [name, wanted] = entry;
  const verb = m.verbs.find((each) => each.name === name);
  if (!verb) throw new RangeError(`There is no action '${name}'; there are ${m.verbs.map((each) => each.name).join(', ')}.`);
  const stray = Object.keys(wanted).find((arg) => !verb.params.some((param) => param.name === arg));
  if (stray !== undefined) throw new RangeError(`'${name}' has no argument '${stray}'.`);
  return verb.params.reduce((choice, { name: arg, kind, domain, stride }) => {
    const place = domain.findIndex((value) => means(kind, wanted[arg], value));
    if (place < 0) throw new RangeError(`'${arg}' of '${name}' cannot be ${JSON.stringify(wanted[arg])}.`);
    return choice + place * stride;
  }, verb.first);
}

/** Points the arguments of the verb that owns `choice` at it. A number that is no choice throws a RangeError. */
export function aimAt(m: Machine, choice: number): Verb {
  const verb = m.verbs.find((each) => choice >= each.first && choice < each.first + each.count);
  if (!verb || !Number.isInteger(choice)) throw new RangeError(`There is no choice ${choice}; they go from 0 to ${m.choices - 1}.`);
  aim(verb, choice - verb.first);
  return verb;
}

/** Every clause that does not hold for the candidate now; empty when it can be done. */
export function refusals(m: Machine, verb: Verb): string[] {
  return verb.sentences.filter((_, clause) => !verb.guards[clause]!(m.state, verb.args, m.config));
}

/** Every `always` rule, in the order of the model, and whether it holds now. */
export function verdicts(m: Machine): Verdict[] {
  return m.rules.map(({ name, holds }) => ({ rule: name, holds: holds(m.state, m.config) }));
}

/** The candidate's whole sentence. */
export function sentence(verb: Verb): string {
  const said = spokenArgs(verb);
  return verb.says.replace(/\{(\w+)\}/g, (hole, name: string) => said.get(name) ?? hole);
}

/** The candidate's arguments as a sentence says them, by name. */
export function spokenArgs(verb: Verb): Map<string, string> {
  return new Map(verb.params.map(({ name, kind, domain }, depth) => [name, spoken(kind, domain[verb.cursor[depth]!])]));
}

/** The candidate's arguments as plain data, as a scenario writes them. */
export function plainArgs(verb: Verb): Readonly<Record<string, PlainValue>> {
  return Object.fromEntries(verb.params.map(({ name, kind, domain }, depth) => [name, plain(kind, domain[verb.cursor[depth]!])]));
}
