/** One search of a bench in a process of its own, because a second search in one is warm. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { explore, machine } from '../src/engine/checker.ts';
import type { MechanismWithRuns } from '../src/engine/language.ts';
import { boundedBuffer } from './bounded-buffer.ts';
import { messagePassing } from './message-passing.ts';
import { twoPhaseCommit } from './two-phase-commit.ts';

/** The benches by the names of their reference models, bench/spin/<name>.pml. */
export const BENCHES = {
  'two-phase-commit': twoPhaseCommit,
  'message-passing': messagePassing,
  'bounded-buffer': boundedBuffer,
} satisfies Readonly<Record<string, MechanismWithRuns>>;
export type Bench = keyof typeof BENCHES;

export interface ColdSearch {
  /** By the clock, from the making of the machine on: what a process needs to start is left out, as SPIN's own clock leaves it out. */
  readonly milliseconds: number;
  /** Of processor time of all threads in the same span: the compiler's and the collector's, too. */
  readonly cpuMilliseconds: number;
  readonly states: number;
  readonly transitions: number;
  readonly depth: number;
  readonly bytes: number;
}

/** To be called in the process that searches. */
export function searchOnce(bench: Bench, config: object): ColdSearch {
  const [from, before] = [performance.now(), process.cpuUsage()];
  const { states, transitions, depth, bytes } = explore(machine(BENCHES[bench], config));
  const { user, system } = process.cpuUsage(before);
  return { milliseconds: performance.now() - from, cpuMilliseconds: (user + system) / 1000, states, transitions, depth, bytes };
}

export function coldSearch(bench: Bench, config: object): ColdSearch {
  const module = JSON.stringify(fileURLToPath(import.meta.url));
  const call = `searchOnce(${JSON.stringify(bench)}, ${JSON.stringify(config)})`;
  const code = `import { searchOnce } from ${module}; console.log(JSON.stringify(${call}));`;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' })) as ColdSearch;
}
