/**
 * Whether a model treats the rows of a plain table alike, which `canonical` takes for granted: exchanging two rows must exchange what can
 * happen and change no verdict. `find`, `[0]` or an order among rows breaks this. It tries every exchange of neighbours, from which all
 * others are made, in the states that are reached first: a bounded look, not a proof.
 */
import type { Machine } from '../run/machine.ts';
import { aimAt } from '../run/step.ts';
import { Renaming } from './renaming.ts';

const USUAL_MOST = 500;

/** Before a search: enough to meet each action of a small model, and a fraction of the time of the search. */
const MOST_BEFORE_SEARCH = 32;

/** Throws when something in the model is found to depend on the position of a row. Leaves the working state anywhere. */
export function refuseAsymmetry(m: Machine): void {
  const what = looked.get(m) ?? asymmetry(m, MOST_BEFORE_SEARCH) ?? '';
  looked.set(m, what);
  if (what === '') return;
  throw new Error(
    `${m.mechanism.model.id}: ${what} A symmetric search would be wrong; where positions matter, the table is an orderedTable.`,
  );
}

const looked = new WeakMap<Machine, string>();

/** What depends on the position of a row, as a sentence; undefined when nothing was found in the first `most` states. */
export function asymmetry(m: Machine, most: number = USUAL_MOST): string | undefined {
  const renamings = m.layout.tables.flatMap((table) => (table.rows.length > 1 ? (Renaming.of(m.layout, table) ?? []) : []));
  if (renamings.length === 0) return undefined;
  for (const state of firstStates(m, most)) {
    const behaviour = behaviourAt(m, state);
    for (const renaming of renamings) {
      for (let row = 1; row < renaming.place.length; row++) {
        exchange(renaming, row - 1, row);
        const what = difference(m, state, behaviour, renaming);
        if (what !== undefined) return `'${what}' depends on the position of a ${renaming.table.kind}.`;
      }
    }
  }
  return undefined;
}

/** Breadth first, by hand. */
function firstStates(m: Machine, most: number): readonly Int32Array[] {
  const states = [m.initial];
  const known = new Set([m.initial.join()]);
  for (const state of states) {
    for (const { words } of stepsAt(m, state)) {
      if (states.length >= most) return states;
      if (words === undefined || known.has(words.join())) continue;
      known.add(words.join());
      states.push(words);
    }
  }
  return states;
}

/** What can be told of a state, each with the name of the property or the action that it is about. */
interface Behaviour {
  readonly verdicts: readonly { readonly name: string; readonly holds: boolean | undefined }[];
  readonly steps: readonly Step[];
}
/** The state after a step; undefined when the model's code throws. */
interface Step {
  readonly name: string;
  readonly words: Int32Array | undefined;
}

function behaviourAt(m: Machine, state: Int32Array): Behaviour {
  m.words.set(state);
  const { final } = m.mechanism.model;
  const properties = [...m.invariants, ...m.reachable, ...(final ? [{ name: 'final', holds: final }] : [])];
  const verdicts = properties.map(({ name, holds }) => ({ name, holds: attempt(() => Boolean(holds(m.state, m.config))) }));
  return { verdicts, steps: stepsAt(m, state) };
}

function stepsAt(m: Machine, state: Int32Array): Step[] {
  const steps: Step[] = [];
  for (let instance = 0; instance < m.instances; instance++) {
    m.words.set(state);
    const action = aimAt(m, instance);
    const { name, guards, args, then } = action;
    const isEnabled = attempt(() => guards.every((clause) => clause(args, m.state, m.config)));
    if (isEnabled === false) continue;
    const words = attempt(() => {
      then(args, m.state, m.config);
      return m.words.slice();
    });
    steps.push({ name, words: isEnabled ? words : undefined });
  }
  return steps;
}

/** A search tells what the model's code throws, with its context; here it is one more thing that must not depend on positions. */
function attempt<Of>(ask: () => Of): Of | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}

function exchange({ place }: Renaming, one: number, other: number): void {
  for (let i = 0; i < place.length; i++) place[i] = i === one ? other : i === other ? one : i;
}

/** A property or an action that does not commute with the renaming. */
function difference(m: Machine, state: Int32Array, { verdicts, steps }: Behaviour, renaming: Renaming): string | undefined {
  const renamed = state.slice();
  renaming.apply(renamed);
  const there = behaviourAt(m, renamed);
  const changed = verdicts.find(({ holds }, i) => there.verdicts[i]!.holds !== holds);
  if (changed) return changed.name;
  const after = steps.map(({ name, words }) => {
    const moved = words?.slice();
    if (moved) renaming.apply(moved);
    return { name, words: moved };
  });
  const [here, other] = [factsOf(after), factsOf(there.steps)];
  for (const [fact, name] of here) if (!other.has(fact)) return name;
  for (const [fact, name] of other) if (!here.has(fact)) return name;
  return undefined;
}

const factsOf = (steps: readonly Step[]): Map<string, string> =>
  new Map(steps.map(({ name, words }) => [`${name} leads to ${words?.join(' ') ?? 'an error'}`, name]));
