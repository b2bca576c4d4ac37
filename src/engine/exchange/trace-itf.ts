/**
 * The Informal Trace Format of Apalache and Quint (https://apalache-mc.org/docs/adr/015adr-trace.html), out and in. Integers are #bigint,
 * sets #set, tables and mappings by id #map from the index, queues lists, an option `Some` or `None` as Quint writes them. Parameters and
 * faults are params, with their values in the first state; the step taken is Quint's mbt::actionTaken and mbt::nondetPicks.
 */
import { differenceFrom } from '../state/compare.ts';
import { fromItf, toItf } from './itf-value.ts';
import type { Machine } from '../run/machine.ts';
import type { Mechanism } from '../language/model.ts';
import type { PlainState } from '../state/plain.ts';
import type { Schema } from '../language/schema.ts';
import { aimAt, refusals, sentence } from '../run/step.ts';
import { Successors } from '../search/successors.ts';
import { configured, isRecord, problemAt, traceOf, tryStep, type Imported, type Problem, type TraceStep } from './trace.ts';

/** Before the name of a parameter or a fault, because a table may be called the same. */
const SETTING = 'config::';
const TAKEN = 'mbt::actionTaken';
const PICKS = 'mbt::nondetPicks';

export interface ItfTrace {
  readonly '#meta': Readonly<Record<string, unknown>>;
  readonly params: readonly string[];
  readonly vars: readonly string[];
  readonly states: readonly Readonly<Record<string, unknown>>[];
  readonly loop?: number;
}

/** The trace of a run. A log that is no run throws a RangeError. */
export function itfOf(m: Machine, log: readonly number[], loop?: number): ItfTrace {
  const { steps, states, config } = traceOf(m, log, loop);
  const fields = Object.entries(m.schema);
  return {
    '#meta': {
      format: 'ITF',
      'format-description': 'https://apalache-mc.org/docs/adr/015adr-trace.html',
      source: m.mechanism.model.id,
      description: m.mechanism.model.title,
    },
    params: Object.keys(config).map((name) => SETTING + name),
    vars: [...Object.keys(m.schema), TAKEN, PICKS],
    states: states.map((state, i) => ({
      '#meta': { index: i },
      ...(i === 0 && Object.fromEntries(Object.entries(config).map(([name, value]) => [SETTING + name, number(value)]))),
      ...Object.fromEntries(fields.map(([name, field]) => [name, toItf(field, state[name]!)])),
      [TAKEN]: steps[i - 1]?.verb ?? 'init',
      [PICKS]: i === 0 ? {} : picks(m, steps[i - 1]!.verb, steps[i - 1]!.args),
    })),
    ...(loop !== undefined && { loop }),
  };
}

const number = (value: number | boolean) => (typeof value === 'number' ? { '#bigint': String(value) } : value);

const picks = (m: Machine, action: string, args: PlainState) => {
  const { params } = m.actions.find(({ name }) => name === action)!;
  return Object.fromEntries(params.map(({ name, kind }) => [name, { tag: 'Some', value: toItf(kind, args[name]!) }]));
};

/** Checks an ITF trace step by step against the model. Takes any data, and never throws for it. Params that are missing are as usual. */
export function importItf(mechanism: Mechanism, document: unknown): Imported {
  const none = { config: {}, log: [] };
  const states = isRecord(document) ? document['states'] : undefined;
  if (!Array.isArray(states) || states.length === 0 || !states.every(isRecord)) {
    return { ...none, problem: problemAt(0, 'This is not a trace in the Informal Trace Format: it has no states.') };
  }
  const config = configIn(mechanism, states[0]!);
  const m = configured(mechanism, config);
  if (typeof m === 'string') return { ...none, problem: problemAt(0, m) };
  m.words.set(m.initial);
  const log: number[] = [];
  for (const [step, raw] of states.entries()) {
    const state = stateIn(m.schema, raw, step);
    if ('says' in state) return { config, log, problem: state };
    const next = step === 0 ? startProblem(m, state.wanted) : nextIn(m, step, raw, state.wanted);
    if (typeof next === 'number') log.push(next);
    else if (next) return { config, log, problem: next };
  }
  return { config, log, problem: undefined };
}

