/**
 * One candidate by hand: which instance it is, what it says, why it is refused.
 * Works on the machine's working state as it stands. Slow and complete, where explore.ts is fast.
 */
import { aim } from './assemble.ts';
import type { Machine, CompiledAction } from './machine.ts';
import { means, plain, spoken, type PlainValue } from '../state/plain.ts';

/** An `always` rule and whether it holds. */
export interface Verdict {
  readonly rule: string;
  readonly holds: boolean;
}

/** The number of a step as a scenario writes it. An action, an argument or a value that does not exist throws a RangeError. */
export function instanceOf(m: Machine, step: object): number {
  const [entry, ...others] = Object.entries(step) as [string, Readonly<Record<string, unknown>>][];
  if (!entry || others.length > 0) throw new RangeError(`A step is one action and its arguments, not ${JSON.stringify(step)}.`);
  const [name, wanted] = entry;
  const action = m.actions.find((each) => each.name === name);
  if (!action) throw new RangeError(`There is no action '${name}'; there are ${m.actions.map((each) => each.name).join(', ')}.`);
  const stray = Object.keys(wanted).find((arg) => !action.params.some((param) => param.name === arg));
  if (stray !== undefined) throw new RangeError(`'${name}' has no argument '${stray}'.`);
  return action.params.reduce((instance, { name: arg, kind, domain, stride }) => {
    const place = domain.findIndex((value) => means(kind, wanted[arg], value));
    if (place < 0) throw new RangeError(`'${arg}' of '${name}' cannot be ${JSON.stringify(wanted[arg])}.`);
    return instance + place * stride;
  }, action.first);
}

/** Points the arguments of the action that owns `instance` at it. A number that is no instance throws a RangeError. */
export function aimAt(m: Machine, instance: number): CompiledAction {
  const action = m.actions.find((each) => instance >= each.first && instance < each.first + each.count);
  if (!action || !Number.isInteger(instance))
    throw new RangeError(`There is no instance ${instance}; they go from 0 to ${m.instances - 1}.`);
  aim(action, instance - action.first);
  return action;
}

/** Every clause that does not hold for the candidate now; empty when it can be done. */
export function refusals(m: Machine, action: CompiledAction): string[] {
  return action.sentences.filter((_, clause) => !action.guards[clause]!(action.args, m.state, m.config));
}

/** Every `always` rule, in the order of the model, and whether it holds now. */
export function verdicts(m: Machine): Verdict[] {
  return m.invariants.map(({ name, holds }) => ({ rule: name, holds: holds(m.state, m.config) }));
}

/** The candidate's whole sentence. */
export function sentence(action: CompiledAction): string {
  const said = spokenArgs(action);
  return action.says.replace(/\{(\w+)\}/g, (hole, name: string) => said.get(name) ?? hole);
}

/** The candidate's arguments as a sentence says them, by name. */
export function spokenArgs(action: CompiledAction): Map<string, string> {
  return new Map(action.params.map(({ name, kind, domain }, depth) => [name, spoken(kind, domain[action.cursor[depth]!])]));
}

/** The candidate's arguments as plain data, as a scenario writes them. */
export function plainArgs(action: CompiledAction): Readonly<Record<string, PlainValue>> {
  return Object.fromEntries(action.params.map(({ name, kind, domain }, depth) => [name, plain(kind, domain[action.cursor[depth]!])]));
}
