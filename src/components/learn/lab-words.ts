/** What a kind of lab is called, and what its reader does. */
import type { LabKind } from '../../schemas/labs.ts';

export const kindWords: Readonly<Record<LabKind, string>> = {
  reach: 'reach a state',
  predict: 'predict a step',
  find: 'find the fault',
  write: 'write a part',
  mend: 'mend a part',
  log: 'read a log',
};

/** How one answers, before anything is said of the answer itself. */
export const howTo: Readonly<Record<LabKind, string>> = {
  reach: 'Your run in the simulation above is the answer. Take its actions one by one; Back takes a step back.',
  predict: 'Choose before you look: the simulation above stands just before the step, and goes on when you have answered.',
  find: 'One of these is on in the simulation above. Play until you know which.',
  write: 'The rest of the model stands as it is. Write the part that is missing, with its types, and let it be checked.',
  mend: 'The rest of the model stands as it is. Correct the framed part, and let it be checked.',
  log: 'Hold the lines of the log against the simulation above.',
};

/** How an answer is asked for: by the run in the player, by choices, or by code. */
export type Form =
  { readonly is: 'run'; readonly within: number } | { readonly is: 'choices'; readonly groups: readonly Group[] } | { readonly is: 'code' };

export interface Group {
  readonly ask: string;
  readonly options: readonly Option[];
  /** Each option is a line of a log, with its number. */
  readonly isLog?: boolean;
}

export interface Option {
  /** What the grader takes: JSON, so that it is the same in a page and in a draft. */
  readonly value: string;
  readonly says: string;
  readonly isCode?: boolean;
}
