/**
 * Every step that can be taken from the working state. A refusal that depended on the first arguments only closes every candidate that
 * agrees in them: all those are skipped. The order is that of the choices. run.ts asks every clause of every candidate instead, and a test
 * compares the two.
 */
import { HEAD, ROOT, UNKNOWN } from './decisions.ts';
import type { Machine } from './machine.ts';
import { Moves } from './moves.ts';

/** Finds a successor in the working state, which it may change. */
export type Visit = (choice: number) => void;

export class Successors {
  private readonly m: Machine;
  private readonly moves: Moves;
  /** The state in which the steps begin. */
  private readonly from: Int32Array;

  constructor(m: Machine) {
    this.m = m;
    this.moves = Moves.of(m);
    this.from = new Int32Array(m.words.length);
  }

  /** Visits every successor, adds to `fired` how many each verb has, and returns how many there are. Leaves the working state as it was. */
  each(fired: Float64Array, visit: Visit): number {
    const { from, moves } = this;
    const { words, verbs } = this.m;
    const { done, decisions } = moves;
    let { nodes } = decisions;
    const width = from.length;
    for (let i = 0; i < width; i++) from[i] = words[i]!;
    moves.begin();
    let total = 0;
    for (let v = 0; v < verbs.length; v++) {
      const { first, count } = verbs[v]!;
      let found = 0;
      for (let place = 0; place < count;) {
        // This is `moves.take`, by hand: it is tried tens of times for each state, and calls would be half of the search.
        let answer = nodes[ROOT + first + place]!;
        while (answer > 0) answer = nodes[answer + HEAD + ((words[nodes[answer]!]! >>> nodes[answer + 1]!) & nodes[answer + 2]!)]!;
        if (answer === UNKNOWN) {
          answer = moves.ask(verbs[v]!, place);
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
      fired[v]! += found;
      total += found;
    }
    return total;
  }

  /** Bytes reserved for what was learnt of the machine. */
  get bytes(): number {
    return this.moves.bytes;
  }
}
