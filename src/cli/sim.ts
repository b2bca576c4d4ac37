/**
 * `npm run sim -- list | check [id] | run <id> | bench`, each with `--json`. `check` makes every search that a model expects something of;
 * `run` replays a trace file (`--trace f.json`, native or ITF) or walks (`--seed n --steps n`); parameters and faults are set with
 * `--with name=3 --with fault`, and `--as itf`, `chrome`, `mermaid` or `csv` prints the run for another tool. `bench --chromium` measures in a
 * browser, over the last build. Exit 0 when all is well, 1 when a result differs or a trace is no run, 2 when the call is wrong.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { figures, type Figure } from '../../bench/figures.ts';
import type { Mechanism, MechanismWithRuns } from '../engine/language.ts';
import {
  check,
  type Checked,
  chromeTraceOf,
  configured,
  csvOf,
  type ExpectedSearch,
  type Imported,
  importItf,
  importTrace,
  itfOf,
  type Machine,
  mermaidOf,
  TRACE_FORMAT,
  traceOf,
  walk,
} from '../engine/checker.ts';
import { isMechanism, loadMechanism, mechanismIds } from '../mechanisms/registry.ts';

const USAGE =
  'npm run sim -- list | check [id] | run <id> [--trace file | --seed n --steps n] [--with name=n] [--as format] | bench [--chromium]   [--json]';
const USUAL_STEPS = 20;

/** The formats that a run can be printed in, other than sentences and Orrery's own. */
const FORMATS: Readonly<Record<string, (m: Machine, log: readonly number[]) => unknown>> = {
  itf: itfOf,
  chrome: chromeTraceOf,
  mermaid: mermaidOf,
  csv: csvOf,
};

/** A call that cannot be carried out; its message is what the caller reads. */
class WrongCall extends Error {}

interface Options {
  readonly json: boolean;
  readonly as: string | undefined;
  readonly trace: string | undefined;
  readonly seed: number;
  readonly steps: number;
  readonly config: Readonly<Record<string, number | boolean>>;
  /** What only a browser can give, over the last build. */
  readonly chromium: boolean;
}

async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      chromium: { type: 'boolean', default: false },
      as: { type: 'string' },
      trace: { type: 'string' },
      seed: { type: 'string', default: '1' },
      steps: { type: 'string', default: String(USUAL_STEPS) },
      with: { type: 'string', multiple: true, default: [] },
    },
  });
  const [command, id, ...others] = positionals;
  if (others.length > 0) throw new WrongCall(`What is '${others[0]}'? ${USAGE}`);
  const { json, as, trace, chromium } = values;
  const options = {
    json,
    chromium,
    as,
    trace,
    seed: integer('seed', values.seed),
    steps: integer('steps', values.steps),
    config: settings(values.with),
  };
  switch (command) {
    case 'list':
      return list(options);
    case 'check':
      return checkAll(await mechanismsOf(id), options);
    case 'run':
      if (id === undefined) throw new WrongCall(`Which model? ${USAGE}`);
      return run((await mechanismsOf(id))[0]!, options);
    case 'bench':
      return bench(await mechanismsOf(undefined), options);
    default:
      throw new WrongCall(USAGE);
  }
}

function integer(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new WrongCall(`--${name} is a number such as 7, not '${text}'.`);
  return value;
}

/** `name=3` turns a parameter, `name` switches a fault on. */
const settings = (given: readonly string[]): Record<string, number | boolean> =>
  Object.fromEntries(
    given.map((setting) => {
      const [name, value] = setting.split('=', 2) as [string, string?];
      return [name, value === undefined ? true : integer(`with ${name}`, value)];
    }),
  );

/** One model, or all of them. */
async function mechanismsOf(id: string | undefined): Promise<MechanismWithRuns[]> {
  const ids = id === undefined ? mechanismIds : [id];
  return Promise.all(
    ids.map((each) => {
      if (!isMechanism(each)) throw new WrongCall(`There is no model '${each}'; there are ${mechanismIds.join(', ')}.`);
      return loadMechanism(each);
    }),
  );
}

async function list({ json }: Options): Promise<number> {
  const models = (await mechanismsOf(undefined)).map(({ model, parameters, faults, expect }) => ({
    id: model.id,
    title: model.title,
    parameters,
    faults: Object.keys(faults),
    searches: expect.length,
  }));
  if (json) print(models);
  else for (const { id, title, searches } of models) console.log(`${id.padEnd(32)} ${title.padEnd(28)} ${searches} searches`);
  return 0;
}

interface Row extends Omit<Checked, 'exploration'> {
  readonly id: string;
  readonly with: object;
  readonly symmetric: boolean;
  readonly milliseconds: number;
}

