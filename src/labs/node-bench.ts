/**
 * A bench for Node: the text is stripped of its types and run in this process, so it is for texts of this repository and for the reader's own
 * files. A page asks its sandbox instead.
 */
import vm from 'node:vm';
import ts from 'typescript';
import { begin, explore, follow, machine, menuAt, ModelError, type Machine, type Snapshot } from '../engine/checker.ts';
import * as language from '../engine/language.ts';
import type { Mechanism } from '../engine/language.ts';
import type { LabSettings } from '../schemas/labs.ts';
import { followed } from './beginning.ts';
import { narrowed } from './narrowed.ts';
import { quoted } from './words.ts';
import { BenchError, type Bench, type Found, type Moment, type Path, type Replayed } from './bench.ts';

/** A search that finds more is of a model that is not meant. */
const MOST_STATES = 500_000;
const LOAD_MS = 2_000;

export class NodeBench implements Bench {
  private readonly mechanisms = new Map<string, Mechanism>();
  private readonly found = new Map<string, Found>();
  private readonly loadMs: number;

  /** `loadMs`: how long a text may take to load; its functions are called later and have no limit. */
  constructor(loadMs = LOAD_MS) {
    this.loadMs = loadMs;
  }

  check(text: string, settings: LabSettings, only?: readonly string[]): Promise<Found> {
    const key = JSON.stringify([text, settings, only]);
    return this.guarded(text, settings, () => {
      const found = this.found.get(key) ?? search(this.machine(text, settings, only));
      this.found.set(key, found);
      return found;
    });
  }

  replay(text: string, settings: LabSettings, path: Path): Promise<Replayed> {
    return this.guarded(text, settings, () => {
      const m = this.machine(text, settings);
      const { moments, refused } = followed(m, begin(m), path);
      return { moments: moments.map((at) => momentOf(m, at)), refused };
    });
  }

  /** What the model throws is told as a text that cannot be run. */
  private async guarded<Result>(text: string, settings: LabSettings, work: () => Result): Promise<Result> {
    try {
      return work();
    } catch (error) {
      if (error instanceof ModelError) throw failureOf(error, text, settings, () => this.machine(text, settings));
      throw error instanceof BenchError ? error : new BenchError(error instanceof Error ? error.message : String(error));
    }
  }

  private machine(text: string, settings: LabSettings, only?: readonly string[]): Machine {
    const mechanism = this.mechanisms.get(text) ?? loaded(text, this.loadMs);
    this.mechanisms.set(text, mechanism);
    return machine(only ? narrowed(mechanism, only) : mechanism, settings);
  }
}

function search(m: Machine): Found {
  const { states, transitions, exhaustive, violation, lasso, deadlock, fired, seen } = explore(m, { most: MOST_STATES });
  const promise = lasso && { rule: lasso.property, path: [...lasso.stem, ...lasso.loop] };
  return { states, transitions, exhaustive, violation, promise, deadlock, fired, seen };
}

const momentOf = (m: Machine, at: Parameters<typeof menuAt>[1]): Moment => ({
  state: at.state,
  broken: at.broken,
  enabled: menuAt(m, at).flatMap(({ enabled }) => enabled.map(({ instance }) => instance)),
});

/** Of code that threw: what it was, why, and the run to where it was asked. */
function failureOf({ failed, cause }: ModelError, text: string, settings: LabSettings, machineOf: () => Machine): BenchError {
  const { part, name, says, path } = failed;
  const what = name === undefined ? part : `${part} ${quoted(name)}`;
  const reason = cause instanceof Error ? cause.message : String(cause);
  const why = `It fails in the ${what}${says === undefined ? '' : ` of ${quoted(says)}`}: ${reason.replace(/\.$/, '')}.`;
  const so = path && pathOf(machineOf(), path);
  return new BenchError(why, so && { text, settings, path: so });
}

/** The steps of a run by their sentences, as far as they can be shown; undefined where even the first state cannot. */
function pathOf(m: Machine, sentences: readonly string[]): Path | undefined {
  const path: number[] = [];
  let at: Snapshot | undefined;
  try {
    at = begin(m);
    for (const says of sentences) {
      const choices = menuAt(m, at).flatMap(({ enabled }) => enabled);
      const next = follow(m, at, choices.find((it) => it.says === says)?.instance ?? -1);
      if ('because' in next) break;
      menuAt(m, next);
      path.push(next.instance!);
      at = next;
    }
  } catch {
    return at && path; // what fails there cannot be shown
  }
  return path;
}

function loaded(text: string, loadMs: number): Mechanism {
  const { outputText, diagnostics = [] } = ts.transpileModule(text, {
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.CommonJS },
  });
  const [flaw] = diagnostics;
  if (flaw) throw new BenchError(`It cannot be read as TypeScript: ${ts.flattenDiagnosticMessageText(flaw.messageText, ' ')}`);
  const exported: { model?: Mechanism } = {};
  runBounded(outputText, exported, loadMs);
  if (!exported.model) throw new BenchError('It exports no model.');
  return exported.model;
}

/** Where a script finds what it is given: only a whole script is bounded in time, not a function that it makes. */
const GIVEN = Symbol.for('orrery.lab');

function runBounded(code: string, exported: object, timeout: number): void {
  const global = globalThis as { [GIVEN]?: object };
  global[GIVEN] = { required, exported };
  try {
    const given = `globalThis[Symbol.for('${GIVEN.description}')]`;
    vm.runInThisContext(`(function (require, exports) {${code}\n})(${given}.required, ${given}.exported)`, { timeout });
  } finally {
    delete global[GIVEN];
  }
}

function required(name: string): unknown {
  if (/^(\.\.\/)+engine\/language\.ts$/.test(name)) return language;
  throw new BenchError(`A model imports the language of models alone, not '${name}'.`);
}
