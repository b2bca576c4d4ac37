/** The states of a model and the steps between them, each found when it is first asked for and then kept. */
import { LearntSteps } from '../learning/learnt-steps.ts';
import type { StepSource } from '../learning/steps.ts';
import type { Machine } from '../run/machine.ts';
import { plainFields, type PlainState } from '../state/plain.ts';
import { Visited } from '../state/visited.ts';

export class StateGraph {
  readonly m: Machine;
  private readonly visited: Visited;
  private readonly source: StepSource;
  private readonly fired: Float64Array;
  /** For each state that was asked about: instance and target of each step, in turn. */
  private readonly steps: (Int32Array | undefined)[] = [];

  /** The initial state has the number 0. */
  constructor(m: Machine) {
    this.m = m;
    this.visited = new Visited(m.words.length, m.instances);
    this.source = new LearntSteps(m);
    this.fired = new Float64Array(m.actions.length);
    m.words.set(m.initial);
    this.visited.add(m.words, -1, 0);
  }

  /** Instance and target of every step that can be taken from a state, in turn, in the order of the instances. Code of the model that fails throws. */
  stepsFrom(state: number): Int32Array {
    const known = this.steps[state];
    if (known) return known;
    const { m, visited } = this;
    const found: number[] = [];
    visited.load(state, m.words);
    this.source.each(this.fired, (instance) => found.push(instance, visited.add(m.words, state, instance)));
    return (this.steps[state] = Int32Array.from(found));
  }

  /** Makes a state the working state of the machine. */
  load(state: number): void {
    this.visited.load(state, this.m.words);
  }

  plain(state: number): PlainState {
    this.load(state);
    return plainFields(this.m.schema, this.m.state);
  }
}
