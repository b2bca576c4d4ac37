/** What a model is made of: data and small pure functions, typed so that a misspelt name is a compile error. Nothing here runs a model. */
import type { About } from './about.ts';
import type { Erased } from './erased.ts';
import { checkSchema } from './schema-check.ts';
import type { Id, Scalar, Schema, Table } from './schema.ts';
import type { Plain, Row, State, Value } from './value.ts';

/** A number the reader may set; `default` is what is shown and checked. */
export interface Parameter {
  /** What a reader calls it; without one, its name in words. */
  readonly label?: string;
  /** The smallest that can be set: an integer. */
  readonly least: number;
  /** The largest that can be set. */
  readonly most: number;
  /** What is shown and checked until the reader sets another. */
  readonly default: number;
}
/** The parameters of a model, by the names under which clauses and effects read them. */
export type Parameters = { readonly [name: string]: Parameter };

/**
 * A known-wrong variant: a sentence, and a switch that clauses and effects read. With `drops` it is the same mechanism without the clause of
 * that name, in every action that has it. With `times` it is something bad that the world may do at most so often.
 */
export type Fault = string | DroppingFault | CountedFault;

export interface DroppingFault {
  /** What goes wrong, in one sentence. */
  readonly doc: string;
  /** The name of the clause that holds by itself while the fault is on. One that no action has is a compile error. */
  readonly drops: string;
}
export interface CountedFault {
  /** What goes wrong, in one sentence. */
  readonly doc: string;
  /** How often it may happen in one run: the state counts down, and the actions that are the fault spend it. */
  readonly times: number;
}
export type Faults = { readonly [name: string]: Fault };

/** What clauses and effects are told: every parameter as a number, every fault as a switch. */
export type Config<K, F> = { readonly [N in keyof K]: number } & { readonly [N in keyof F]: boolean };

export type ArgKinds = { readonly [name: string]: Scalar };
/** The arguments as clauses and effects see them. */
export type Args<All, A> = { readonly [N in keyof A]: Value<All, A[N]> };
/** The arguments as a scenario writes them. */
export type PlainArgs<A> = { readonly [N in keyof A]: Plain<A[N]> };

/** `{name}` in a sentence must be an argument of the action. */
type Holes<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Holes<Rest> : never;
type Sentence<Text, Name> = [Exclude<Holes<Text>, Name>] extends [never]
  ? Text
  : `{${Exclude<Holes<Text>, Name> & string}} is not an argument`;

type Switch<C> = { [N in keyof C]: C[N] extends boolean ? N : never }[keyof C];

/** An action as a model writes it. */
export interface ActionSpec<All, C, A extends ArgKinds, Clause extends string, Text extends string> {
  /** One sentence, present tense; it serves the log, the picture, the live region and the list. */
  readonly says: Sentence<Text, keyof A & string>;
  /** Its arguments, each with its kind. Every value of them is a candidate of its own, which can happen or is refused. */
  readonly args?: A;
  /** Every clause must hold. The key is what the reader is told when it does not. Pure, and total even when others fail. */
  readonly when?: { readonly [N in Clause]: (args: Args<All, A>, s: State<All>, config: C) => boolean };
  /** The effect: changes the state in place. It reads nothing but what it is given, and keeps nothing. */
  readonly then: (args: Args<All, A>, s: State<All>, config: C) => void;
  /** Happens only while this fault is switched on, and as often as it says. */
  readonly fault?: Switch<C>;
  /** The arguments between which a diagram draws the step. */
  readonly lanes?: readonly (keyof A & string)[];
  /**
   * What a run that goes on for ever owes this action, for `eventually`. Weak: when it can happen without a break, it happens. Strong: when
   * it can happen again and again, it happens. Without it a run may pass it over for ever.
   */
  readonly fair?: 'weak' | 'strong';
  /** The arguments for whose every value it is fair on its own: `['by']` owes it to each task. Without it, it is owed to some. */
  readonly fairFor?: readonly (keyof A & string)[];
  /** The id of the source that describes it. */
  readonly cite?: string;
}

