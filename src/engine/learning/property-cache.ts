/** Tells which properties hold in the working state. The first time that a case occurs, the property is asked and watched (decisions.ts). */
import { DecisionTrees } from './decision-tree.ts';
import type { Machine, Property } from '../run/machine.ts';

/** Answers of a tree. */
const HOLDS = -1;
const BROKEN = -2;

export class PropertyCache {
  private readonly m: Machine;
  private readonly decisions: DecisionTrees;
  private readonly properties: readonly Property[];

  constructor(m: Machine, properties: readonly Property[]) {
    this.m = m;
    this.properties = properties;
    this.decisions = new DecisionTrees(m.words, properties.length);
  }

  /** To be called for each state that is asked about. */
  begin(): void {
    this.decisions.turn++;
  }

  /** Whether the nth property holds. */
  holds(nth: number): boolean {
    return (this.decisions.find(nth) || this.ask(nth)) === HOLDS;
  }

  /** Bytes reserved. */
  get bytes(): number {
    return this.decisions.bytes;
  }

  private ask(nth: number): number {
    const { state, config, words, watched } = this.m;
    const { holds } = this.properties[nth]!;
    if (!this.decisions.isWorthwhile(nth)) return holds(state, config) ? HOLDS : BROKEN;
    const { watch, state: twin } = watched();
    watch.begin();
    const answer = holds(twin, config) ? HOLDS : BROKEN;
    this.decisions.learn(nth, watch, words, answer);
    return answer;
  }
}
