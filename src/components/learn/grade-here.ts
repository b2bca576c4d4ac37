/** Grades in the page what a reader answered, and makes of the verdict what is told and played. Loaded at the first answer. */
import { machine } from '../../engine/checker.ts';
import type { MechanismWithRuns } from '../../engine/language.ts';
import { grade } from '../../labs/grade.ts';
import type { Answer, Ground, Play, Verdict } from '../../labs/verdict.ts';
import type { Lab, LabValue } from '../../schemas/labs.ts';
import { loadMechanism, loadView } from '../../mechanisms/registry.ts';
import { capital, counted, narrate } from '../simulation/narrate.ts';
import { logOfPath, trace } from '../simulation/trace.ts';
import type { Answered } from './answered.ts';
import type { BenchInPage } from './bench-in-page.ts';
import type { CodeHandle } from './CodePart.tsx';
import type { Shown } from './desk.ts';
import { loadLab } from './lab-data.ts';
import { answerIn, sessionAt } from './lab-session.ts';

export interface Graded {
  readonly verdict: Verdict;
  /** What else has to be said. */
  readonly note: string | undefined;
  readonly run: GradedRun | undefined;
}

/** What is played, where it is no text of the reader's. */
const playWords: Readonly<Record<Lab['kind'], string>> = {
  reach: 'This is your run once more.',
  predict: 'This is what the model does.',
  find: 'This is the model with what you named, which is not what you played.',
  write: 'This is the shipped model.',
  mend: 'This is the shipped model.',
  log: 'This is as far as a run of what you named explains the log.',
};

/** The run that shows what is meant. */
interface GradedRun {
  /** One sentence or two for each. */
  readonly steps: readonly string[];
  readonly shown: () => Promise<Shown>;
}

interface Wanted {
  readonly id: string;
  readonly answered: Answered;
  /** Ends it. */
  readonly signal: AbortSignal;
  /** Hears how far it is, as a sentence. */
  readonly tell: (says: string) => void;
}

/** Rejects with a sentence when it cannot be graded at all. */
export async function gradeHere({ id, answered, signal, tell }: Wanted): Promise<Graded> {
  const { lab, map } = await loadLab(id);
  const mechanism = await loadMechanism(lab.model);
  const progress = new Progress(tell);
  const code = 'code' in answered ? answered.code : undefined;
  const bench = code && (await benchFor(code, mechanism, signal, progress));
  const ground: Ground = {
    mechanism,
    ...(code && bench && { code: { text: code.shipped, bench } }),
    ...(map !== undefined && { map }),
    tell: (done, of) => progress.checked(done, of),
  };
  try {
    const verdict = await grade(lab, answerOf(lab, answered), ground);
    const play = verdict.is === 'wrong' ? verdict.play : undefined;
    return { verdict, note: code && (await typeNote(code)), run: play && (await runOf(play, lab, mechanism, code, bench)) };
  } finally {
    bench?.close();
  }
}

async function benchFor(code: CodeHandle, runs: MechanismWithRuns, signal: AbortSignal, progress: Progress): Promise<BenchInPage> {
  const { BenchInPage: Page } = await import('./bench-in-page.ts');
  return new Page({ language: code.language, runs, signal, tell: (states) => progress.searched(states) });
}

function answerOf({ kind, ...lab }: Lab, answered: Answered): Answer {
  if ('run' in answered) return { run: answerIn(answered.run, answered.before) };
  if ('code' in answered) return { text: answered.code.hole() };
  const choices = answered.choices.map((it) => JSON.parse(it) as LabValue);
  if (kind === 'predict') return { choices };
  if (kind === 'find') return { fault: String(choices[0]) };
  return 'variants' in lab && lab.variants ? { variant: Number(choices[0]) } : { line: Number(choices[0]) };
}

const MOST_QUIET = 20_000;

/** How far the checks of a text are. */
class Progress {
  private readonly tell: (says: string) => void;
  private at = 'It is being checked.';

  constructor(tell: (says: string) => void) {
    this.tell = tell;
  }

  /** Before each check. */
  checked(done: number, of: number): void {
    this.at = `Check ${done + 1} of ${of}.`;
    this.tell(this.at);
  }

  /** A long search is not told state by state to those who hear it. */
  searched(states: number): void {
    if (states > MOST_QUIET) this.tell(`${this.at} ${counted(states - (states % MOST_QUIET), 'state')} so far.`);
  }
}

async function typeNote(code: CodeHandle): Promise<string | undefined> {
  const flaws = await code.language.ask('flaws', code.whole());
  const errors = flaws.filter(({ is }) => is === 'type');
  // A text that is no TypeScript was not run at all, and the verdict says so.
  return errors.length === 0 || flaws.some(({ is }) => is === 'syntax')
    ? undefined
    : `It was checked in spite of ${counted(errors.length, 'error')} that its types show.`;
}

async function runOf(
  play: Play,
  lab: Lab,
  shipped: MechanismWithRuns,
  code: CodeHandle | undefined,
  bench: BenchInPage | undefined,
): Promise<GradedRun | undefined> {
  const { text, settings, path } = play;
  const framesOf = (mechanism: MechanismWithRuns) => trace(machine(mechanism, settings), logOfPath(path));
  const edited = text === undefined ? undefined : await bench?.mechanismOf(text);
  const frames = edited ? await edited.elsewhere.settled(() => framesOf(edited)) : framesOf(shipped);
  const steps = frames.slice(1).map((frame) => {
    const { strong, rest } = narrate(frame);
    return `${capital(strong)} ${rest}`.trim();
  });
  return { steps, shown: () => shownOf(play, lab, shipped, code) };
}

async function shownOf({ text, settings, path }: Play, lab: Lab, shipped: MechanismWithRuns, code: CodeHandle | undefined): Promise<Shown> {
  if (text !== undefined && code) {
    const { playedText } = await import('./played-text.ts');
    return playedText(text, settings, path, { code, shipped, model: lab.model });
  }
  return {
    mechanism: shipped,
    view: await loadView(lab.model),
    begin: (mechanism) => sessionAt(mechanism, settings, path, 0, 'The run that shows it'),
    parts: 'look',
    says: playWords[lab.kind],
    isText: false,
    close: () => undefined,
  };
}
