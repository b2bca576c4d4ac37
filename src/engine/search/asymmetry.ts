/**
 * Whether a model treats the rows of a plain table alike, which `canonical` takes for granted: exchanging two rows must exchange what can
 * happen and change no verdict. `find`, `[0]` or an order among rows breaks this. For tests: it tries every exchange of neighbours, from
 * which all others are made, in the states that a search finds first.
 */
import { explore } from './explore.ts';
import type { Machine } from '../run/machine.ts';
import { Renaming } from '../symmetry/renaming.ts';
import { LearntSteps } from '../learning/learnt-steps.ts';

const USUAL_MOST = 500;

/** What depends on the position of a row, as a sentence; undefined when nothing was found in the first `most` states or so. */
export function asymmetry(m: Machine, most: number = USUAL_MOST): string | undefined {
  const states: Int32Array[] = [];
  explore(m, { most }).each(() => states.push(m.words.slice()));
  for (const table of m.layout.tables) {
    const renaming = Renaming.of(m.layout, table);
    if (!renaming) continue;
    for (let row = 1; row < table.rows.length; row++) {
      exchange(renaming, row - 1, row);
      for (const state of states) {
        const what = difference(m, state, renaming);
        if (what) return `'${what}' depends on the position of a ${table.kind}.`;
      }
    }
  }
  return undefined;
}

function exchange({ place }: Renaming, one: number, other: number): void {
  for (let i = 0; i < place.length; i++) place[i] = i === one ? other : i === other ? one : i;
}

/** A property or a action that does not commute with the renaming. */
function difference(m: Machine, state: Int32Array, renaming: Renaming): string | undefined {
  const after = behaviour(m, state, (words) => renaming.apply(words));
  const renamed = state.slice();
  renaming.apply(renamed);
  const before = behaviour(m, renamed, () => {});
  const [found] = new Set(after.keys()).symmetricDifference(before);
  return found === undefined ? undefined : (after.get(found) ?? before.get(found));
}

/** Every verdict and, after `look`, every successor: facts to compare, each with the name of the property or action it is about. */
function behaviour(m: Machine, state: Int32Array, look: (words: Int32Array) => void): Map<string, string> {
  const facts = new Map<string, string>();
  m.words.set(state);
  for (const { name, holds } of [...m.invariants, ...m.reachable]) facts.set(`${name}: ${holds(m.state, m.config)}`, name);
  new LearntSteps(m).each(new Float64Array(m.actions.length), (instance) => {
    const { name } = m.actions.findLast(({ first }) => first <= instance)!;
    look(m.words);
    facts.set(`${name} leads to ${m.words.join(' ')}`, name);
  });
  return facts;
}
