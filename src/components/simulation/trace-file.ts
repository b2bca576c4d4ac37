/**
 * Runs as documents, out and in: which formats there are, what their files are called, and how a text becomes a run.
 * The formats themselves are the engine's. Loaded when a reader opens the panel, and not before.
 */
import type { Mechanism } from '../../engine/language.ts';
import { chromeTraceOf, csvOf, itfOf, type Machine, mermaidOf, readTrace, traceOf } from '../../engine/checker.ts';
import type { Run } from './session.ts';

/** A run that is written out: the instances, and the step to which it goes back when it never ends. */
export interface Written {
  readonly log: readonly number[];
  readonly loop: number | undefined;
}

export interface Format {
  readonly name: string;
  /** What it is for, as a clause. */
  readonly use: string;
  readonly extension: string;
  readonly type: string;
  readonly write: (m: Machine, run: Written) => string;
}

const json = (document: unknown): string => `${JSON.stringify(document, null, 1)}\n`;

export const formats: readonly Format[] = [
  {
    name: 'Orrery JSON',
    use: 'every state; can be imported here',
    extension: 'orrery.json',
    type: 'application/json',
    write: (m, { log, loop }) => json(traceOf(m, log, loop)),
  },
  {
    name: 'ITF',
    use: 'for Apalache and Quint; can be imported here',
    extension: 'itf.json',
    type: 'application/json',
    write: (m, { log, loop }) => json(itfOf(m, log, loop)),
  },
  {
    name: 'Perfetto',
    use: 'a time line for ui.perfetto.dev',
    extension: 'perfetto.json',
    type: 'application/json',
    write: (m, { log, loop }) => json(chromeTraceOf(m, log, loop)),
  },
  {
    name: 'Mermaid',
    use: 'a sequence diagram',
    extension: 'mmd',
    type: 'text/plain',
    write: (m, { log, loop }) => mermaidOf(m, log, loop),
  },
  { name: 'CSV', use: 'a table, one line a state', extension: 'csv', type: 'text/csv', write: (m, { log, loop }) => csvOf(m, log, loop) },
];

/** `themelios-capability-space.itf.json` */
export const fileName = (m: Machine, { extension }: Format): string => `${m.mechanism.model.id.replaceAll('/', '-')}.${extension}`;

/** The largest document that is read, in bytes: some ten thousand steps of the largest model, with every state. */
const MOST_BYTES = 32 * 2 ** 20;

/** Why a document of this size is not read, in a sentence; undefined when it may be. */
export const tooLarge = (bytes: number): string | undefined =>
  bytes > MOST_BYTES
    ? `The document has ${megabytes(bytes)} MB, and at most ${megabytes(MOST_BYTES)} MB are read: export a part of the run.`
    : undefined;

const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(bytes % 2 ** 20 === 0 ? 0 : 1);

/** A text as a run of the model: as much of it as is one, and where it stops being one. */
export interface Read {
  readonly run: Run | undefined;
  readonly problem: string | undefined;
  /** What is to be said of a run that is sound: it is of another version of the model. */
  readonly note?: string | undefined;
  /** The model that the text names, when that is another one. */
  readonly model?: string | undefined;
}

/** Takes any text, and never throws for it. */
export function read(mechanism: Mechanism, text: string): Read {
  const { config, log, loop, problem, note, model } = readTrace(mechanism, text);
  if (problem && log.length === 0) return { run: undefined, problem: problem.says, model };
  const run: Run = { config, log, position: log.length, ...(loop !== undefined && { loop: { from: loop } }) };
  return { run, problem: problem?.says, note };
}
