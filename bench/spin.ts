/**
 * SPIN, the independent tool: generates, compiles and runs the verifier of a Promela model in a folder of its own, and reads what it counted.
 * Install it with `apt-get install spin gcc`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type Order = 'breadth first' | 'depth first';

export interface Verdict {
  /** Distinct states, the initial one among them. */
  readonly states: number;
  /** Without the one that leads to the initial state. */
  readonly transitions: number;
  readonly errors: number;
  /** By the verifier's own clock, which has steps of 10 ms. */
  readonly milliseconds: number;
  /** Of processor time, its start included: what a busy machine does not change. */
  readonly cpuMilliseconds: number;
  /** Memory for the states, the table of them left out, as SPIN reports it. */
  readonly bytesPerState: number;
}

/** A compiled verifier; `remove` deletes its folder. */
export interface Verifier {
  run(): Verdict;
  remove(): void;
}

/** Why nothing can be compared with SPIN here; undefined when it can. */
export function whyNoSpin(): string | undefined {
  const missing = ['spin', 'gcc'].filter((tool) => spawnSync('which', [tool]).status !== 0);
  return missing.length > 0 ? `${missing.join(' and ')} not installed: apt-get install spin gcc` : undefined;
}

/** How deep a search may go; SPIN's table of states is left at its usual size, with which its public figures are made (-w21 takes a tenth off). */
const DEEPEST = '-m1000000';

/**
 * The verifier of bench/spin/<model>.pml. Throws with the tool's own words when it cannot be made. One that is timed is
 * compiled with -O2; without, one that only counts is there sooner.
 */
export function verifier(
  model: string,
  order: Order,
  defines: Readonly<Record<string, number>> = {},
  optimise: '-O0' | '-O2' = '-O2',
): Verifier {
  const folder = mkdtempSync(join(tmpdir(), 'orrery-spin-'));
  const source = fileURLToPath(new URL(`spin/${model}.pml`, import.meta.url));
  const given = Object.entries(defines).map(([name, value]) => `-D${name}=${value}`);
  // -o2 keeps variables that are only written: they are part of a state of the model. -o1 and -o3 leave the steps as they are written.
  call(folder, 'spin', ['-o1', '-o2', '-o3', ...given, '-a', source]);
  call(folder, 'gcc', [optimise, '-DNOREDUCE', '-DSAFETY', ...(order === 'breadth first' ? ['-DBFS'] : []), '-o', 'pan', 'pan.c']);
  return {
    run: () => verdictIn(call(folder, 'sh', ['-c', './pan "$0" && times', DEEPEST])),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

function call(folder: string, command: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}`);
  return stdout;
}

function verdictIn(output: string): Verdict {
  const figure = (pattern: RegExp): number => {
    const found = pattern.exec(output)?.[1];
    if (found === undefined) throw new Error(`SPIN's report has no ${pattern.source}:\n${output}`);
    return Number(found);
  };
  const states = figure(/([\d.e+]+) states, stored/);
  return {
    states,
    transitions: states - 1 + figure(/([\d.e+]+) states, matched/),
    errors: figure(/errors: (\d+)/),
    cpuMilliseconds: childTimes(output),
    milliseconds: 1000 * figure(/elapsed time ([\d.e+-]+)/),
    bytesPerState: (figure(/([\d.]+)\s+actual memory usage for states/) * 2 ** 20) / states,
  };
}

/** User and system time of what a shell ran, from the last line of `times`: `0m0.210s 0m0.040s`. */
function childTimes(output: string): number {
  const [, ...times] = /(\d+)m([\d.]+)s (\d+)m([\d.]+)s\s*$/.exec(output)?.map(Number) ?? [];
  const [userMinutes = 0, user = 0, systemMinutes = 0, system = 0] = times;
  return 1000 * (60 * (userMinutes + systemMinutes) + user + system);
}
