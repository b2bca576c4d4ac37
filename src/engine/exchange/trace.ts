/**
 * A run as a document: Orrery's own format, its JSON Schema, and how a document becomes a run again. The other formats are in
 * trace-itf.ts (in and out) and trace-pictures.ts (out). Leaves out branches: a trace is one run.
 */
import { MOST_STEPS } from './bounds.ts';
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
} from './imported.ts';
import { spelled, versionOf } from './fingerprint.ts';
import { inContext } from '../run/failure.ts';
import type { Machine } from '../run/machine.ts';
import type { Mechanism } from '../language/model.ts';
import { plainFields, type PlainState } from '../state/plain.ts';
import { aimAt, plainArgs, refusals, sentence, take } from '../run/step.ts';

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
  const steps = log.map((instance, i): TraceStep => {
    const action = aimAt(m, instance);
    const step = { verb: action.name, args: plainArgs(action), says: sentence(action) };
    if (refusals(m, action).length > 0) throw new RangeError(`"${step.says}" is refused: ${refusals(m, action).join('; ')}.`);
    inContext(
      m,
      () => log.slice(0, i),
      () => take(m, action),
    );
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

/** Checks a document in Orrery's own format step by step against the model. Takes any data, and never throws for it. */
export function importTrace(mechanism: Mechanism, document: unknown): Imported {
  if (!isTrace(document)) return noRun(whyNoTrace(document));
  if (document.model !== mechanism.model.id) return ofAnother(document.model, mechanism);
  const { steps, states } = document;
  if (steps.length > MOST_STEPS) return noRun(tooManySteps(steps.length));
  const m = configured(mechanism, document.config);
  if (typeof m === 'string') return noRun(m);
  const { log, problem } = followed(m, document);
  const { config } = document;
  if (problem) return { config, log, problem };
  if (states && states.length !== steps.length + 1) {
    const says = `The trace has ${states.length} states for ${steps.length} steps; it has one at the start and one after each step.`;
    return { config, log, problem: problemAt(0, says) };
  }
  const unclosed = loopProblem(m, log, document.loop);
  if (unclosed) return { config, log, problem: unclosed };
  const notes = [
    versionNote(m, document.version),
    states ? undefined : 'The trace has no states; its steps were taken, and no state was compared.',
  ];
  return { config, log, loop: document.loop as number | undefined, problem: undefined, note: joined(notes) };
}

const joined = (notes: readonly (string | undefined)[]): string | undefined =>
  notes.filter((each) => each !== undefined).join(' ') || undefined;

/** The steps of a document, as far as each is one and leads to the state that the document has. */
function followed(m: Machine, { steps, states }: Readable): Pick<Imported, 'log' | 'problem'> {
  m.words.set(m.initial);
  const log: number[] = [];
  const wrongStart = states && states.length > 0 ? stateProblem(m, 0, states[0]) : undefined;
  if (wrongStart) return { log, problem: wrongStart };
  for (const [i, step] of steps.entries()) {
    const instance = tryStep(m, i + 1, step);
    if (typeof instance !== 'number') return { log, problem: instance };
    const wrongState = states && i + 1 < states.length ? stateProblem(m, i + 1, states[i + 1]) : undefined;
    if (wrongState) return { log, problem: wrongState };
    log.push(instance);
  }
  return { log, problem: undefined };
}

/** What importing needs; the schema asks for more. */
type Readable = Pick<Trace, 'model' | 'config' | 'steps'> &
  Partial<Pick<Trace, 'states'>> & { readonly loop?: unknown; readonly version?: unknown };

function isTrace(document: unknown): document is Readable {
  if (!isRecord(document) || document['format'] !== TRACE_FORMAT || typeof document['model'] !== 'string') return false;
  const { config, steps, states } = document;
  if (!isRecord(config) || !Array.isArray(steps) || !(states === undefined || Array.isArray(states))) return false;
  return steps.every((step) => isRecord(step) && typeof step['verb'] === 'string' && isRecord(step['args']));
}

function whyNoTrace(document: unknown): string {
  if (!isRecord(document) || document['format'] !== TRACE_FORMAT) return neitherFormat(TRACE_FORMAT);
  return `This is not a whole trace in the format ${TRACE_FORMAT}: it has model, version, config, steps with verb and args, and states.`;
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
