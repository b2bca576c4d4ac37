/**
 * Where a search gets the steps from a state. There are two sources, and they are the same to whoever uses them: PlainSteps asks the model
 * about every candidate and is what to read first; LearntSteps remembers what it was told (learnt-steps.ts) and is what searches use.
 */
import type { Machine } from '../run/machine.ts';
import { NOWHERE, Question } from './question.ts';

/** Finds a successor in the working state, which it may change. */
export type Visit = (instance: number) => void;

export interface StepSource {
  /**
   * Visits the state after every step that can be taken from the working state, in the order of the instances, adds to `fired` how many each
   * action has, and returns how many there are. Leaves the working state as it was.
   * A breadth-first search that takes up states in the order in which it found them may say by which instance it found this one. Steps that
   * surely lead to a state that it knows may then be counted without a visit (commuting.ts).
   */
  each(fired: Float64Array, visit: Visit, cameBy?: number): number;
  /** Bytes reserved. */
  readonly bytes: number;
}

/** Every clause of every candidate, every time. */
export class PlainSteps implements StepSource {
  readonly bytes = 0;
  readonly question: Question;
  private readonly m: Machine;

  constructor(m: Machine) {
    this.m = m;
    this.question = new Question(m);
  }

  each(fired: Float64Array, visit: Visit): number {
    const { question } = this;
    const { words, actions } = this.m;
    const from = words.slice();
    let total = 0;
    for (const [nth, action] of actions.entries()) {
      for (let place = 0; place < action.count; place++) {
        if (question.twice(action, place) !== NOWHERE) continue;
        words.set(question.after);
        visit(action.first + place);
        words.set(from);
        fired[nth]!++;
        total++;
      }
    }
    return total;
  }
}
