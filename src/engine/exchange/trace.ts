/**
 * A run as a document: Orrery's own format, its JSON Schema, and how a document becomes a run again. The other formats are in
 * trace-itf.ts (in and out) and trace-pictures.ts (out). Leaves out branches: a trace is one run.
 */
import { differenceFrom } from '../state/compare.ts';
import { spelled, versionOf } from './fingerprint.ts';
import { machine, type Machine } from '../run/machine.ts';
import type { Mechanism } from '../language/model.ts';
import { plainFields, type PlainState } from '../state/plain.ts';
import { aimAt, instanceOf, plainArgs, refusals, sentence } from '../run/step.ts';

export const TRACE_FORMAT = 'orrery-trace/1';

export interface TraceStep {
  /** The action's name. */
  readonly verb: string;
  readonly args: PlainState;
  readonly says: string;
}
export interface Trace {
  readonly format: typeof TRACE_FORMAT;
  readonly model: string;
  /** The fingerprint of the model's instance table, six hexadecimal digits. */
  readonly version: string;
  /** Every parameter and every fault. */
  readonly config: Readonly<Record<string, number | boolean>>;
  readonly steps: readonly TraceStep[];
  /** The state before the first step and after each; one more than there are steps. */
  readonly states: readonly PlainState[];
  /** Of a run that goes on for ever: the state, by its place in `states`, from which the rest repeats. */
  readonly loop?: number;
}

/** The trace of a run. A log that is no run throws a RangeError. */
export function traceOf(m: Machine, log: readonly number[], loop?: number): Trace {
  m.words.set(m.initial);
  const states = [plainFields(m.schema, m.state)];
  const steps = log.map((instance): TraceStep => {
    const action = aimAt(m, instance);
    const step = { verb: action.name, args: plainArgs(action), says: sentence(action) };
    if (refusals(m, action).length > 0) throw new RangeError(`"${step.says}" is refused: ${refusals(m, action).join('; ')}.`);
    action.then(action.args, m.state, m.config);
    states.push(plainFields(m.schema, m.state));
    return step;
  });
  const { id } = m.mechanism.model;
  return {
    format: TRACE_FORMAT,
    model: id,
    version: spelled(versionOf(m)),
    config: m.config,
    steps,
    states,
    ...(loop !== undefined && { loop }),
  };
}

/** A document as a run of the model: as much of it as is one, and where it stops being one. */
export interface Imported {
  readonly config: Readonly<Record<string, number | boolean>>;
  readonly log: readonly number[];
  /** Undefined when the whole document is a run. */
  readonly problem: Problem | undefined;
}
/** What is wrong with a document. */
export interface Problem {
  /** The first step that is no step of the model, counted from 1; 0 when it is not about a step. */
  readonly step: number;
  readonly says: string;
  /** The clauses that refuse the step. */
  readonly because: readonly string[];
}

export const problemAt = (step: number, says: string, because: readonly string[] = []): Problem => ({ step, says, because });

/** Checks a document in Orrery's own format step by step against the model. Takes any data, and never throws for it. */
export function importTrace(mechanism: Mechanism, document: unknown): Imported {
  const none = { config: {}, log: [] };
  if (!isTrace(document)) return { ...none, problem: problemAt(0, `This is not a trace in the format ${TRACE_FORMAT}.`) };
  const { model } = mechanism;
  if (document.model !== model.id) {
    return { ...none, problem: problemAt(0, `The trace is of the model '${document.model}', not of '${model.id}'.`) };
  }
  const m = configured(mechanism, document.config);
  if (typeof m === 'string') return { ...none, problem: problemAt(0, m) };
  const { config } = document;
  m.words.set(m.initial);
  const log: number[] = [];
  let problem = stateProblem(m, 0, document.states?.[0]);
  for (const [i, step] of document.steps.entries()) {
    if (problem) break;
    const instance = tryStep(m, i + 1, step);
    if (typeof instance === 'number') {
      problem = stateProblem(m, i + 1, document.states?.[i + 1]);
      if (!problem) log.push(instance);
    } else problem = instance;
  }
  return { config, log, problem };
}

/** A machine, or why there is none. */
export function configured(mechanism: Mechanism, config: object): Machine | string {
  try {
    return machine(mechanism, config);
  } catch (error) {
    return (error as Error).message;
  }
}

/** Takes a step in the working state: its instance, or why it is none. */
export function tryStep(m: Machine, step: number, { verb: name, args }: Pick<TraceStep, 'verb' | 'args'>): number | Problem {
  try {
    const instance = instanceOf(m, { [name]: args });
    const action = aimAt(m, instance);
    const because = refusals(m, action);
    if (because.length > 0)
      return problemAt(step, `Step ${step}, "${sentence(action)}", is refused; it needs: ${because.join('; ')}.`, because);
    action.then(action.args, m.state, m.config);
    return instance;
  } catch (error) {
    return problemAt(step, `Step ${step} is not a step of the model: ${(error as Error).message}`);
  }
}

function stateProblem(m: Machine, step: number, wanted: unknown): Problem | undefined {
  const difference = wanted === undefined ? undefined : differenceFrom(m.schema, m.state, wanted);
  if (difference === undefined) return undefined;
  const when = step === 0 ? 'At the start' : `After step ${step}`;
  return problemAt(step, `${when} the model has another value at ${difference} than the trace.`);
}

/** What importing needs; the schema asks for more. */
type Readable = Pick<Trace, 'model' | 'config' | 'steps'> & Partial<Pick<Trace, 'states'>>;

function isTrace(document: unknown): document is Readable {
  if (!isRecord(document) || document['format'] !== TRACE_FORMAT || typeof document['model'] !== 'string') return false;
  const { config, steps, states } = document;
  if (!isRecord(config) || !Array.isArray(steps) || !(states === undefined || Array.isArray(states))) return false;
  return steps.every((step) => isRecord(step) && typeof step['verb'] === 'string' && isRecord(step['args']));
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON Schema (2020-12) of a trace. */
export const traceSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'A run of a model of Orrery',
  type: 'object',
  required: ['format', 'model', 'version', 'config', 'steps', 'states'],
  additionalProperties: false,
  properties: {
    format: { const: TRACE_FORMAT },
    model: { type: 'string', description: 'The id of the model: its folder and file.' },
    version: { type: 'string', pattern: '^[0-9a-f]{6}$', description: "The fingerprint of the model's instance table." },
    config: {
      type: 'object',
      description: 'Every parameter as a number, every fault as whether it is on.',
      additionalProperties: { anyOf: [{ type: 'integer' }, { type: 'boolean' }] },
    },
    steps: {
      type: 'array',
      items: {
        type: 'object',
        required: ['verb', 'args', 'says'],
        additionalProperties: false,
        properties: {
          verb: { type: 'string' },
          args: { type: 'object', description: 'Plain data: a row is its index, a set an array, no value is null.' },
          says: { type: 'string', description: 'The step as a sentence.' },
        },
      },
    },
    states: {
      type: 'array',
      minItems: 1,
      items: { type: 'object' },
      description: 'The state before the first step and after each. A table is an array of rows.',
    },
    loop: { type: 'integer', minimum: 0, description: 'The state from which the run repeats for ever.' },
  },
} as const;
