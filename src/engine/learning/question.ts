/**
 * Asks the model's own code about one candidate: what refuses it, or what state it leads to. `twice` asks on the instrumented copy, which
 * notes what is read, and then on the working rows; the two must agree. So a row that is kept outside the state is found out, and chance, too.
 * Leaves the working state as it was.
 */
import { aim, type CompiledAction } from '../run/assemble.ts';
import type { Machine } from '../run/machine.ts';
import { assigned, wavered } from '../run/purity.ts';
import { aimAt, sentence } from '../run/step.ts';
import type { AccessLog } from '../state/access-log.ts';
import { copyWords, isSame } from '../state/words.ts';

/** No clause refused. */
export const NOWHERE = -2;

export class Question {
  /** The state after the candidate, when no clause refused it. */
  readonly after: Int32Array;
  /** The state in which it was asked. */
  readonly from: Int32Array;
  /** The deepest argument that any clause read which was asked, the refusing one included; -1 for none. */
  deepest = -1;
  private readonly m: Machine;
  private readonly first: Int32Array;

  constructor(m: Machine) {
    this.m = m;
    this.after = new Int32Array(m.words.length);
    this.from = new Int32Array(m.words.length);
    this.first = new Int32Array(m.words.length);
  }

  /** The deepest argument that the first clause read that refuses the candidate, -1 for none; or NOWHERE. */
  once(action: CompiledAction, place: number): number {
    const { words, state, config, read } = this.m;
    copyWords(words, this.from);
    aim(action, place);
    const refused = this.refusedAt(action, state, config, read);
    if (!isSame(words, this.from)) throw this.assignedBy(action, place);
    if (refused !== NOWHERE) return refused;
    action.then(action.args, state, config);
    copyWords(words, this.after);
    copyWords(this.from, words);
    return NOWHERE;
  }

  /** The same, asked on the instrumented copy first. What that read and wrote is in the log of the copy. */
  twice(action: CompiledAction, place: number): number {
    const noted = this.noted(action, place);
    const refused = this.once(action, place);
    if (noted !== refused || (refused === NOWHERE && !isSame(this.first, this.after))) throw wavered(this.named(action.first + place));
    return refused;
  }

  /** What the instrumented copy read and wrote when it was last asked. */
  get log(): AccessLog {
    return this.m.watched().watch;
  }

  /** How a message calls an instance. */
  named(instance: number): string {
    const action = aimAt(this.m, instance);
    return `The action '${action.name}' of ${this.m.mechanism.model.id} ("${sentence(action)}")`;
  }

  /** As `once`, on the copy; UNLIKE when its code throws there, which it may do where a row comes from outside. */
  private noted(action: CompiledAction, place: number): number {
    const { words, config, actions: own } = this.m;
    const { watch, state, actions, read } = this.m.watched();
    const copy = actions[own.indexOf(action)]!;
    copyWords(words, this.from);
    aim(copy, place);
    watch.begin();
    let refused = UNLIKE;
    let assigns = false;
    try {
      refused = this.refusedAt(copy, state, config, read);
      assigns = watch.hasWritten;
      if (refused === NOWHERE && !assigns) copy.then(copy.args, state, config);
      copyWords(words, this.first);
    } catch {
      refused = UNLIKE;
    }
    copyWords(this.from, words);
    if (assigns) throw this.assignedBy(action, place);
    return refused;
  }

  private refusedAt({ guards, args }: CompiledAction, state: unknown, config: unknown, read: Int32Array): number {
    this.deepest = -1;
    for (let clause = 0; clause < guards.length; clause++) {
      read[0] = -1;
      const holds = guards[clause]!(args, state, config);
      if (read[0]! > this.deepest) this.deepest = read[0]!;
      if (!holds) return read[0]!;
    }
    return NOWHERE;
  }

  /** Finds the clause that assigns by asking each alone. */
  private assignedBy(action: CompiledAction, place: number): Error {
    const { words, config, actions: own } = this.m;
    const { watch, state, actions } = this.m.watched();
    const copy = actions[own.indexOf(action)]!;
    aim(copy, place);
    const clause = copy.guards.findIndex((holds) => {
      copyWords(this.from, words);
      watch.begin();
      holds(copy.args, state, config);
      return watch.hasWritten;
    });
    copyWords(this.from, words);
    return assigned(`${this.named(action.first + place)}: the clause '${action.sentences[clause] ?? ''}'`);
  }
}

/** The copy threw. If the working rows throw too, it is an error of the model; otherwise the two differ. */
const UNLIKE = -3;
