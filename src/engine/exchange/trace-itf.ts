/**
 * The Informal Trace Format of Apalache and Quint (https://apalache-mc.org/docs/adr/015adr-trace.html), out and in. Integers are #bigint,
 * sets #set, tables and mappings by id #map from the index, queues lists, an option `Some` or `None` as Quint writes them. Parameters and
 * faults are params, with their values in the first state; the step taken is Quint's mbt::actionTaken and mbt::nondetPicks.
 */
import { MOST_STEPS } from './bounds.ts';
import { differenceFrom } from '../state/compare.ts';
import {
  configured,
  loopProblem,
  neitherFormat,
  noRun,
  ofAnother,
  problemAt,
  stateProblem,
  tooManySteps,
  tryStep,
  versionNote,
  type Imported,
  type Problem,
} from './imported.ts';
import { fromItf, toItf } from './itf-value.ts';
import type { CompiledAction, Machine } from '../run/machine.ts';
import type { Mechanism } from '../language/model.ts';
import type { PlainState } from '../state/plain.ts';
import type { Schema } from '../language/schema.ts';
import { shortened, shownValue } from '../state/shortened.ts';
import { aimAt, firstRefusal, refusals, sentence, take } from '../run/step.ts';
import { isRecord, TRACE_FORMAT, traceOf } from './trace.ts';

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
  const { steps, states, config, version } = traceOf(m, log, loop);
  const fields = Object.entries(m.schema);
  return {
    '#meta': {
      format: 'ITF',
      'format-description': 'https://apalache-mc.org/docs/adr/015adr-trace.html',
      source: m.mechanism.model.id,
      description: m.mechanism.model.title,
      version,
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

/** Checks an ITF trace step by step against the model. Takes any data, and never throws for it. Params that are missing are as by default. */
export function importItf(mechanism: Mechanism, document: unknown): Imported {
  const states = isRecord(document) ? document['states'] : undefined;
  if (!isRecord(document) || !Array.isArray(states) || states.length === 0 || !states.every(isRecord))
    return noRun(neitherFormat(TRACE_FORMAT));
  const meta = isRecord(document['#meta']) ? document['#meta'] : {};
  const source = meta['source'];
  if (typeof source === 'string' && isModelId(source) && source !== mechanism.model.id) return ofAnother(source, mechanism);
  if (states.length > MOST_STEPS + 1) return noRun(tooManySteps(states.length - 1));
  const config = configIn(mechanism, states[0]!);
  const m = typeof config === 'string' ? config : configured(mechanism, config);
  if (typeof m === 'string' || typeof config === 'string') return noRun(String(m));
  const { log, problem } = followed(m, states);
  if (problem) return { config, log, problem };
  const unclosed = loopProblem(m, log, document['loop']);
  if (unclosed) return { config, log, problem: unclosed };
  // Only traces that were written here say with which version.
  const note = 'version' in meta ? versionNote(m, meta['version']) : undefined;
  return { config, log, loop: document['loop'] as number | undefined, problem: undefined, note };
}

/** The id of a model, as traces that were written here have it; others name a file. */
const isModelId = (source: string): boolean => source.length < 200 && /^[a-z0-9-]+\/[a-z0-9-]+$/.test(source);

function followed(m: Machine, states: readonly Readonly<Record<string, unknown>>[]): Pick<Imported, 'log' | 'problem'> {
  m.words.set(m.initial);
  const log: number[] = [];
  for (const [step, raw] of states.entries()) {
    const state = stateIn(m.schema, raw, step);
    if ('says' in state) return { log, problem: state };
    const next = step === 0 ? startProblem(m, state.wanted) : nextIn(m, step, raw, state.wanted);
    if (typeof next === 'number') log.push(next);
    else if (next) return { log, problem: next };
  }
  return { log, problem: undefined };
}

/** The parameters and faults that the first state has a value for, or what is wrong with one. */
function configIn(
  { parameters, faults, model }: Mechanism,
  state: Readonly<Record<string, unknown>>,
): Record<string, number | boolean> | string {
  const found: Record<string, number | boolean> = {};
  for (const [key, written] of Object.entries(state)) {
    if (!key.startsWith(SETTING)) continue;
    const name = key.slice(SETTING.length);
    const value = Object.hasOwn(parameters, name)
      ? fromItf({ is: 'bits', width: 1 }, written)
      : Object.hasOwn(faults, name)
        ? written
        : undefined;
    if (typeof value !== 'number' && typeof value !== 'boolean')
      return `${model.id} cannot be configured with ${shortened(name)} = ${shownValue(written)}.`;
    found[name] = value;
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
  const taken = state[TAKEN];
  if (taken === undefined || taken === '') return searchFor(m, step, wanted, m.actions);
  const action = m.actions.find(({ name }) => name === taken || (typeof taken === 'string' && taken.endsWith(`::${name}`)));
  if (!action) {
    const known = m.actions.map(({ name }) => name).join(', ');
    return problemAt(step, `Step ${step} is called ${shownValue(taken)}, which is no action of the model; there are ${known}.`);
  }
  const args = picksIn(action, state[PICKS]);
  if (!args) return searchFor(m, step, wanted, [action]);
  const instance = tryStep(m, step, { verb: action.name, args });
  return typeof instance === 'number' ? (stateProblem(m, step, wanted) ?? instance) : instance;
}

/** The arguments, when the trace has all of them. */
function picksIn({ params }: CompiledAction, picked: unknown): PlainState | undefined {
  if (!isRecord(picked)) return undefined;
  const args: Record<string, PlainState[string]> = {};
  for (const { name, kind } of params) {
    const pick = picked[name];
    const value = isRecord(pick) && pick['tag'] === 'Some' ? fromItf(kind, pick['value']) : undefined;
    if (value === undefined) return undefined;
    args[name] = value;
  }
  return args;
}

/** The first step of one of these actions that leads to the wanted state. */
function searchFor(m: Machine, step: number, wanted: PlainState, among: readonly CompiledAction[]): number | Problem {
  const from = m.words.slice();
  for (const { first, count } of among) {
    for (let instance = first; instance < first + count; instance++) {
      m.words.set(from);
      const action = aimAt(m, instance);
      if (firstRefusal(m, action) === undefined && leadsTo(m, action, wanted)) return instance;
    }
  }
  m.words.set(from);
  return refusedBy(m, step, wanted, among);
}

/** The candidate with the fewest refusals among those whose effect alone would lead to the wanted state. */
function refusedBy(m: Machine, step: number, wanted: PlainState, among: readonly CompiledAction[]): Problem {
  const from = m.words.slice();
  let best: Problem | undefined;
  const instances = among.flatMap(({ first, count }) => Array.from({ length: count }, (_, place) => first + place));
  for (const instance of instances) {
    const action = aimAt(m, instance);
    m.words.set(from);
    const because = refusals(m, action);
    if (because.length === 0 || (best && best.because.length <= because.length) || !leadsTo(m, action, wanted)) continue;
    best = problemAt(step, `Step ${step} would be "${sentence(action)}", which is refused; it needs: ${because.join('; ')}.`, because);
  }
  m.words.set(from);
  const what = among.length === 1 ? `No step of '${among[0]!.name}'` : 'No step of the model';
  return best ?? problemAt(step, `${what} leads from state ${step - 1} to state ${step}.`);
}

function leadsTo(m: Machine, action: CompiledAction, wanted: PlainState): boolean {
  try {
    take(m, action);
  } catch {
    return false; // what a clause refuses, an effect need not be able to do
  }
  return differenceFrom(m.schema, m.state, wanted) === undefined;
}
