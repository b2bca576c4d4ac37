/**
 * What more a search can tell: which states are typical and which are rare, what other sizes give, and what two faults do together. Each is a
 * generator that yields after a slice of work, so that whoever runs it can show how far it is and stop between two.
 */
import type { Mechanism } from '../language/model.ts';
import { machine, type Machine } from '../run/machine.ts';
import { asks } from '../run/step.ts';
import type { Exploration } from '../search/exploration.ts';
import { Search } from '../search/explore.ts';

/** So many states are taken up between two yields. */
const SLICE = 2_000;

/** Each part of work ends at so many states, and says so. */
export interface SurveyOptions {
  readonly most: number;
}

/** In how many of the states something holds. */
export interface Share {
  readonly name: string;
  readonly states: number;
}
export interface Rarity {
  readonly states: number;
  readonly exhaustive: boolean;
  /** How many states are first reached after so many steps. */
  readonly levels: readonly number[];
  /** For each `sometimes`, in how many states it holds. */
  readonly goals: readonly Share[];
  /** For each action, how many steps of it there are, of all steps. */
  readonly actions: readonly Share[];
  readonly transitions: number;
}

/** How a search at some settings ended. */
export interface Ending extends Pick<Exploration, 'states' | 'transitions' | 'depth' | 'exhaustive'> {
  /** The rule that broke, or the promise that is not kept; undefined where neither was found. */
  readonly breaks: string | undefined;
  /** How long the shortest run to it is; for a promise the way to the loop and the loop. */
  readonly steps: number;
  readonly isPromise: boolean;
  readonly isStuck: boolean;
}
export interface SizeRow {
  readonly parameter: string;
  readonly value: number;
  readonly isUsual: boolean;
  readonly ending: Ending;
}
export interface FaultRow {
  readonly faults: readonly string[];
  readonly ending: Ending;
}

function* searched(m: Machine, most: number): Generator<void, Exploration> {
  const search = new Search(m, { most });
  while (!search.advance(SLICE)) yield;
  return search.result();
}

function endingOf({ states, transitions, depth, exhaustive, violation, lasso, deadlock }: Exploration): Ending {
  return {
    states,
    transitions,
    depth,
    exhaustive,
    breaks: violation?.rule ?? lasso?.property,
    steps: violation?.path.length ?? (lasso ? lasso.stem.length + lasso.loop.length : 0),
    isPromise: violation === undefined && lasso !== undefined,
    isStuck: deadlock !== undefined,
  };
}

/** Of the machine as it is set. A model that breaks a rule is looked at up to there. */
export function* rarityOf(m: Machine, { most }: SurveyOptions): Generator<void, Rarity> {
  const found = yield* searched(m, most);
  const goals = m.reachable.map((goal) => ({ name: goal.name, states: 0 }));
  // One go: to look at a state costs less than to find it.
  found.each(() => {
    for (const [i, goal] of m.reachable.entries()) if (asks(m, goal)) goals[i]!.states++;
  });
  const { states, exhaustive, levels, fired, transitions } = found;
  return {
    states,
    exhaustive,
    levels,
    goals,
    actions: Object.entries(fired).map(([name, count]) => ({ name, states: count })),
    transitions,
  };
}

/** Each parameter over its bounds, with everything else as it is set. Yields a row when its search has ended. */
export function* sizesOf({ mechanism, config }: Machine, { most }: SurveyOptions): Generator<SizeRow | undefined, void> {
  for (const [parameter, { least, most: greatest }] of Object.entries(mechanism.parameters)) {
    for (let value = least; value <= greatest; value++) {
      const ending = yield* endingAt(mechanism, { ...config, [parameter]: value }, most);
      yield { parameter, value, isUsual: config[parameter] === value, ending };
    }
  }
}

/** No fault, each fault alone, and each two of them, at the sizes that are set. */
export function* faultsOf({ mechanism, config }: Machine, { most }: SurveyOptions): Generator<FaultRow | undefined, void> {
  const all = Object.keys(mechanism.faults);
  const off = Object.fromEntries(all.map((name) => [name, false]));
  const pairs = all.flatMap((a, i) => all.slice(i + 1).map((b) => [a, b]));
  for (const faults of [[], ...all.map((name) => [name]), ...pairs]) {
    const on = Object.fromEntries(faults.map((name) => [name, true]));
    yield { faults, ending: yield* endingAt(mechanism, { ...config, ...off, ...on }, most) };
  }
}

function* endingAt(mechanism: Mechanism, config: object, most: number): Generator<undefined, Ending> {
  const searching = searched(machine(mechanism, config), most);
  let slice = searching.next();
  while (!slice.done) {
    yield undefined;
    slice = searching.next();
  }
  return endingOf(slice.value);
}
