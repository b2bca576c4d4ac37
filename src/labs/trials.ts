/**
 * The trials of a text: each is made on the bench, and the first that fails is told by a shortest run, with the clause, the property or the field
 * in which the answer and the model as shipped part there.
 */
import { machine, type Machine } from '../engine/checker.ts';
import type { LabSettings, LabTrial } from '../schemas/labs.ts';
import { beginningOf, instancesOf } from './beginning.ts';
import type { Bench, Found, Path } from './bench.ts';
import { edited, withAnswer, type CodeLab } from './hole.ts';
import { pathToFiring, pathToSeeing } from './shortest.ts';
import { afterLast, lastRefusal, otherwise } from './parting.ts';
import type { Ground, Looked, Wrong } from './verdict.ts';
import { atEnd, quoted, stepWords, wrong } from './words.ts';

export interface Tried {
  readonly looked?: Looked;
  readonly wrong?: Wrong;
}

/** One trial: both texts with its edits, at its settings. */
export interface Bout {
  readonly bench: Bench;
  readonly says: string;
  /** With the answer, and as shipped. */
  readonly text: string;
  readonly shipped: string;
  readonly settings: LabSettings;
  /** The model as shipped, at these settings: instances are the same in all its texts. */
  readonly m: Machine;
  readonly trial: number | undefined;
}

export function boutOf(lab: CodeLab, answer: string, ground: Ground, trial: LabTrial | undefined, says: string): Bout {
  if (!ground.code) throw new RangeError('A lab of code is graded on the text of its model.');
  const settings = { ...beginningOf(lab, ground.mechanism).settings, ...trial?.with };
  const edits = trial?.edits ?? [];
  return {
    bench: ground.code.bench,
    says,
    text: edited(withAnswer(ground.code.text, lab, answer), edits),
    shipped: edited(ground.code.text, edits),
    settings,
    m: machine(ground.mechanism, settings),
    trial: trial && lab.must.indexOf(trial),
  };
}

/** Makes one trial of the lab. Rejects with a BenchError where the text cannot be run. */
export async function tried(bout: Bout, finds: LabTrial['finds'], { mechanism }: Ground): Promise<Tried> {
  if ('holds' in finds) return holds(bout);
  if ('breaks' in finds) return breaks(bout, finds.breaks);
  if ('reaches' in finds) return reaches(bout, finds.reaches);
  if ('fires' in finds) return fires(bout, finds.fires);
  if ('stops' in finds) return stops(bout);
  if ('counts' in finds) return counts(bout);
  if ('allows' in finds) return allows(bout, instancesOf(bout.m, finds.allows));
  if ('refuses' in finds) return refuses(bout, instancesOf(bout.m, finds.refuses));
  const { steps, ends } = mechanism.scenarios[finds.plays]!;
  const path = instancesOf(bout.m, steps);
  return typeof ends === 'object' && 'refused' in ends ? refuses(bout, path) : allows(bout, path);
}

const passed = ({ says }: Bout, states?: number): Tried => ({ looked: { says, ...(states === undefined ? {} : { states }) } });

const failed = (
  { text, settings, trial }: Bout,
  path: Path,
  told: Pick<Wrong, 'says'> & Partial<Pick<Wrong, 'hint' | 'clause'>>,
): Tried => ({
  wrong: wrong({ ...told, play: { text, settings, path }, trial }),
});

async function holds(bout: Bout): Promise<Tried> {
  const found = await bout.bench.check(bout.text, bout.settings);
  const { violation, promise, exhaustive, states } = found;
  if (!violation && promise) return breaksPromise(bout, promise);
  if (!violation && exhaustive) return passed(bout, states);
  if (!violation) return { wrong: wrong({ says: `${bout.says} The search was given up at ${states} states.`, trial: bout.trial }) };
  const { rule, path } = violation;
  const parting = await otherwise(bout, path);
  return failed(bout, path, {
    says: `${atEnd(path)} it does not hold that ${quoted(rule)}.`,
    hint:
      parting?.hint ??
      `As shipped the same run is possible, and nothing is wrong with it: ${quoted(rule)} asks too much of its last state.`,
    clause: parting?.clause ?? rule,
  });
}

/** A run on which a promise is never kept: it ends, or its last steps can be repeated for ever. */
async function breaksPromise(bout: Bout, { rule, path }: NonNullable<Found['promise']>): Promise<Tried> {
  const parting = await otherwise(bout, path);
  return failed(bout, path, {
    says: `On this run it never comes to it that ${quoted(rule)}.`,
    hint: parting?.hint ?? `As shipped the same run is possible and goes on otherwise. What could happen there, and not with yours?`,
    clause: parting?.clause ?? rule,
  });
}

