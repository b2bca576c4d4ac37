/**
 * Every step that can be taken from the working state, without asking what is already known. Clauses are pure and the arguments note how
 * deep they are read, so
 * - a clause that refused having read only the first parameters refuses every candidate that agrees in them: all those are skipped;
 * - a clause that held is not asked again while no parameter that it read has changed.
 * The order is that of the choices. run.ts asks every clause of every candidate instead, and a test compares the two.
 */
import { MOST_CLAUSES } from './assemble.ts';
import type { Machine, Verb } from './machine.ts';

/** Finds a successor in the working state, which it may change. */
export type Visit = (choice: number) => void;

/** Beyond the depth of every parameter: the clause must be asked. */
const UNKNOWN = 1 << 20;
/** No clause refused. */
const NONE = -2;

export class Successors {
  private readonly m: Machine;
  /** The state in which the steps begin. */
  private readonly from: Int32Array;
  /** For each clause of the present verb that held, the deepest parameter it read then: -1 for none. */
  private readonly held = new Int32Array(MOST_CLAUSES);

  constructor(m: Machine) {
    this.m = m;
    this.from = new Int32Array(m.words.length);
  }

  /** Visits every successor, adds to `fired` how many each verb has, and returns how many there are. Leaves the working state as it was. */
  each(fired: Float64Array, visit: Visit): number {
    const { from, held } = this;
    const { words, verbs } = this.m;
    for (let i = 0; i < from.length; i++) from[i] = words[i]!;
    let total = 0;
    for (let v = 0; v < verbs.length; v++) {
      const verb = verbs[v]!;
      for (let clause = 0; clause < verb.guards.length; clause++) held[clause] = UNKNOWN;
      const found = verb.params.length > 1 ? this.byCombination(verb, visit) : this.byValue(verb, visit);
      fired[v]! += found;
      total += found;
    }
    return total;
  }

  /** A verb with at most one parameter: what `byCombination` does, without the bookkeeping. Most verbs are such. */
  private byValue(verb: Verb, visit: Visit): number {
    const { held, from } = this;
    const { state, config, read, words } = this.m;
    const { cursor, guards, args, count } = verb;
    let found = 0;
    for (let place = 0; place < count; place++) {
      cursor[0] = place;
      let clause = 0;
      for (; clause < guards.length; clause++) {
        if (held[clause]! < 0) continue;
        read[0] = -1;
        if (!guards[clause]!(state, args, config)) break;
        held[clause] = read[0]!;
      }
      if (clause < guards.length) {
        if (read[0]! < 0) return found; // the refusal did not depend on the argument
        continue;
      }
      verb.then(state, args, config);
      visit(verb.first + place);
      for (let i = 0; i < from.length; i++) words[i] = from[i]!;
      found++;
    }
    return found;
  }

  /** A verb with several parameters. */
  private byCombination(verb: Verb, visit: Visit): number {
    const { from } = this;
    const { state, config, words } = this.m;
    const { cursor, sizes, params, args, first, count } = verb;
    if (count === 0) return 0; // a table without rows
    const last = sizes.length - 1;
    for (let depth = 0; depth <= last; depth++) cursor[depth] = 0;
    let found = 0;
    let changed = 0;
    for (;;) {
      const refused = this.ask(verb, changed);
      if (refused === NONE) {
        let choice = first;
        for (let depth = 0; depth <= last; depth++) choice += cursor[depth]! * params[depth]!.stride;
        verb.then(state, args, config);
        visit(choice);
        for (let i = 0; i < from.length; i++) words[i] = from[i]!;
        found++;
      }
      // The next candidate that differs in something the refusal depended on.
      let depth = refused === NONE ? last : refused;
      for (let deeper = depth + 1; deeper <= last; deeper++) cursor[deeper] = 0;
      while (depth >= 0 && ++cursor[depth]! === sizes[depth]) cursor[depth--] = 0;
      if (depth < 0) return found;
      changed = depth;
    }
  }

  /** The deepest parameter read by the first clause that refuses, or NONE. Parameters before `changed` are as they were when last asked. */
  private ask({ guards, args }: Verb, changed: number): number {
    const { held } = this;
    const { state, config, read } = this.m;
    for (let clause = 0; clause < guards.length; clause++) {
      if (held[clause]! < changed) continue;
      read[0] = -1;
      if (guards[clause]!(state, args, config)) {
        held[clause] = read[0]!;
        continue;
      }
      // Later clauses have not been asked about this candidate: what they held for is gone if it read what has changed.
      for (let later = clause; later < guards.length; later++) if (held[later]! >= changed) held[later] = UNKNOWN;
      return read[0]!;
    }
    return NONE;
  }
}