/** The kinds of the tables of a state. */
type KindsIn<All> = { [N in keyof All]: All[N] extends Table<infer Kind, Erased, Erased> ? Kind : never }[keyof All] & string;

interface ErasedLeads {
  readonly of?: Id<string> | undefined;
  readonly once?: (told: Erased, s: Erased, config: Erased) => boolean;
  readonly leadsTo: (told: Erased, s: Erased, config: Erased) => boolean;
}

/** A promise, as `eventually` has them. */
interface Leads<Of, Told, All, C> {
  /** It is promised to every row of this kind, which both clauses see as `it`. */
  readonly of: Of;
  /** From when on it is owed; without it, from the start of the run. */
  readonly once?: (told: Told, s: State<All>, config: C) => boolean;
  /** What must then hold, at once or later. */
  readonly leadsTo: (told: Told, s: State<All>, config: C) => boolean;
}

/**
 * Whenever `once` holds, `leadsTo` holds at once or later, on every fair run: `{ of: task, once: ({ it }) => it.state === 'ready',
 * leadsTo: ({ it }) => it.state === 'running' }`. A run goes on while anything can happen, so one that ends has ended in a state without
 * successors; which of the endless ones are fair is said by `fair` of the actions. Both clauses are pure and total.
 */
export type LeadsTo<All, C> = 0 extends 1 & All
  ? ErasedLeads
  : | (Omit<Leads<undefined, {}, All, C>, 'of'> & { readonly of?: undefined })
    | { [Kind in KindsIn<All>]: Leads<Id<Kind>, { readonly it: Row<Kind, All> }, All, C> }[KindsIn<All>];

// Actions, models and mechanisms are erased below: a list of actions and the registry are where shapes meet. `mechanism` has
// checked each against its own schema before, and a view that wants the exact state imports the mechanism.

/** An action as the engine sees it: nothing is optional, and its types are kept only as far as a scenario needs them. */
export interface Action<A extends ArgKinds = Erased, Clause extends string = string> {
  readonly says: string;
  readonly args: A;
  readonly when: { readonly [N in Clause]: (args: Erased, s: Erased, config: Erased) => boolean };
  readonly then: (args: Erased, s: Erased, config: Erased) => void;
  readonly fault: string | undefined;
  readonly lanes: readonly string[];
  readonly fair: 'weak' | 'strong' | undefined;
  readonly fairFor: readonly string[];
  readonly cite: string | undefined;
}
/** The actions of a model, by their names. */
export type Actions = { readonly [name: string]: Action };

/** One step of a scenario: an action by its name, with plain arguments. */
export type Step<A> = {
  [N in keyof A]: A[N] extends Action<infer Kinds, Erased> ? { readonly [M in N]: PlainArgs<Kinds> } : never;
}[keyof A];
type Clauses<A> = { [N in keyof A]: A[N] extends Action<Erased, infer Clause> ? Clause : never }[keyof A];
/** How a scenario ends: its last step refused by that clause, or a state that breaks that rule, or neither. */
export type Ending<A, Rule> = 'safe' | { readonly refused: Clauses<A> } | { readonly violates: Rule };

/** A run that is told: its steps are tried one after the other. */
export interface Scenario<A, Rule, C> {
  /** What it shows, in one sentence without a full stop. */
  readonly title: string;
  /** What differs from the usual configuration. */
  readonly with?: Partial<C>;
  /** Each is one action by its name, with its arguments as plain data: `{ take: { by: 0 } }`. */
  readonly steps: readonly Step<A>[];
  /** `'safe'`, or the clause that refuses its last step, or the rule that its last state breaks. */
  readonly ends: Ending<A, Rule>;
}

