/** What was found of a log, in sentences: the same in a terminal and on a page, where numbers are written as is usual there. */
import type { Impossible } from '../engine/whole-graph.ts';
import type { Stop, Verdict } from './conform.ts';

/** A verdict as a page shows it, plain data. */
export interface ToldVerdict {
  /** The settings of the run. */
  readonly config: Readonly<Record<string, number | boolean>>;
  readonly run: readonly number[];
  /** The line that ended it; undefined where the whole log is explained. */
  readonly stop: { readonly line: number; readonly text: string } | undefined;
  readonly says: readonly string[];
  /** What the line could have been, and what was possible instead. */
  readonly candidates: readonly string[];
}

type Written = (count: number) => string;

/** Of a log that is explained to its end. */
export const explainedWords = ({ observed, lines, begun, run, possible }: Verdict, n: Written = String): readonly string[] => [
  `Explained: ${n(observed)} of ${n(lines)} lines are steps, by a run of ${n(run.length)} steps. ${n(possible)} ${possible === 1 ? 'state is' : 'states are'} possible at the end.`,
  ...(begun > 0 ? [`The system began again ${n(begun)} ${begun === 1 ? 'time' : 'times'}; the run is that since the last.`] : []),
  ...(observed === 0 ? ['No line was a step: the expressions of the map fit nothing in this log.'] : []),
];

/** Why it went no further. */
export function stopWords(stop: Stop, n: Written = String): readonly string[] {
  if (stop.is === 'unclear') return [`It cannot be understood: ${stop.says}.`];
  if (stop.is === 'given up')
    return [`Given up: before it more than ${n(stop.most)} states are possible. Hide fewer actions, or let the map tell more arguments.`];
  const { states, seesOther } = stop.why;
  return [
    `No run explains it. Before it ${states === 1 ? 'one state is' : `${n(states)} states are`} possible.`,
    ...(seesOther ? ['The step itself could be taken; what the log saw after it is not what the model has there.'] : []),
  ];
}

/** What it could have been, each with why not, and then what was possible instead. */
export const candidateWords = ({ nearest, instead, insteadOf }: Impossible): readonly string[] => [
  ...nearest.map(({ says, because }) => `It could be: ${says} Refused, because it needs: ${because.join('; ')}.`),
  ...instead.map(({ says }) => `Possible there: ${says}`),
  ...(insteadOf > instead.length ? [`and ${insteadOf - instead.length} more.`] : []),
];

export function toldVerdict(verdict: Verdict, n: Written): ToldVerdict {
  const { m, run, stop } = verdict;
  return {
    config: { ...m.config },
    run,
    stop: stop && { line: stop.line, text: stop.text },
    says: stop ? stopWords(stop, n) : explainedWords(verdict, n),
    candidates: stop?.is === 'refused' ? candidateWords(stop.why) : [],
  };
}
