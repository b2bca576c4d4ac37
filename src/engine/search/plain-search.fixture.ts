/**
 * A search of sketches that knows nothing of the engine: states are plain objects, told apart by their JSON; every candidate is tried in every
 * state; liveness by greatest fixed points over sets of states, tried again without the states that enable a strong obligation (no components). Slow, and as simple as it can be, because it is what the engine is compared with.
 */
import {
  CELLS,
  clauseHolds,
  COUNTS,
  MODES,
  NONE,
  propertyHolds,
  SIZES,
  stir,
  type Field,
  type Kind,
  type Liveness,
  type Sketch,
  type SketchedAction,
  type SketchedProperty,
} from './sketch.fixture.ts';

export interface State {
  readonly cells: { value: number; marked: boolean }[];
  mode: number;
  count: number;
  line: number[];
  trust: boolean[];
  told: number;
  last: number | undefined;
  pair: { who: number; what: number };
}

export interface Step {
  readonly instance: number;
  readonly action: number;
  /** The obligation that it meets, by a name of its own. */
  readonly obligation: string | undefined;
  readonly to: number;
}
export interface Found {
  readonly states: readonly State[];
  readonly steps: readonly (readonly Step[])[];
  readonly transitions: number;
  readonly depth: number;
  readonly exhaustive: boolean;
  readonly fired: readonly number[];
  readonly seen: readonly number[];
  readonly violation: { readonly rule: number; readonly length: number } | undefined;
  readonly deadlock: number | undefined;
  readonly deadlocks: number;
}

const first = (): State => ({
  cells: Array.from({ length: CELLS }, () => ({ value: 0, marked: false })),
  mode: 0,
  count: 0,
  line: [],
  trust: Array.from({ length: CELLS }, () => false),
  told: 0,
  last: undefined,
  pair: { who: 0, what: 0 },
});

const bitsOf = (set: number): number => [0, 1, 2].filter((bit) => (set >> bit) & 1).length;

/** A number that follows from one part of the state; sketched-model.fixture.ts has the same for the engine. */
function look(s: State, field: Field): number {
  switch (field) {
    case 'cells':
      return s.cells.findIndex(({ value }) => value > 0) + (s.cells[1]!.marked ? 10 : 0);
    case 'mode':
    case 'count':
      return s[field];
    case 'line':
      return s.line.length + (s.line.length > 0 ? s.cells[s.line[0]!]!.value : NONE) + (s.line.includes(2) ? 20 : 0);
    case 'trust':
      return s.trust.filter(Boolean).length + (s.trust[1] ? 5 : 0);
    case 'told':
      return bitsOf(s.told) + ((s.told >> 2) & 1) * 5;
    case 'last':
      return s.last === undefined ? NONE + 2 : s.cells[s.last]!.value + s.last * 3;
    case 'pair':
      return s.pair.who * 3 + s.pair.what;
  }
}

function act(s: State, field: Field, number: number): void {
  const row = number % CELLS;
  switch (field) {
    case 'cells':
      s.cells[row]!.value = (s.cells[row]!.value + (number >> 3)) % 3;
      if (number % 4 === 0) s.cells[row] = { value: 0, marked: false };
      if (number % 5 === 0) s.cells[row]!.marked = !s.cells[row]!.marked;
      return;
    case 'mode':
      s.mode = (s.mode + 1 + (number % 2)) % MODES.length;
      return;
    case 'count':
      s.count = (s.count + 1 + (number % 7)) % COUNTS;
      return;
    case 'line':
      if (s.line.length === 2) s.line.shift();
      if (number % 3 > 0) s.line.push(row);
      else if (s.line.includes(row)) s.line.splice(s.line.indexOf(row), 1);
      return;
    case 'trust':
      s.trust[row] = !s.trust[row];
      return;
    case 'told':
      s.told = number % 5 === 0 ? 0 : s.told ^ (1 << row);
      return;
    case 'last':
      s.last = s.last === undefined ? row : undefined;
      return;
    case 'pair':
      s.pair = { who: row, what: (s.pair.what + number) % 3 };
  }
}

/** The number of an argument's value of that place. */
const valueAt = (kind: Kind, place: number): number => (kind === 'option' ? (place === 0 ? NONE : place - 1) : place);