/** What a whole search finds; `depth` is the length of the longest shortest path. */
export interface Expect {
  /** How many states can be reached. */
  readonly states: number;
  /** How many steps lead from one of them to another or to itself. */
  readonly transitions: number;
  /** The steps to the farthest state, on the shortest way there. */
  readonly depth: number;
  /** In how many states nothing can happen that are no ends; without it, there is to be none. */
  readonly deadlocks?: number;
}
/** What a search finds that ends at a counterexample of so many steps. */
export interface ExpectViolation<Rule> {
  /** The rule that is broken. */
  readonly violates: Rule;
  /** The steps of the shortest run to it. */
  readonly steps: number;
}
/** What a search finds that ends at a run on which a promise is never kept. */
export interface ExpectLasso<Promised> {
  /** The promise that is not kept. */
  readonly violates: Promised;
  /** The steps until the run begins to go round. */
  readonly stem: number;
  /** The steps that are repeated for ever; 0 when the run ends. */
  readonly loop: number;
}
/** Which search. */
export interface Searched<C> {
  /** What differs from the usual configuration. */
  readonly with?: Partial<C>;
  /** Whether states that differ in the order of alike rows alone are taken for one. */
  readonly symmetric?: boolean;
}
/** One search and its exact result. A symmetric search leaves `eventually` out. */
export type Expected<C, Rule, Promised> = Searched<C> & (Expect | ExpectViolation<Rule> | ExpectLasso<Promised>);

/** A model as its file writes it. */
export interface Model<
  All extends Schema = Erased,
  C = Erased,
  A extends Actions = Erased,
  Rule extends string = Erased,
  Goal extends string = Erased,
  Promised extends string = Erased,
> {
  /** The folder and the file: `themelios/capability-space`. */
  readonly id: string;
  /** What it is called. */
  readonly title: string;
  /** What a page says beside it. Whatever is shown has one. */
  readonly about?: About;
  /** What can happen, each by the name that scenarios use. */
  readonly actions: A;
  /** What holds in every reachable state, each by a sentence: a pure function of the state and the configuration. */
  readonly always: { readonly [N in Rule]: (s: State<All>, config: C) => boolean };
  /** What holds in some reachable state: without it, `always` might be true of nothing. */
  readonly sometimes: { readonly [N in Goal]: (s: State<All>, config: C) => boolean };
  /** What must come about on every fair run. Not checked together with symmetry. */
  readonly eventually?: { readonly [N in Promised]: LeadsTo<All, C> };
  /** A state where nothing more can happen is a deadlock unless this says it is an end. */
  readonly final?: (s: State<All>, config: C) => boolean;
}

/** A finished model together with what it was declared on. Its types are kept as far as its runs and its view need them (types-of.ts). */
export interface Mechanism<
  C = Erased,
  A extends Actions = Erased,
  Rule extends string = Erased,
  Goal extends string = Erased,
  Promised extends string = Erased,
  All extends Schema = Erased,
> {
  readonly parameters: Parameters;
  readonly faults: Faults;
  readonly state: (config: Erased) => All;
  readonly start: (s: Erased, config: Erased) => void;
  readonly model: Model<Erased, C, A, Rule, Goal, Promised>;
}

/** What is told and expected of a model, in a file beside it. */
export interface Runs<C = Erased, A = Erased, Rule = Erased, Promised = Erased> {
  /** Runs that are told, by their names. */
  readonly scenarios: { readonly [name: string]: Scenario<A, Rule, C> };
  /** The exact results of its searches, which are the regression test. */
  readonly expect: readonly Expected<C, Rule, Promised>[];
}
/** A mechanism with its runs: what a page, a command and a test load. */
export type MechanismWithRuns = Mechanism & Runs & { readonly about: About };

/** The clauses that faults drop; one that no action has is named in an error of the compiler. */
type Dropped<F> = { [N in keyof F]: F[N] extends { readonly drops: infer Clause extends string } ? Clause : never }[keyof F];
type DropsClauses<F, A> = [Exclude<Dropped<F>, Clauses<A>>] extends [never]
  ? unknown
  : { readonly actions: `no action has the clause '${Exclude<Dropped<F>, Clauses<A>>}'` };

