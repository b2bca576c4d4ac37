/** `sim run`: walks through a model, or replays a trace, and says where a rule breaks on the way. */
import {
  begin,
  chromeTraceOf,
  configured,
  csvOf,
  follow,
  type Imported,
  importItf,
  importTrace,
  isRecord,
  itfOf,
  type Machine,
  mermaidOf,
  TRACE_FORMAT,
  traceOf,
  walk,
} from '../../engine/checker.ts';
import type { Mechanism } from '../../engine/language.ts';
import { WrongCall } from '../command/command.ts';
import { readRegularFile } from '../command/files.ts';
import type { Settings } from './settings.ts';

/** The formats that a run can be printed in, other than sentences and Orrery's own. */
export const formats = ['itf', 'chrome', 'mermaid', 'csv'] as const;
type Format = (typeof formats)[number];

const printed: Readonly<Record<Format, (m: Machine, log: readonly number[]) => unknown>> = {
  itf: itfOf,
  chrome: chromeTraceOf,
  mermaid: mermaidOf,
  csv: csvOf,
};

export interface RunOptions {
  readonly json: boolean;
  readonly as: Format | undefined;
  /** A trace file; without it, a walk. */
  readonly trace: string | undefined;
  readonly seed: number;
  readonly steps: number;
  readonly settings: Settings;
}

/** Returns the exit status. */
export function runModel(mechanism: Mechanism, { json, as, trace, seed, steps, settings }: RunOptions): number {
  const imported = trace === undefined ? undefined : readTrace(mechanism, trace);
  const m = configured(mechanism, imported?.config ?? settings);
  if (typeof m === 'string') throw new WrongCall(`${m}`);
  const { log, ended } = imported ? { log: imported.log, ended: false } : walk(m, { seed, steps });
  const problem = imported?.problem;
  const broken = brokenOn(m, log);
  if (as !== undefined) print(printed[as](m, log));
  else if (json) print({ ...traceOf(m, log), ...(problem && { problem }), ...(broken.length > 0 && { broken }) });
  else {
    for (const [i, { says }] of traceOf(m, log).steps.entries()) console.log(`${String(i + 1).padStart(4)} ${says}`);
    if (ended) console.log('     Nothing more can happen.');
  }
  for (const { step, rules } of broken)
    console.error(`${step === 0 ? 'At the start' : `After step ${step}`} it is not so that ${rules.join('; nor that ')}.`);
  if (problem) console.error(problem.says);
  return problem || broken.length > 0 ? 1 : 0;
}

interface BrokenRules {
  /** The step after which they do not hold; 0 is the start. */
  readonly step: number;
  /** Those that held before it. */
  readonly rules: readonly string[];
}

/** Where rules break that held just before. */
function brokenOn(m: Machine, log: readonly number[]): BrokenRules[] {
  const found: BrokenRules[] = [];
  let at = begin(m);
  let before: readonly string[] = [];
  for (let step = 0; ; step++) {
    const rules = at.broken.filter((rule) => !before.includes(rule));
    if (rules.length > 0) found.push({ step, rules });
    if (step === log.length) return found;
    before = at.broken;
    const next = follow(m, at, log[step]!);
    if ('because' in next) return found; // a walk and an imported log take no refused step
    at = next;
  }
}

/** A trace of the longest run that is read is far smaller. */
const maxBytes = 32 * 1024 * 1024;

function readTrace(mechanism: Mechanism, path: string): Imported {
  const found = readRegularFile(path, maxBytes);
  if ('why' in found) throw new WrongCall(`${path}: ${found.why}.`);
  let document: unknown;
  try {
    document = JSON.parse(found.bytes.toString('utf8'));
  } catch (error) {
    throw new WrongCall(`${path} is no JSON: ${(error as Error).message}.`, { cause: error });
  }
  const isOwn = isRecord(document) && document['format'] === TRACE_FORMAT;
  return isOwn ? importTrace(mechanism, document) : importItf(mechanism, document);
}

/** A text as it is, anything else as JSON. */
const print = (value: unknown): void => console.log(typeof value === 'string' ? value : JSON.stringify(value, null, 2));
