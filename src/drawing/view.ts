/** What a picture of a mechanism is: a pure function from a state to markup, used by the build and by the browser. */
import type { FunctionComponent } from 'preact';
import type { PlainState } from '../engine/checker.ts';

/** The parameters as numbers, the faults as switches. */
export type Settings = Readonly<Record<string, number | boolean>>;

export interface PictureProps {
  readonly now: PlainState;
  /** The state one step earlier; undefined at the start and where a jump makes comparing meaningless. */
  readonly before: PlainState | undefined;
  /** The `always` sentences that do not hold now. */
  readonly broken: readonly string[];
  readonly caption: string;
  /** How large the mechanism is and what is broken on purpose: a bound is drawn as such. */
  readonly config: Settings;
  /** How many steps were taken; for a picture that shows time, such as the hand of a dial. */
  readonly step?: number;
}

export interface View {
  readonly Picture: FunctionComponent<PictureProps>;
  /** Which part of the state breaks a sentence, in words; undefined when the view cannot tell. */
  readonly explain: (rule: string, now: PlainState, config: Settings) => string | undefined;
}
