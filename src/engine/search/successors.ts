/**
 * Every step that can be taken from the working state. A refusal that depended on the first arguments only closes every candidate that
 * agrees in them: all those are skipped. The order is that of the instances. run.ts asks every clause of every candidate instead, and a test
 * compares the two.
 */
import type { CompiledAction } from '../run/assemble.ts';
import { HEAD, ROOT, UNKNOWN } from '../learning/decision-tree.ts';
import type { Machine } from '../run/machine.ts';
import { TransitionCache } from '../learning/transition-cache.ts';

/** Finds a successor in the working state, which it may change. */
export type Visit = (instance: number) => void;

export class Successors {
  private readonly m: Machine;
  private readonly moves: TransitionCache;
  /** The state in which the steps begin. */
  private readonly from: Int32Array;

  constructor(m: Machine) {
    this.m = m;
    this.moves = TransitionCache.of(m);
    this.from = new Int32Array(m.words.length);
  }

  /** Visits every successor, adds to `fired` how many each action has, and returns how many there are. Leaves the working state as it was. */
  each(fired: Float64Array, visit: Visit): number {
    const { from, moves } = this;
    const { words, actions } = this.m;
    const { clusters } = moves;
    const width = from.length;
    for (let i = 0; i < width; i++) from[i] = words[i]!;
    moves.begin();
    const gathered = clusters.find(words);
    let next = 0;
    let total = 0;
    for (let v = 0; v < actions.length; v++) {
      let found = 0;
      if (clusters.gathered[v] === 0) found = this.tryEach(actions[v]!, visit);
      else {
        const end = actions[v]!.first + actions[v]!.count;
        for (; next < gathered && clusters.instances[next]! < end; next++, found++) {
          moves.apply(clusters.answers[next]!);
          visit(clusters.instances[next]!);
          for (let i = 0; i < width; i++) words[i] = from[i]!;
        }
      }
      fired[v]! += found;
      total += found;
    }
    return total;
  }

  private tryEach(action: CompiledAction, visit: Visit): number {
    const { first, count } = action;
    const { from, moves } = this;
    const { words } = this.m;
    const { done, decisions } = moves;
    const width = from.length;
    let { nodes } = decisions;
    let found = 0;
    for (let place = 0; place < count;) {
      // This is `moves.take`, by hand: it is done tens of times for each state, and the calls would take half of the time.
      let answer = nodes[ROOT + first + place]!;
      while (answer > 0) answer = nodes[answer + HEAD + ((words[nodes[answer]!]! >>> nodes[answer + 1]!) & nodes[answer + 2]!)]!;
      if (answer === UNKNOWN) {
        answer = moves.ask(action, place);
        nodes = decisions.nodes;
      }
      if (answer > done) place -= answer;
      else {
        if (answer < done) moves.apply(answer);
        visit(first + place);
        for (let i = 0; i < width; i++) words[i] = from[i]!;
        found++;
        place++;
      }
    }
    return found;
  }

  /** Bytes reserved for what was learnt of the machine. */
  get bytes(): number {
    return this.moves.bytes;
  }
}