/** Every combination of arguments, in lexicographic order, as numbers. */
const candidatesOf = ({ kinds }: SketchedAction): number[][] =>
  kinds.reduce<number[][]>(
    (some, kind) => some.flatMap((args) => Array.from({ length: SIZES[kind] }, (_, place) => [...args, valueAt(kind, place)])),
    [[]],
  );

function after(s: State, { kinds, clauses, effects }: SketchedAction, args: readonly number[]): State | undefined {
  if (
    !clauses.every((clause) =>
      clauseHolds(
        clause,
        (field) => look(s, field),
        (nth) => args[nth],
      ),
    )
  )
    return undefined;
  const next = structuredClone(s);
  const own = kinds.indexOf('cell');
  for (const { salt, does, isOwn } of effects) {
    act(next, does, args.reduce((sum, arg) => stir(sum, arg), salt) >> 2);
    if (isOwn && own >= 0) next.cells[args[own]!]!.value = (next.cells[args[own]!]!.value + 1) % 3;
  }
  return next;
}

/** The steps from a state: the instance, the action, the arguments and the next state. */
function stepsFrom(s: State, { actions }: Sketch) {
  let instance = 0;
  return actions.flatMap((action, nth) =>
    candidatesOf(action).flatMap((args) => {
      const next = after(s, action, args);
      const number = instance++;
      if (!next) return [];
      const obligation =
        action.fair &&
        `${nth}: ${[...action.fairFor]
          .sort()
          .map((arg) => args[arg] ?? '')
          .join()}`;
      return [{ instance: number, action: nth, obligation, next }];
    }),
  );
}

const holds = (s: State, property: SketchedProperty, row: number): boolean => propertyHolds(property, (field) => look(s, field), row);

/** Breadth first, until a rule breaks or there are more than `most` states. */
export function plainSearch(sketch: Sketch, most: number): Found {
  const states = [first()];
  const known = new Map([[JSON.stringify(states[0]), 0]]);
  const depths = [0];
  const steps: Step[][] = [];
  const fired = sketch.actions.map(() => 0);
  const seen = new Set<number>();
  let violation: Found['violation'];
  let deadlock: number | undefined;
  let deadlocks = 0;
  let at = 0;
  for (; at < states.length && states.length <= most; at++) {
    const s = states[at]!;
    const rule = sketch.always.findIndex((property) => !holds(s, property, 0));
    if (rule >= 0) {
      violation = { rule, length: depths[at]! };
      break;
    }
    sketch.sometimes.forEach((property, goal) => holds(s, property, 0) && seen.add(goal));
    const found = stepsFrom(s, sketch).map(({ instance, action, obligation, next }) => {
      const key = JSON.stringify(next);
      const to = known.get(key) ?? states.length;
      if (to === states.length) {
        known.set(key, to);
        states.push(next);
        depths.push(depths[at]! + 1);
      }
      fired[action]!++;
      return { instance, action, obligation, to };
    });
    steps.push(found);
    if (found.length > 0 || (sketch.final && holds(s, sketch.final, 0))) continue;
    deadlocks++;
    deadlock ??= depths[at]!;
  }
  return {
    states,
    steps,
    transitions: steps.reduce((sum, each) => sum + each.length, 0),
    depth: depths[Math.min(at, states.length - 1)]!,
    exhaustive: at === states.length,
    fired,
    seen: [...seen].sort(),
    violation,
    deadlock,
    deadlocks,
  };
}

/** The first liveness property, and the row, that some fair run does not have; of a search that was exhaustive. */
export function brokenPromise(sketch: Sketch, found: Found): { readonly property: number; readonly row: number | undefined } | undefined {
  for (const [property, liveness] of sketch.eventually.entries()) {
    for (const row of liveness.isOfCells ? [0, 1, 2] : [undefined])
      if (isBroken(sketch, found, liveness, row ?? 0)) return { property, row };
  }
  return undefined;
}

function isBroken(sketch: Sketch, { states, steps }: Found, { once, leadsTo }: Liveness, row: number): boolean {
  const waits = states.map((s) => !holds(s, leadsTo, row));
  const pending = new Set(states.keys().filter((at) => waits[at] && (once ? holds(states[at]!, once, row) : at === 0)));
  for (const at of pending) for (const { to } of steps[at]!) if (waits[to]) pending.add(to);
  if ([...pending].some((at) => steps[at]!.length === 0)) return true;
  return hasFairRun(sketch, steps, pending, new Set());
}