/** What `mechanism` returns: the two functions that complete a model on its state. */
export interface Declared<All extends Schema, C, F = {}> {
  /** Makes an action on this state. A name in it that the state or the configuration does not have is a compile error. */
  action<const A extends ArgKinds = {}, Clause extends string = never, const Text extends string = string>(
    spec: ActionSpec<All, C, A, Clause, Text>,
  ): Action<A, Clause>;
  /** Completes the model. It is exported, and what runs: nothing of it runs by itself. */
  model<A extends Actions, Rule extends string, Goal extends string, Promised extends string = never>(
    model: Model<All, C, A, Rule, Goal, Promised> & DropsClauses<F, A>,
  ): Mechanism<C, A, Rule, Goal, Promised, All>;
}

/** The type of a row, for helper functions: `type Slot = RowIn<typeof space, 'slot'>`. */
export type RowIn<D, Kind extends string> = D extends Declared<infer All, Erased, Erased> ? Row<Kind, All> : never;
/** The type of the state, for functions that take all of it: `type Space = StateIn<typeof space>`. */
export type StateIn<D> = D extends Declared<infer All, Erased, Erased> ? State<All> : never;
/** The type of the configuration, for functions that take it: `type Config = ConfigIn<typeof space>`. */
export type ConfigIn<D> = D extends Declared<Schema, infer C, Erased> ? C : never;

/**
 * Declares the parameters, the faults and the state; actions and the model are then made on it, fully typed. Throws a SchemaError, which names
 * the field, for a state that cannot be one.
 */
export function mechanism<const K extends Parameters, All extends Schema, const F extends Faults = {}>(declared: {
  /** The numbers that the reader may set; `{}` for none. */
  readonly parameters: K;
  /** The wrong variants that the reader may switch on. */
  readonly faults?: F;
  /** Of which fields the state is made, with these settings. */
  readonly state: (config: Config<K, F>) => All;
  /** Makes the first state from one that is all zero. */
  readonly start?: (s: State<All>, config: Config<K, F>) => void;
}): Declared<All, Config<K, F>, F> {
  const { parameters, state, faults = {}, start = () => {} } = declared;
  checkSchema(state(defaultsOf(parameters, faults) as Config<K, F>));
  return {
    action: ({ says, args, when, then, fault, lanes = [], fair, fairFor = [], cite }) => ({
      says,
      args: args ?? ({} as NonNullable<typeof args>), // no `args` means that A is {}
      when: when ?? ({} as NonNullable<typeof when>), // no `when` means that Clause is never
      then,
      fault: fault as string | undefined,
      lanes,
      fair,
      fairFor,
      cite,
    }),
    model: (model) => ({ parameters, faults, state, start, model: model as Model }), // erased, see above
  };
}

const defaultsOf = (parameters: Parameters, faults: Faults): object => ({
  ...Object.fromEntries(Object.entries(parameters).map(([name, parameter]) => [name, parameter.default])),
  ...Object.fromEntries(Object.keys(faults).map((name) => [name, false])),
});

/** Adds its runs to a mechanism; a name that it does not have is a compile error, as in its own file. Throws when the model lacks `about`. */
export const withRuns = <C, A extends Actions, Rule extends string, Goal extends string, Promised extends string>(
  of: Mechanism<C, A, Rule, Goal, Promised>,
  runs: Runs<NoInfer<C>, NoInfer<A>, NoInfer<Rule>, NoInfer<Promised>>,
): MechanismWithRuns => {
  const { about, id } = of.model;
  if (!about) throw new Error(`${id}: a model with runs says what it is about: question, group, basis, standsFor, shows, leavesOut.`);
  return { ...of, ...runs, about };
};

/**
 * Scenarios in the file of the model itself, for a model that no page shows: `export const scenarios = scenariosOf(model, { … })`. A name that
 * the model does not have is a compile error. Returns them as they are.
 */
export const scenariosOf = <C, A extends Actions, Rule extends string, Goal extends string, Promised extends string>(
  _of: Mechanism<C, A, Rule, Goal, Promised>,
  scenarios: Runs<NoInfer<C>, NoInfer<A>, NoInfer<Rule>, NoInfer<Promised>>['scenarios'],
): Runs['scenarios'] => scenarios;
