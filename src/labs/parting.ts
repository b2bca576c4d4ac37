/** Where a run of the answer and of the model as shipped part: a step that one of them refuses, or a step after which their states differ. */
import type { Path, Replayed } from './bench.ts';
import { runs } from './shortest.ts';
import type { Bout } from './trials.ts';
import { capital, firstOther, needs, quoted, stepWords, valueWords } from './words.ts';

export interface Parting {
  readonly hint: string;
  /** The first clause that refuses; undefined where states differ. */
  readonly clause: string | undefined;
  /** So far the run goes. */
  readonly path: Path;
}

/** So many runs are compared where none is given. */
const MOST_RUNS = 400;

/** The first step at which they part, on this run or, without one, on a shortest run on which they do; undefined where they do not. */
export async function otherwise(bout: Bout, path: Path | undefined): Promise<Parting | undefined> {
  if (path) return partingOn(bout, path);
  let left = MOST_RUNS;
  for (const run of runs(bout.m)) {
    const parting = await partingOn(bout, run);
    if (parting || --left === 0) return parting;
  }
  return undefined;
}

async function partingOn(bout: Bout, path: Path): Promise<Parting | undefined> {
  const { bench, text, shipped, settings } = bout;
  const [own, theirs] = [await bench.replay(text, settings, path), await bench.replay(shipped, settings, path)];
  for (let step = 0; step <= path.length; step++) {
    const parting = partingAt(bout, path, step, own, theirs);
    if (parting) return parting;
    if (own.refused?.step === step) return undefined;
  }
  return undefined;
}

function partingAt({ m }: Bout, path: Path, step: number, own: Replayed, theirs: Replayed): Parting | undefined {
  const so = path.slice(0, step + 1);
  const isRefused = (it: Replayed) => (it.refused?.step === step ? it.refused.because : undefined);
  const [here, there] = [isRefused(own), isRefused(theirs)];
  if (there && !here)
    return { hint: `As shipped ${stepWords(m, step, path[step]!)} is refused: it needs ${needs(there)}.`, clause: there[0], path: so };
  if (here && !there)
    return { hint: `${capital(stepWords(m, step, path[step]!))} is refused by yours: it needs ${needs(here)}.`, clause: here[0], path: so };
  const [mine, shipped] = [own.moments[step], theirs.moments[step]];
  const other = mine && shipped && firstOther(mine.state, shipped.state);
  if (!other || step === 0) return undefined;
  const after = stepWords(m, step - 1, path[step - 1]!);
  const hint = `After ${after} ${other.path} is ${valueWords(other.one)}; as shipped it is ${valueWords(other.other)}.`;
  return { hint, clause: undefined, path: path.slice(0, step) };
}

/** Why the model as shipped refuses the last step of a run. */
export async function lastRefusal({ bench, shipped, settings }: Bout, path: Path): Promise<readonly string[]> {
  const { refused } = await bench.replay(shipped, settings, path);
  if (refused?.step !== path.length - 1) throw new RangeError('As shipped the last step of this trial is not refused.');
  return refused.because;
}

/** What the last step of a run changed, as a sentence, where it changed something; else what could happen at its end. */
export async function afterLast({ bench, shipped, settings, m }: Bout, path: Path): Promise<string> {
  const { moments } = await bench.replay(shipped, settings, path);
  const [before, after] = [moments.at(-2), moments.at(-1)];
  const changed = before && after && firstOther(before.state, after.state);
  if (!changed) return '';
  const last = path.length - 1;
  return `Its last step, ${quoted(stepWords(m, last, path[last]!).replace(/^step \d+, “|”,$/g, ''))}, makes ${changed.path} ${valueWords(changed.other)}.`;
}
