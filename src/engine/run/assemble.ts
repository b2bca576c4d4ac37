/**
 * Ties the actions of a mechanism to a laid-out state: domains of the arguments, the numbering of instances, and the object through which
 * clauses read their arguments. Leaves out configuration (machine.ts).
 */
import { valuesOf } from '../state/codec.ts';
import type { Erased } from '../language/erased.ts';
import { withFaults } from './faults.ts';
import { Layout } from '../state/layout.ts';
import type { Action, Faults, Mechanism } from '../language/model.ts';
import type { Scalar, Schema } from '../language/schema.ts';
import { AccessLog } from '../state/access-log.ts';

/** An argument of a action. */
export interface Argument {
  readonly name: string;
  readonly kind: Scalar;
  /** Every value it can have. */
  readonly domain: readonly unknown[];
  /** How far apart two instances are that differ by one place in `domain`. */
  readonly stride: number;
}

/** An action, ready to be tried. Its candidates are all combinations of arguments, in lexicographic order. */
export interface CompiledAction {
  readonly name: string;
  readonly says: string;
  readonly params: readonly Argument[];
  /** The clauses' sentences and their tests, in the order of the model. */
  readonly sentences: readonly string[];
  readonly guards: readonly Action['when'][string][];
  readonly then: Action['then'];
  /** Which candidate `args` shows now: one place in its domain for each parameter; one cell that means nothing when there is none. */
  readonly cursor: Int32Array;
  readonly args: object;
  /** Its instances are numbered `first` to `first + count - 1`; the numbering is what logs and links store. */
  readonly first: number;
  readonly count: number;
}

/** What depends on the mechanism and the shape of its state alone. */
export interface Assembly {
  readonly schema: Schema;
  readonly layout: Layout;
  /** The working state, packed; `state` reads and writes it in place. */
  readonly words: Int32Array;
  readonly state: Erased;
  readonly actions: readonly CompiledAction[];
  /** How many candidates all actions have together. */
  readonly instances: number;
  /** One cell: the deepest parameter read since it was last set to -1, which is what a refusal depended on. */
  readonly read: Int32Array;
  /** Made when it is first asked for. */
  readonly watched: () => Watched;
}

/** The same actions over the same words, whose reads and writes are noted. */
export interface Watched {
  readonly watch: AccessLog;
  readonly state: Erased;
  readonly actions: readonly CompiledAction[];
  readonly read: Int32Array;
}

/** Throws when the schema or an action is beyond what the engine can hold. */
export function assemble(mechanism: Mechanism, schema: Schema): Assembly {
  const layout = new Layout(schema);
  const read = new Int32Array(1);
  const actions = actionsOf(mechanism, layout, read);
  const instances = actions.reduce((sum, { count }) => sum + count, 0);
  let made: Watched | undefined;
  const watched = () => (made ??= watchedTwin(mechanism, schema, layout.words));
  return { schema, layout, words: layout.words, state: layout.state, actions, instances, read, watched };
}

/** Points the arguments of a action at its candidate of that place. */
export function aim({ params, cursor }: CompiledAction, place: number): void {
  let rest = place;
  for (let depth = 0; depth < params.length; depth++) {
    const { stride } = params[depth]!;
    cursor[depth] = (rest / stride) | 0;
    rest %= stride;
  }
}

function watchedTwin(mechanism: Mechanism, schema: Schema, words: Int32Array): Watched {
  const watch = new AccessLog(words.length);
  const layout = new Layout(schema, { words, watch });
  const read = new Int32Array(1);
  return { watch, state: layout.state, actions: actionsOf(mechanism, layout, read), read };
}

function actionsOf({ model, faults }: Mechanism, layout: Layout, read: Int32Array): CompiledAction[] {
  const actions: CompiledAction[] = [];
  let instances = 0;
  for (const [name, written] of Object.entries<Action>(model.actions)) {
    const action = compiled(name, written, faults, layout, read, instances);
    actions.push(action);
    instances += action.count;
  }
  return actions;
}

function compiled(name: string, action: Action, faults: Faults, layout: Layout, read: Int32Array, first: number): CompiledAction {
  const { when, then } = withFaults(action, faults);
  const { params, count } = argumentsOf(action, layout);
  const cursor = new Int32Array(Math.max(1, params.length));
  const args = argsOver(params, cursor, read);
  return {
    name,
    says: action.says,
    params,
    sentences: Object.keys(when),
    guards: Object.values(when),
    then,
    cursor,
    args,
    first,
    count,
  };
}

function argumentsOf(action: Action, layout: Layout): { readonly params: readonly Argument[]; readonly count: number } {
  const params: Argument[] = [];
  let count = 1;
  for (const [name, kind] of Object.entries<Scalar>(action.args).toReversed()) {
    const domain = valuesOf(layout.codec(kind));
    params.unshift({ name, kind, domain, stride: count });
    count *= domain.length;
  }
  return { params, count };
}

/** One object for all candidates of a action: it shows what the cursor points at and notes how deep it was read. V8 inlines getters of a prototype. */
function argsOver(params: readonly Argument[], cursor: Int32Array, read: Int32Array): object {
  const getters = params.map(({ name, domain }, depth) => {
    const get = () => {
      if (read[0]! < depth) read[0] = depth;
      return domain[cursor[depth]!];
    };
    return [name, { enumerable: true, get }] as const;
  });
  return Object.create(Object.defineProperties({}, Object.fromEntries(getters))) as object;
}
