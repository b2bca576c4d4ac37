/**
 * Takes candidates from the working state. The first time that a case occurs, clauses and effect are asked and what they read is noted; later
 * the case is recognised and its effect is a few masks (decision-tree.ts). A refusal that depended on the first arguments only closes every
 * candidate that agrees in them: all those are skipped.
 * Leaves out the order in which actions are tried: learnt-steps.ts tries all, walk.ts at random.
 */
import type { CompiledAction } from '../run/assemble.ts';
import type { Machine } from '../run/machine.ts';
import { wavered } from '../run/purity.ts';
import { FOR_LEARNING, reserve } from '../state/reserve.ts';
import { copyWords } from '../state/words.ts';
import { Commuting, type Footprint } from './commuting.ts';
import { DecisionTrees, UNKNOWN, type LearningLimits } from './decision-tree.ts';
import { NOWHERE, Question } from './question.ts';

/** An effect: how many words it changes, and for each the word, the bits that stay and the bits that are set. */
const CHANGE = 3;
/** A refusal is kept for at most so many candidates. */
const MOST_SHARED = 32;

export class TransitionCache {
  /** A tree for each instance. Their answers: minus the number of candidates that a refusal closes; `asked`; or, below, an effect. */
  readonly decisions: DecisionTrees;
  /** The number of each instance's action. */
  readonly actionOf: Int32Array;
  /** For each instance the end of its action. */
  readonly ends: Int32Array;
  /** Which instances commute, by what is known. */
  readonly commuting: Commuting;
  private readonly m: Machine;
  private readonly question: Question;
  /** The answer of a candidate that can be taken and was not learnt: the state after it is in `question`. */
  private readonly asked: number;
  private effects = new Int32Array(1 << 8);
  private end = 0;
  private readonly places = new Map<string, number>();

  /** With limits of its own for a test; otherwise `of` is what one wants. */
  constructor(m: Machine, limits?: LearningLimits) {
    this.m = m;
    this.decisions = new DecisionTrees(m.words, m.instances, limits);
    this.question = new Question(m);
    this.commuting = new Commuting(m.instances, m.words.length);
    this.asked = -1 - m.instances;
    this.actionOf = Int32Array.from(m.actions.flatMap(({ count }, nth) => Array.from({ length: count }, () => nth)));
    this.ends = this.actionOf.map((nth) => m.actions[nth]!.first + m.actions[nth]!.count);
  }

  /** What is learnt of a machine is kept as long as the machine. */
  static of(m: Machine): TransitionCache {
    const cache = known.get(m) ?? new TransitionCache(m);
    known.set(m, cache);
    return cache;
  }

  /** After an effect or a clause has thrown. */
  static forget(m: Machine): void {
    known.delete(m);
  }

  /** To be called for each state whose candidates are tried. */
  begin(): void {
    this.decisions.turn++;
  }

  /** Takes the first candidate of an action, from this instance on, that can be taken: the working state is then the one after it. Its instance, or one beyond the action's last. */
  take(action: CompiledAction, instance: number): number {
    const end = action.first + action.count;
    let at = instance;
    while (at < end) {
      const closed = this.attempt(at);
      if (closed === 0) return at;
      at += closed;
    }
    return end;
  }

  /** Takes a candidate if it can be taken: 0, and the working state is the one after it. Otherwise how many, from it on, its refusal closes. */
  attempt(instance: number): number {
    const answer = this.answer(instance);
    if (this.isRefusal(answer)) return -answer;
    this.follow(answer);
    return 0;
  }

  /** What is known of a candidate in the working state, which may have to be asked for: a refusal, or what `follow` does. */
  answer(instance: number): number {
    const known = this.decisions.find(instance);
    return known === UNKNOWN ? this.askFor(instance) : known;
  }

  /** Whether an answer says that the candidate cannot be taken. It is then minus the number of those that the refusal closes. */
  isRefusal(answer: number): boolean {
    return answer > this.asked;
  }

  /** Takes the candidate that gave the last answer, or any that surely has this one. */
  follow(answer: number): void {
    if (answer < this.asked) this.apply(answer);
    else copyWords(this.question.after, this.m.words);
  }

  /** Asks the trees anew which instances commute. */
  renewCommuting(): void {
    this.commuting.renew((instance) => this.footprint(instance));
  }