/** Whether a fair run can stay in these states for ever: it meets every obligation there, or it stays where one of the strong is never enabled. */
function hasFairRun(sketch: Sketch, steps: Found['steps'], pending: ReadonlySet<number>, tried: Set<string>): boolean {
  const key = [...pending].sort((a, b) => a - b).join();
  if (pending.size === 0 || tried.has(key)) return false;
  tried.add(key);
  const obligations = [...new Set([...pending].flatMap((at) => steps[at]!.flatMap(({ obligation }) => obligation ?? [])))];
  const isStrong = (obligation: string) => sketch.actions[Number.parseInt(obligation, 10)]!.fair === 'strong';
  const enables = (at: number, obligation: string) => steps[at]!.some((step) => step.obligation === obligation);
  if (staysFair(new Set(pending), steps, obligations, (at, obligation) => !isStrong(obligation) && !enables(at, obligation))) return true;
  return obligations
    .filter(isStrong)
    .some((obligation) => hasFairRun(sketch, steps, new Set([...pending].filter((at) => !enables(at, obligation))), tried));
}

/**
 * Whether some run stays in these states for ever and meets each obligation again and again: by a step of it, or in a state where it is
 * excused. From the set all states are taken out from which one of them cannot be met within the set, until none is.
 */
function staysFair(
  among: Set<number>,
  steps: Found['steps'],
  obligations: readonly string[],
  isExcused: (at: number, obligation: string) => boolean,
): boolean {
  const within = (at: number) => steps[at]!.filter(({ to }) => among.has(to));
  const meets = [
    (at: number) => within(at).length > 0,
    ...obligations.map(
      (obligation) => (at: number) => within(at).some((step) => step.obligation === obligation || isExcused(at, obligation)),
    ),
  ];
  for (let before = -1; before !== among.size;) {
    before = among.size;
    for (const meet of meets) {
      const good = new Set([...among].filter(meet));
      for (let size = -1; size !== good.size;) {
        size = good.size;
        for (const at of among) if (within(at).some(({ to }) => good.has(to))) good.add(at);
      }
      for (const at of among) if (!good.has(at)) among.delete(at);
    }
  }
  return among.size > 0;
}

/** Why a lasso is no fair run without the property; undefined when it is one. */
export function faultOf(
  sketch: Sketch,
  { states, steps }: Found,
  { property, row = 0, stem, loop }: { property: number; row: number | undefined; stem: readonly number[]; loop: readonly number[] },
): string | undefined {
  const { once, leadsTo } = sketch.eventually[property]!;
  const run = [0];
  for (const instance of [...stem, ...loop]) {
    const step = steps[run.at(-1)!]!.find((each) => each.instance === instance);
    if (!step) return `instance ${instance} cannot be taken`;
    run.push(step.to);
  }
  const round = run.slice(stem.length);
  if (loop.length === 0 && steps[round[0]!]!.length > 0) return 'it does not end';
  if (loop.length > 0 && round.at(-1) !== round[0]) return 'it does not come back';
  if (round.some((at) => holds(states[at]!, leadsTo, row))) return 'the property comes about in the loop';
  const last = run.findLastIndex((at) => holds(states[at]!, leadsTo, row));
  if (!run.some((at, i) => i > last && (once ? holds(states[at]!, once, row) : i === 0))) return 'the property is not pending';
  const [states_, taken] = [round.slice(0, -1), loop.map((instance, i) => steps[round[i]!]!.find((each) => each.instance === instance)!)];
  const all = new Set(states_.flatMap((at) => steps[at]!.flatMap(({ obligation }) => obligation ?? [])));
  for (const obligation of all) {
    if (taken.some((step) => step.obligation === obligation)) continue;
    const enabled = states_.filter((at) => steps[at]!.some((step) => step.obligation === obligation)).length;
    const isStrong = sketch.actions[Number.parseInt(obligation, 10)]!.fair === 'strong';
    if (isStrong || enabled === states_.length) return `it is not fair to ${obligation}`;
  }
  return undefined;
}
