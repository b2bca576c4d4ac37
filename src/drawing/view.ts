/**
 * What a picture of a mechanism is: a pure function from a state to markup, used by the build and by the browser, and the words for what
 * breaks a rule. Both are typed by the model: a field, a kind or a sentence that it does not have is a compile error.
 */
import type { FunctionComponent } from 'preact';
import type { Blame } from '../engine/checker.ts';
import type { ConfigOf, Erased, InvariantOf, KindOf, StateOf } from '../engine/language.ts';

/** The parameters as numbers, the faults as switches. */
export type Settings = Readonly<Record<string, number | boolean>>;

export interface PictureProps<M> {
  readonly now: StateOf<M>;
  /** The state one step earlier; undefined at the start and where a jump makes comparing meaningless. */
  readonly before: StateOf<M> | undefined;
  /** The rules that do not hold now, each with the rows that break it: the engine finds them (broken.ts reads them). */
  readonly broken: readonly Blame<InvariantOf<M>>[];
  readonly caption: string;
  /** How large the mechanism is and what is broken on purpose: a bound is drawn as such. */
  readonly config: ConfigOf<M>;
  /** How many steps were taken; for a picture that shows time, such as the hand of a dial. */
  readonly step?: number;
}

/** A state in which a rule does not hold, as the words for it see it. */
export interface BrokenAt<M> {
  readonly now: StateOf<M>;
  readonly config: ConfigOf<M>;
  /** The rows of a kind that break the rule, in their order; none when the rule names no rows of it. */
  readonly rows: (kind: KindOf<M>) => readonly number[];
}

/** The view of one model. */
export interface View<M> {
  readonly Picture: FunctionComponent<PictureProps<M>>;
  /** For each rule, which part of the state breaks it, in whole sentences. */
  readonly words: { readonly [Rule in InvariantOf<M>]: (at: BrokenAt<M>) => string };
}

/** What a small picture is drawn from: one state of a run, which stands still. */
export type SmallProps<M> = Pick<PictureProps<M>, 'now' | 'config'>;

/** The small picture of one model, for where mechanisms are listed; only the build draws it. */
export type Small<M> = FunctionComponent<SmallProps<M>>;
export type AnySmall = Small<Erased>;

/**
 * A view whose model is not known: what the registry lists and a player draws. The registry pairs each with its own model, so a state that
 * it is given is of that model.
 */
export type AnyView = View<Erased>;
export type AnyPictureProps = PictureProps<Erased>;