function checkAll(mechanisms: readonly MechanismWithRuns[], { json }: Options): number {
  const rows = mechanisms.flatMap((mechanism) => (mechanism.expect as ExpectedSearch[]).map((search) => rowOf(mechanism, search)));
  const isWrong = rows.some(({ agrees, gaps }) => !agrees || gaps.length > 0);
  if (json) print(rows);
  else for (const row of rows) console.log(lineOf(row));
  if (!json)
    console.log(
      isWrong ? 'A search finds something else than its model says: see the lines with !' : `${rows.length} searches, all as expected`,
    );
  return isWrong ? 1 : 0;
}

function rowOf(mechanism: Mechanism, search: ExpectedSearch): Row {
  const from = performance.now();
  const { exploration: _, ...checked } = check(mechanism, search);
  const milliseconds = Math.round(performance.now() - from);
  return { id: mechanism.model.id, with: search.with ?? {}, symmetric: search.symmetric ?? false, ...checked, milliseconds };
}

function lineOf({ id, with: config, symmetric, expected, found, agrees, gaps, milliseconds }: Row): string {
  const setting = [
    ...Object.entries(config).map(([name, value]) => (value === true ? name : `${name}=${String(value)}`)),
    ...(symmetric ? ['symmetric'] : []),
  ];
  const line = `${agrees ? ' ' : '!'} ${id.padEnd(30)} ${setting.join(' ').padEnd(26)} ${inWords(found)}, ${milliseconds} ms`;
  return [agrees ? line : `${line}\n    expected: ${inWords(expected)}`, ...gaps.map((gap) => `! ${id.padEnd(30)} ${gap}`)].join('\n');
}

function inWords(found: Checked['found']): string {
  if ('states' in found) return `${found.states} states, ${found.transitions} transitions, depth ${found.depth}`;
  if ('steps' in found) return `"${found.violates}" fails after ${found.steps} steps`;
  return `"${found.violates}" never comes: ${found.stem} steps, then ${found.loop === 0 ? 'the end' : `${found.loop} for ever`}`;
}

function run(mechanism: Mechanism, { json, as, trace, seed, steps, config }: Options): number {
  const format = as === undefined ? undefined : FORMATS[as];
  if (as !== undefined && !format) throw new WrongCall(`There is no format '${as}'; there are ${Object.keys(FORMATS).join(', ')}.`);
  const imported = trace === undefined ? undefined : readTrace(mechanism, trace);
  const m = configured(mechanism, imported?.config ?? config);
  if (typeof m === 'string') throw new WrongCall(m);
  const { log, ended } = imported ? { log: imported.log, ended: false } : walk(m, { seed, steps });
  const problem = imported?.problem;
  if (format) print(format(m, log));
  else if (json) print({ ...traceOf(m, log), ...(problem && { problem }) });
  else {
    for (const [i, { says }] of traceOf(m, log).steps.entries()) console.log(`${String(i + 1).padStart(4)} ${says}`);
    if (ended) console.log('     Nothing more can happen.');
  }
  if (problem) console.error(problem.says);
  return problem ? 1 : 0;
}

function readTrace(mechanism: Mechanism, path: string): Imported {
  let document: unknown;
  try {
    document = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new WrongCall(`${path}: ${(error as Error).message}`, { cause: error });
  }
  const isOwn = typeof document === 'object' && document !== null && 'format' in document && document.format === TRACE_FORMAT;
  return isOwn ? importTrace(mechanism, document) : importItf(mechanism, document);
}

async function bench(mechanisms: readonly Mechanism[], { json, chromium }: Options): Promise<number> {
  const measured = chromium ? await inChromium() : figures(mechanisms);
  if (json) print(measured);
  else for (const figure of measured) console.log(figureLine(figure));
  return 0;
}

async function inChromium(): Promise<Figure[]> {
  const { chromiumFigures, whyNoSite } = await import('../../bench/chromium.ts'); // only now: it brings the driver of the browser with it
  const missing = whyNoSite();
  if (missing !== undefined) throw new WrongCall(missing);
  return chromiumFigures();
}

function figureLine({ name, value, unit, target, note }: Figure): string {
  const shown = value === undefined ? 'not measured' : `${unit === '' ? value : value.toPrecision(3)} ${unit}`;
  return `${name.padEnd(36)} ${shown.padEnd(18)} ${target.padEnd(8)} ${note}`;
}

/** A text as it is, anything else as JSON. */
const print = (value: unknown): void => console.log(typeof value === 'string' ? value : JSON.stringify(value, null, 2));

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const isWrongCall = error instanceof WrongCall || (error instanceof TypeError && 'code' in error);
  if (!isWrongCall) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
