/** Every step that can be taken from the working state, from what has been learnt of the machine. */
import type { Machine } from '../run/machine.ts';
import { wavered } from '../run/purity.ts';
import { copyWords } from '../state/words.ts';
import { UNKNOWN, USUAL_LIMITS, type LearningLimits } from './decision-tree.ts';
import { firstOf, Narrowing } from './narrowing.ts';
import { isSpotCheck } from './spot-check.ts';
import { PlainSteps, type StepSource, type Visit } from './steps.ts';
import { TransitionCache } from './transition-cache.ts';

/** A turn that no search comes to; a small integer, as all turns are. */
const NEVER = 2 ** 30;

export class LearntSteps implements StepSource {
  readonly cache: TransitionCache;
  private readonly m: Machine;
  private readonly plain: PlainSteps;
  /** The state in which the steps begin. */
  private readonly from: Int32Array;
  /** The turns in which candidates are narrowed that are still to come, and the next of them. */
  private readonly turns: number[];
  private nextNarrowing: number;
  private readonly narrowing: Narrowing;
  /** How many states it was asked about, and how many candidates have been looked up in them. */
  private turn = 0;
  private looked = 0;
  /** How many are looked up in a state while nothing is ruled out: what narrowing is weighed against, each time. */
  private lookedInAll: number | undefined;

  /** With `limits` it learns on its own; without, what is learnt stays with the machine. */
  constructor(m: Machine, limits?: LearningLimits) {
    this.m = m;
    this.cache = limits ? new TransitionCache(m, limits) : TransitionCache.of(m);
    this.plain = new PlainSteps(m);
    this.from = new Int32Array(m.words.length);
    this.turns = [...(limits ?? USUAL_LIMITS).narrowing];
    this.nextNarrowing = this.turns.shift() ?? NEVER;
    this.narrowing = new Narrowing(m.words, this.cache.decisions, this.cache.ends);
  }

  each(fired: Float64Array, visit: Visit, cameBy?: number): number {
    const { cache } = this;
    copyWords(this.m.words, this.from);
    cache.begin();
    if (++this.turn >= this.nextNarrowing) this.narrowAnew();
    if (isSpotCheck(cache.decisions.turn)) this.compare();
    return this.take(fired, visit, cameBy);
  }

  /** Visits the state after each step but those that commute with `cameBy`; `from` is the state before. */
  private take(fired: Float64Array, visit: Visit, cameBy?: number): number {
    const { from, cache, narrowing } = this;
    const { words } = this.m;
    const { actionOf, commuting } = cache;
    const { sets } = commuting;
    const passed = commuting.setOf(cameBy);
    narrowing.begin();
    const { left, effects } = narrowing;
    let total = 0;
    let looked = 0;
    for (let part = 0; part < left.length; part++) {
      for (let rest = left[part]!; rest !== 0;) {
        const at = firstOf(part, rest);
        const effect = effects[at]!;
        const answer = effect === UNKNOWN ? cache.answer(at) : effect;
        looked++;
        rest &= rest - 1;
        if (!cache.isRefusal(answer)) {
          if (((sets[passed + part]! >>> (at & 31)) & 1) === 0) {
            cache.follow(answer);
            visit(at);
            copyWords(from, words);
          }
          fired[actionOf[at]!]!++;
          total++;
        } else if (answer < -1) {
          const open = at - answer;
          if (open >> 5 !== part) {
            part = open >> 5;
            rest = left[part] ?? 0;
          }
          rest &= -1 << (open & 31);
        }
      }
    }
    this.looked += looked;
    return total;
  }

  private narrowAnew(): void {
    this.nextNarrowing = this.turns.shift() ?? NEVER;
    this.narrowing.renew((this.lookedInAll ??= this.looked / this.turn));
    this.cache.renewCommuting();
  }

  /** Asks the model again about every candidate. What is kept outside the state may have changed since a case was learnt. */
  private compare(): void {
    const { words, actions } = this.m;
    const steps = new Map<number, string>();
    this.take(new Float64Array(actions.length), (instance) => void steps.set(instance, words.join()));
    const differing = new Set(steps.keys());
    this.plain.each(new Float64Array(actions.length), (instance) => {
      if (steps.get(instance) === words.join()) differing.delete(instance);
      else differing.add(instance);
    });
    for (const instance of differing) throw wavered(this.plain.question.named(instance));
  }

  get bytes(): number {
    return this.cache.bytes + this.narrowing.bytes;
  }
}
