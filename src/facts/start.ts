/**
 * How one begins with a system, as steps in their order: for each the one command to type, with real values in place of what stands for something
 * of the reader's, its variants, and apart from them what is of another time.
 */
import type { System } from '../schemas/systems.ts';

export type StartCommand = System['start']['commands'][number];

/** The steps that have commands, in the order in which one takes them. */
export const stepNames = ['get', 'build', 'run', 'test'] as const;
export type StepName = (typeof stepNames)[number];

export interface StartStep {
  readonly does: StepName;
  /** What to type; undefined where nothing is known of this step. A command whose `run` is null says why there is none. */
  readonly main: StartCommand | undefined;
  /** The others, in the order of the record. */
  readonly variants: readonly StartCommand[];
}

/** Looking inside and building the documentation come after the start. */
const isExtra = ({ does }: StartCommand): boolean => does === 'debug' || does === 'document';

export function startSteps({ commands }: System['start']): readonly StartStep[] {
  return stepNames.map((does): StartStep => {
    const all = commands.filter((it) => it.does === does && !it.older);
    const main =
      all.find((it) => it.main) ??
      all.find((it) => it.run !== null && it.asOf !== 'documented') ??
      all.find((it) => it.run !== null) ??
      all[0];
    return { does, main, variants: all.filter((it) => it !== main) };
  });
}

/** For whoever is further: what shows the inside of a running system, and what makes its documentation. */
export const extras = ({ commands }: System['start']): readonly StartCommand[] => commands.filter((it) => isExtra(it) && !it.older);

export const olderCommands = ({ commands }: System['start']): readonly StartCommand[] => commands.filter((it) => it.older);

/** What to type, with the usual values filled in; undefined where the project names no command. */
export const typed = ({ run, fill = [] }: StartCommand): string | undefined =>
  run === null ? undefined : fill.reduce((text, { is, values }) => text.replaceAll(is, values[0]!), run.trim());

/** Whatever in a command stands for something: `<BOARD>`, `{IDENTIFIER}`. */
export const placeholdersIn = (run: string): readonly string[] => [
  ...new Set(run.match(/<[A-Za-z][^<>\n]*>|(?<!\$)\{[A-Z][A-Z_]*\}/g) ?? []),
];
