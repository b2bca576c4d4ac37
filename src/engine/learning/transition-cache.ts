/**
 * Takes a candidate from the working state, or tells how many candidates its refusal closes. The first time that a case occurs, clauses and
 * effect are run and watched; later the case is recognised and its effect is a few masks (decisions.ts).
 * Leaves out the order in which candidates are tried: successors.ts tries all, walk.ts at random.
 */
import { aim, type CompiledAction } from '../run/assemble.ts';
import { LookupTables } from './lookup-table.ts';
import { DecisionTrees, UNKNOWN } from './decision-tree.ts';
import type { Machine } from '../run/machine.ts';

/** An effect: how many words it changes, and for each the word, the bits that stay and the bits that are set. */
const CHANGE = 3;

/** What `take` returns when the candidate could be taken. */
export const TAKEN = 0;

export class TransitionCache {
  private readonly m: Machine;
  readonly decisions: DecisionTrees;
  private readonly from: Int32Array;
  /** Answers of a tree: minus the number of candidates that a refusal closes; this, when the model's own code has done it; or, below, an effect. */
  readonly done: number;
  readonly clusters: LookupTables;
  private effects = new Int32Array(1 << 8);
  private end = 0;

  private constructor(m: Machine) {
    this.m = m;
    this.decisions = new DecisionTrees(m.words, m.instances);
    this.from = new Int32Array(m.words.length);
    this.done = -1 - m.instances;
    this.clusters = new LookupTables(this.decisions, m.actions, this.done, (action, place) => this.learn(action, place));
  }

  /** What is learnt of a machine is kept as long as the machine. */
  static of(m: Machine): TransitionCache {
    const moves = known.get(m) ?? new TransitionCache(m);
    known.set(m, moves);
    return moves;
  }

  /** To be called for each state whose candidates are tried. */
  begin(): void {
    this.decisions.turn++;
  }

  /**
   * TAKEN when the candidate could be taken: then the working state is the one after it. Otherwise how many candidates, from this one on,
   * the refusal closes, because they agree in all that it depended on.
   */
  take(action: CompiledAction, place: number): number {
    const answer = this.decisions.find(action.first + place) || this.ask(action, place);
    if (answer > this.done) return -answer;
    if (answer < this.done) this.apply(answer);
    return TAKEN;
  }

  /** Bytes reserved. */
  get bytes(): number {
    return this.decisions.bytes + this.clusters.bytes + this.effects.byteLength;
  }

  /** Changes the working state as an answer below `done` says. */
  apply(answer: number): void {
    const { effects } = this;
    const { words } = this.m;
    const effect = this.done - 1 - answer;
    for (let at = effect + 1, end = at + effects[effect]! * CHANGE; at < end; at += CHANGE) {
      const word = effects[at]!;
      words[word] = (words[word]! & effects[at + 1]!) | effects[at + 2]!;
    }
  }

  /** The answer for a candidate that is not known yet. `done`: it has been done. */
  ask(action: CompiledAction, place: number): number {
    const answer = this.learn(action, place);
    if (answer !== UNKNOWN) return answer;
    const { state, config, read } = this.m;
    aim(action, place);
    const refused = refusedAt(action, state, config, read);
    if (refused !== NOWHERE) return -closedBy(action, place, refused);
    action.then(action.args, state, config);
    return this.done;
  }

  /** The answer for a candidate that is not known yet, or UNKNOWN when its tree is given up. Leaves the working state as it was. */
  private learn(action: CompiledAction, place: number): number {
    if (!this.decisions.isWorthwhile(action.first + place)) return UNKNOWN;
    const { m, from } = this;
    const { watch, state, actions, read } = m.watched();
    const twin = actions[m.actions.indexOf(action)]!;
    aim(twin, place);
    watch.begin();
    const refused = refusedAt(twin, state, m.config, read);
    let answer: number;
    from.set(m.words);
    if (refused !== NOWHERE) answer = -closedBy(action, place, refused);
    else {
      twin.then(twin.args, state, m.config);
      answer = this.done - 1 - this.keep(watch.written);
      m.words.set(from);
    }
    this.decisions.learn(action.first + place, watch, from, answer);
    return answer;
  }

  /** The place among the effects of one that has just happened and wrote these bits. */
  private keep(written: Int32Array): number {
    const effect = this.end;
    const most = effect + 1 + written.length * CHANGE;
    if (most > this.effects.length) {
      const wider = new Int32Array(Math.max(this.effects.length * 2, most));
      wider.set(this.effects);
      this.effects = wider;
    }
    let changes = 0;
    this.end++;
    for (let word = 0; word < written.length; word++) {
      const bits = written[word]!;
      if (bits === 0) continue;
      this.effects.set([word, ~bits, this.m.words[word]! & bits], this.end);
      this.end += CHANGE;
      changes++;
    }
    this.effects[effect] = changes;
    return effect;
  }
}

const known = new WeakMap<Machine, TransitionCache>();

/** No clause refused. */
const NOWHERE = -2;

/** The deepest parameter that the first clause read that refuses what the action is aimed at, -1 for none; or NOWHERE. */
function refusedAt({ guards, args }: CompiledAction, state: unknown, config: unknown, read: Int32Array): number {
  for (let clause = 0; clause < guards.length; clause++) {
    read[0] = -1;
    if (!guards[clause]!(args, state, config)) return read[0]!;
  }
  return NOWHERE;
}

/** How many candidates from this one on agree with it in the parameters down to this depth. */
function closedBy({ params, count }: CompiledAction, place: number, depth: number): number {
  const stride = depth < 0 ? count : params[depth]!.stride;
  return stride - (place % stride);
}