/** The property as shipped is broken by a shortest run; that of the reader is nowhere. */
async function breaks(bout: Bout, rule: string): Promise<Tried> {
  const { bench, text, shipped, settings } = bout;
  const found = await bench.check(text, settings, [rule]);
  if (found.violation) return passed(bout, found.states);
  const { violation } = await bench.check(shipped, settings, [rule]);
  if (!violation) throw new RangeError(`As shipped nothing breaks '${rule}' in this trial.`);
  const parting = await otherwise(bout, violation.path);
  return failed(bout, violation.path, {
    says: `${bout.says} Yours does not notice this run.`,
    hint:
      parting?.hint ?? `At its end ${quoted(rule)} is broken as shipped, and yours holds. ${await afterLast(bout, violation.path)}`.trim(),
    clause: rule,
  });
}

async function reaches(bout: Bout, goal: string): Promise<Tried> {
  const found = await bout.bench.check(bout.text, bout.settings, []);
  return found.seen.includes(goal) ? passed(bout, found.states) : missing(bout, pathToSeeing(bout.m, goal), goal);
}

async function fires(bout: Bout, action: string): Promise<Tried> {
  const found = await bout.bench.check(bout.text, bout.settings, []);
  return (found.fired[action] ?? 0) > 0 ? passed(bout, found.states) : missing(bout, pathToFiring(bout.m, action), action);
}

/** A run of the model as shipped that the answer does not have. */
async function missing(bout: Bout, path: Path | undefined, what: string): Promise<Tried> {
  if (!path) throw new RangeError(`As shipped there is no run to '${what}' in this trial.`);
  const parting = await otherwise(bout, path);
  return failed(bout, path, {
    says: `${bout.says} With yours this run does not come to it.`,
    hint: parting?.hint ?? `Look at the state at its end.`,
    clause: parting?.clause ?? what,
  });
}

async function allows(bout: Bout, path: Path): Promise<Tried> {
  const { refused } = await bout.bench.replay(bout.text, bout.settings, path);
  if (!refused) return passed(bout);
  const so = path.slice(0, refused.step + 1);
  return failed(bout, so, {
    says: `${bout.says} Yours refuses ${stepWords(bout.m, refused.step, path[refused.step]!).replace(/,$/, '')}.`,
    hint: `It is refused because it needs ${refused.because.map(quoted).join(' and ')}.`,
    clause: refused.because[0],
  });
}

/** All but the last step can be done. */
async function refuses(bout: Bout, path: Path): Promise<Tried> {
  const { refused } = await bout.bench.replay(bout.text, bout.settings, path);
  const last = path.length - 1;
  if (refused && refused.step < last) return allows(bout, path.slice(0, last));
  if (refused) return passed(bout);
  const because = await lastRefusal(bout, path);
  return failed(bout, path, {
    says: `${bout.says} Yours lets ${stepWords(bout.m, last, path[last]!)} happen.`,
    hint: `As shipped it is refused: it needs ${because.map(quoted).join(' and ')}.`,
    clause: because[0],
  });
}

async function stops(bout: Bout): Promise<Tried> {
  const { deadlock, states } = await bout.bench.check(bout.text, bout.settings, []);
  if (!deadlock) return passed(bout, states);
  const parting = await otherwise(bout, deadlock);
  return failed(bout, deadlock, {
    says: `${bout.says} After this run nothing can happen any more.`,
    hint: parting?.hint ?? (await afterLast(bout, deadlock)),
    clause: parting?.clause,
  });
}

async function counts(bout: Bout): Promise<Tried> {
  const { bench, text, shipped, settings } = bout;
  const [own, theirs] = [await bench.check(text, settings, []), await bench.check(shipped, settings, [])];
  if (own.states === theirs.states && own.transitions === theirs.transitions) return passed(bout, own.states);
  const parting = await otherwise(bout, undefined);
  const says = `${bout.says} Yours has ${own.states} states and ${own.transitions} transitions, as shipped there are ${theirs.states} and ${theirs.transitions}.`;
  const hint = parting?.hint ?? `It happens more or less often: ${otherActions(own, theirs).map(quoted).join(', ')}.`;
  return parting ? failed(bout, parting.path, { says, hint, clause: parting.clause }) : { wrong: wrong({ says, hint, trial: bout.trial }) };
}

const otherActions = (own: Found, theirs: Found): string[] => Object.keys(theirs.fired).filter((it) => own.fired[it] !== theirs.fired[it]);
