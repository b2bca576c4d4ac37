/**
 * Strongly connected components of a part of a graph, after Tarjan (1972), without recursion: a path may be as long as there are states.
 * A part is all states that carry one label, so a part of a part costs nothing but a new label.
 */
import { reserve } from '../state/reserve.ts';
import type { Edges } from './edges.ts';
import { WORK, type Work } from './work.ts';

const FOR_COMPONENTS = 'the components of the states';

export class Components {
  /** The label of each state; 0 is that of none. */
  readonly labels: Int32Array;
  private readonly edges: Edges;
  private lastLabel = 0;
  /** When each state was entered, from 1 on; 0 before. */
  private readonly order: Int32Array;
  /** The earliest open state that was reached from it. */
  private readonly low: Int32Array;
  private readonly open: Uint8Array;
  private readonly nextEdge: Int32Array;

  constructor(edges: Edges, states: number) {
    this.edges = edges;
    this.labels = reserve(states, FOR_COMPONENTS);
    this.order = reserve(states, FOR_COMPONENTS);
    this.low = reserve(states, FOR_COMPONENTS);
    this.open = new Uint8Array(states);
    this.nextEdge = reserve(states, FOR_COMPONENTS);
  }

  /** Makes these states a part of their own and returns its label. */
  label(states: readonly number[]): number {
    this.lastLabel++;
    for (const state of states) this.labels[state] = this.lastLabel;
    return this.lastLabel;
  }

  /** The components of the part that is exactly `states`, without those where nothing can go on: a single state without an edge to itself. */
  *componentsOf(states: readonly number[], label: number): Work<number[][]> {
    const { order, low, nextEdge } = this;
    for (const state of states) order[state] = 0;
    const found: number[][] = [];
    const calls: number[] = [];
    const stack: number[] = [];
    let time = 0;
    let left = WORK;
    for (const root of states) {
      if (order[root] !== 0) continue;
      this.enter(root, ++time, calls, stack);
      while (calls.length > 0) {
        if (--left === 0) {
          yield WORK;
          left = WORK;
        }
        const state = calls.at(-1)!;
        if (nextEdge[state]! < this.edges.first(state + 1)) {
          const target = this.edges.target(nextEdge[state]!++);
          if (this.labels[target] !== label) continue;
          if (order[target] === 0) this.enter(target, ++time, calls, stack);
          else if (this.open[target] === 1 && order[target]! < low[state]!) low[state] = order[target]!;
          continue;
        }
        calls.pop();
        const caller = calls.at(-1);
        if (caller !== undefined && low[state]! < low[caller]!) low[caller] = low[state]!;
        if (low[state] === order[state]) this.close(state, stack, found);
      }
    }
    return found;
  }

  private enter(state: number, time: number, calls: number[], stack: number[]): void {
    this.order[state] = this.low[state] = time;
    this.open[state] = 1;
    this.nextEdge[state] = this.edges.first(state);
    calls.push(state);
    stack.push(state);
  }

  /** Takes the component that began with `root` from the stack. */
  private close(root: number, stack: number[], found: number[][]): void {
    const component: number[] = [];
    let state: number;
    do {
      state = stack.pop()!;
      this.open[state] = 0;
      component.push(state);
    } while (state !== root);
    if (component.length > 1 || this.hasEdgeToItself(root)) found.push(component);
  }

  private hasEdgeToItself(state: number): boolean {
    for (let edge = this.edges.first(state); edge < this.edges.first(state + 1); edge++) if (this.edges.target(edge) === state) return true;
    return false;
  }
}
