/**
 * The types of a finished mechanism, for what lies beside it: a view is typed by its model. Of an unknown mechanism they are wide: any state,
 * any sentence.
 */
import type { Erased } from './erased.ts';
import type { Mechanism } from './model.ts';
import type { PerId, Queue, Table } from './schema.ts';
import type { Plain } from './value.ts';

/** Its state as plain data: a table or a queue is an array, an id the index of its row. `StateOf<typeof model>['slots'][number]` is a row. */
export type StateOf<M> = 0 extends 1 & M
  ? Erased
  : M extends Mechanism<Erased, Erased, Erased, Erased, Erased, infer All>
    ? PlainFields<All>
    : never;

type PlainFields<All> = 0 extends 1 & All ? Erased : { readonly [N in keyof All]: PlainField<All[N]> };
type PlainField<K> =
  K extends Table<string, infer Fields, boolean>
    ? readonly PlainFields<Fields>[]
    : K extends Queue<infer Of> | PerId<string, infer Of>
      ? readonly Plain<Of>[]
      : Plain<K>;

/** Its parameters as numbers, its faults as switches. */
export type ConfigOf<M> = 0 extends 1 & M ? Erased : M extends Mechanism<infer C, Erased, Erased, Erased, Erased, Erased> ? C : never;
/** The kinds of its rows. */
export type KindOf<M> = 0 extends 1 & M
  ? string
  : M extends Mechanism<Erased, Erased, Erased, Erased, Erased, infer All>
    ? { [N in keyof All]: All[N] extends Table<infer Kind, Erased, Erased> ? Kind : never }[keyof All]
    : never;
/** The names of its actions. */
export type ActionOf<M> = 0 extends 1 & M
  ? string
  : M extends Mechanism<Erased, infer A, Erased, Erased, Erased, Erased>
    ? keyof A & string
    : never;
/** The sentences of its `always` properties. */
export type InvariantOf<M> = 0 extends 1 & M
  ? string
  : M extends Mechanism<Erased, Erased, infer Rule, Erased, Erased, Erased>
    ? Rule
    : never;
/** The sentences of its `always` and `eventually` properties: what can be broken. */
export type RuleOf<M> = 0 extends 1 & M
  ? string
  : M extends Mechanism<Erased, Erased, infer Rule, Erased, infer Promised, Erased>
    ? Rule | Promised
    : never;
