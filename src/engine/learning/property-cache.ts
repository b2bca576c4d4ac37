/**
 * Tells which properties hold in the working state. The first time that a case occurs, the property is asked twice, on the instrumented copy
 * and on the working rows; later the case is recognised (decision-tree.ts).
 */
import type { Machine, Property } from '../run/machine.ts';
import { assigned, wavered } from '../run/purity.ts';
import { copyWords, isSame } from '../state/words.ts';
import { DecisionTrees, UNKNOWN, type LearningLimits } from './decision-tree.ts';
import { isSpotCheck } from './spot-check.ts';

/** Answers of a tree. */
const HOLDS = -1;
const BROKEN = -2;

export class PropertyCache {
  readonly decisions: DecisionTrees;
  private readonly m: Machine;
  private readonly properties: readonly Property[];
  private readonly from: Int32Array;
  /** Whether what is known is asked again in this state. */
  private isChecked = false;

  constructor(m: Machine, properties: readonly Property[], limits?: LearningLimits) {
    this.m = m;
    this.properties = properties;
    this.decisions = new DecisionTrees(m.words, properties.length, limits);
    this.from = new Int32Array(m.words.length);
  }

  /** To be called for each state that is asked about. */
  begin(): void {
    this.isChecked = isSpotCheck(++this.decisions.turn);
  }

  /** Whether the nth property holds. Throws when it is not pure. */
  holds(nth: number): boolean {
    const known = this.decisions.find(nth);
    if (known !== UNKNOWN && this.isChecked) this.compare(nth, known);
    return (known || this.ask(nth)) === HOLDS;
  }

  /** Bytes reserved. */
  get bytes(): number {
    return this.decisions.bytes;
  }

  private compare(nth: number, known: number): void {
    copyWords(this.m.words, this.from);
    if (this.noted(nth) !== known || this.plainly(nth) !== known) throw wavered(this.named(nth));
  }

  private ask(nth: number): number {
    copyWords(this.m.words, this.from);
    if (!this.decisions.isWorthwhile(nth)) return this.plainly(nth);
    const { watch } = this.m.watched();
    const noted = this.noted(nth);
    const answer = this.plainly(nth);
    if (noted !== answer || !this.decisions.learn(nth, watch, this.from, answer)) throw wavered(this.named(nth));
    return answer;
  }

  private plainly(nth: number): number {
    const { state, config, words } = this.m;
    const answer = this.properties[nth]!.holds(state, config) ? HOLDS : BROKEN;
    if (!isSame(words, this.from)) throw assigned(this.named(nth));
    return answer;
  }

  /** The answer on the instrumented copy; 0 when its code throws there, which it may do where a row comes from outside. */
  private noted(nth: number): number {
    const { config, words } = this.m;
    const { watch, state } = this.m.watched();
    watch.begin();
    let answer = 0;
    try {
      answer = this.properties[nth]!.holds(state, config) ? HOLDS : BROKEN;
    } catch {
      answer = 0;
    }
    copyWords(this.from, words);
    if (watch.hasWritten) throw assigned(this.named(nth));
    return answer;
  }

  private readonly named = (nth: number): string => `The property '${this.properties[nth]!.name}' of ${this.m.mechanism.model.id}`;
}