  /** Bytes reserved. */
  get bytes(): number {
    return this.decisions.bytes + this.effects.byteLength + this.commuting.bytes;
  }

  /** Changes the working state as an effect says. */
  private apply(answer: number): void {
    const { effects } = this;
    const { words } = this.m;
    const effect = this.asked - 1 - answer;
    for (let at = effect + 1, end = at + effects[effect]! * CHANGE; at < end; at += CHANGE) {
      const word = effects[at]!;
      words[word] = (words[word]! & effects[at + 1]!) | effects[at + 2]!;
    }
  }

  /** What the tree of an instance says that it reads and writes on the ways on which it can be taken, if there are any. */
  private footprint(instance: number): Footprint | undefined {
    const { effects, asked } = this;
    const ways = this.decisions.paths(instance).filter(({ answer }) => answer < asked);
    if (ways.length === 0) return undefined;
    const written = new Int32Array(this.m.words.length);
    const touched = new Int32Array(this.m.words.length);
    for (const { looked, answer } of ways) {
      looked.forEach((bits, word) => (touched[word]! |= bits));
      const effect = asked - 1 - answer;
      for (let nth = 0, at = effect + 1; nth < effects[effect]!; nth++, at += CHANGE) written[effects[at]!]! |= ~effects[at + 1]!;
    }
    written.forEach((bits, word) => (touched[word]! |= bits));
    return { touched, written };
  }

  private askFor(instance: number): number {
    const action = this.m.actions[this.actionOf[instance]!]!;
    return this.ask(action, instance - action.first);
  }

  /** The answer for a candidate that no tree knows; kept when that pays. Leaves the working state as it was. */
  private ask(action: CompiledAction, place: number): number {
    const { decisions, question } = this;
    const tree = action.first + place;
    if (!decisions.isWorthwhile(tree)) {
      const refused = question.once(action, place);
      if (refused !== NOWHERE) return -closedBy(action, place, refused);
      this.commuting.goesNewWay(tree, false);
      return this.asked;
    }
    const refused = question.twice(action, place);
    const answer = refused === NOWHERE ? this.asked - 1 - this.keep(question.log.written) : -closedBy(action, place, refused);
    if (!decisions.learn(tree, question.log, question.from, answer)) throw wavered(question.named(tree));
    if (refused === NOWHERE) this.commuting.goesNewWay(tree, true);
    else if (question.deepest <= refused) this.share(tree, answer);
    return answer;
  }

  /**
   * Keeps a refusal for the candidates that it closes, too: they agree in all that was read. They would never be asked in such a state, and
   * without it nobody could tell that a byte of another row alone does not let them through (narrowing.ts).
   */
  private share(tree: number, answer: number): void {
    const { decisions, question } = this;
    const most = Math.min(-answer, MOST_SHARED);
    for (let after = 1; after < most; after++) {
      const other = tree + after;
      if (decisions.isWorthwhile(other) && !decisions.learn(other, question.log, question.from, answer + after))
        throw wavered(question.named(other));
    }
  }

  /** The place among the effects of the one that wrote these bits: the same for all that do the same. */
  private keep(written: Int32Array): number {
    const { after } = this.question;
    const changes: number[] = [];
    for (let word = 0; word < written.length; word++) {
      const bits = written[word]!;
      if (bits !== 0) changes.push(word, ~bits, after[word]! & bits);
    }
    const name = changes.join();
    const effect = this.places.get(name) ?? this.append(changes);
    this.places.set(name, effect);
    return effect;
  }

  private append(changes: readonly number[]): number {
    const effect = this.end;
    this.end += 1 + changes.length;
    if (this.end > this.effects.length) {
      const wider = reserve(Math.max(this.effects.length * 2, this.end), FOR_LEARNING);
      wider.set(this.effects);
      this.effects = wider;
    }
    this.effects[effect] = changes.length / CHANGE;
    this.effects.set(changes, effect + 1);
    return effect;
  }
}

const known = new WeakMap<Machine, TransitionCache>();

/** How many candidates from this one on agree with it in the parameters down to this depth. */
function closedBy({ params, count }: CompiledAction, place: number, depth: number): number {
  const stride = depth < 0 ? count : params[depth]!.stride;
  return stride - (place % stride);
}