/** The parameters and faults that the first state has a value for. */
function configIn({ parameters, faults }: Mechanism, state: Readonly<Record<string, unknown>>): Record<string, number | boolean> {
  const found: Record<string, number | boolean> = {};
  for (const name of Object.keys(parameters)) {
    const value = fromItf({ is: 'bits', width: 1 }, state[SETTING + name]);
    if (typeof value === 'number') found[name] = value;
  }
  for (const name of Object.keys(faults)) {
    const value = state[SETTING + name];
    if (typeof value === 'boolean') found[name] = value;
  }
  return found;
}

/** The variables of a state as plain data. A name may be qualified: `module::slots`. */
function stateIn(schema: Schema, state: Readonly<Record<string, unknown>>, step: number): { readonly wanted: PlainState } | Problem {
  const wanted: Record<string, PlainState[string]> = {};
  for (const [name, field] of Object.entries(schema)) {
    const key = Object.keys(state).find((each) => each === name || (each.endsWith(`::${name}`) && !each.startsWith(SETTING)));
    const value = key === undefined ? undefined : fromItf(field, state[key]);
    if (value === undefined) return problemAt(step, `State ${step} has no value for '${name}' that the model could read.`);
    wanted[name] = value;
  }
  return { wanted };
}

function startProblem(m: Machine, wanted: PlainState): Problem | undefined {
  const difference = differenceFrom(m.schema, m.state, wanted);
  return difference === undefined ? undefined : problemAt(0, `The model starts with another value at ${difference} than the trace.`);
}

/** The step to the wanted state: the one that the trace names, or else the first that leads there. Leaves the machine in that state. */
function nextIn(m: Machine, step: number, state: Readonly<Record<string, unknown>>, wanted: PlainState): number | Problem {
  const named = stepIn(m, state);
  if (!named) return searchFor(m, step, wanted);
  const instance = tryStep(m, step, named);
  if (typeof instance !== 'number') return instance;
  const difference = differenceFrom(m.schema, m.state, wanted);
  return difference === undefined
    ? instance
    : problemAt(step, `After step ${step} the model has another value at ${difference} than the trace.`);
}

/** The action and its arguments, when the trace has both. */
function stepIn(m: Machine, state: Readonly<Record<string, unknown>>): Pick<TraceStep, 'verb' | 'args'> | undefined {
  const taken = state[TAKEN];
  const action = m.actions.find(({ name }) => name === taken);
  const picked = state[PICKS];
  if (!action || !isRecord(picked)) return undefined;
  const args: Record<string, PlainState[string]> = {};
  for (const { name, kind } of action.params) {
    const pick = picked[name];
    const value = isRecord(pick) && pick['tag'] === 'Some' ? fromItf(kind, pick['value']) : undefined;
    if (value === undefined) return undefined;
    args[name] = value;
  }
  return { verb: action.name, args };
}

function searchFor(m: Machine, step: number, wanted: PlainState): number | Problem {
  let found: { readonly instance: number; readonly words: Int32Array } | undefined;
  new Successors(m).each(new Float64Array(m.actions.length), (instance) => {
    if (!found && differenceFrom(m.schema, m.state, wanted) === undefined) found = { instance, words: m.words.slice() };
  });
  if (!found) return refusedBy(m, step, wanted);
  m.words.set(found.words);
  return found.instance;
}

/** The candidate with the fewest refusals among those whose effect alone would lead to the wanted state. */
function refusedBy(m: Machine, step: number, wanted: PlainState): Problem {
  const from = m.words.slice();
  let best: Problem | undefined;
  for (let instance = 0; instance < m.instances; instance++) {
    const action = aimAt(m, instance);
    m.words.set(from);
    const because = refusals(m, action);
    if (because.length === 0 || (best && best.because.length <= because.length) || !leadsTo(m, action, wanted)) continue;
    best = problemAt(step, `Step ${step} would be "${sentence(action)}", which is refused; it needs: ${because.join('; ')}.`, because);
  }
  m.words.set(from);
  return best ?? problemAt(step, `No step of the model leads from state ${step - 1} to state ${step}.`);
}

function leadsTo(m: Machine, action: Machine['actions'][number], wanted: PlainState): boolean {
  try {
    action.then(action.args, m.state, m.config);
  } catch {
    return false; // what a clause refuses, an effect need not be able to do
  }
  return differenceFrom(m.schema, m.state, wanted) === undefined;
}
