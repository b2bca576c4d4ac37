/** Every step that can be taken from the working state, from what has been learnt of the machine. */
import type { Machine } from '../run/machine.ts';
import { wavered } from '../run/purity.ts';
import { copyWords } from '../state/words.ts';
import type { LearningLimits } from './decision-tree.ts';
import { isSpotCheck } from './spot-check.ts';
import { PlainSteps, type StepSource, type Visit } from './steps.ts';
import { TransitionCache } from './transition-cache.ts';

export class LearntSteps implements StepSource {
  readonly cache: TransitionCache;
  private readonly m: Machine;
  private readonly plain: PlainSteps;
  /** The state in which the steps begin. */
  private readonly from: Int32Array;

  /** With `limits` it learns on its own; without, what is learnt stays with the machine. */
  constructor(m: Machine, limits?: LearningLimits) {
    this.m = m;
    this.cache = limits ? new TransitionCache(m, limits) : TransitionCache.of(m);
    this.plain = new PlainSteps(m);
    this.from = new Int32Array(m.words.length);
  }

  each(fired: Float64Array, visit: Visit): number {
    const { from, cache } = this;
    const { words, actions } = this.m;
    copyWords(words, from);
    cache.begin();
    if (isSpotCheck(cache.decisions.turn)) this.compare();
    let total = 0;
    for (let nth = 0; nth < actions.length; nth++) {
      const action = actions[nth]!;
      const end = action.first + action.count;
      let found = 0;
      for (let at = cache.take(action, action.first); at < end; at = cache.take(action, at + 1)) {
        visit(at);
        copyWords(from, words);
        found++;
      }
      fired[nth]! += found;
      total += found;
    }
    return total;
  }

  /** Asks the model again about every candidate. What is kept outside the state may have changed since a case was learnt. */
  private compare(): void {
    const { from, cache } = this;
    const { words, actions } = this.m;
    const steps = new Map<number, string>();
    for (const action of actions) {
      const end = action.first + action.count;
      for (let at = cache.take(action, action.first); at < end; at = cache.take(action, at + 1)) {
        steps.set(at, words.join());
        copyWords(from, words);
      }
    }
    const differing = new Set(steps.keys());
    this.plain.each(new Float64Array(actions.length), (instance) => {
      if (steps.get(instance) === words.join()) differing.delete(instance);
      else differing.add(instance);
    });
    for (const instance of differing) throw wavered(this.plain.question.named(instance));
  }

  get bytes(): number {
    return this.cache.bytes;
  }
}
