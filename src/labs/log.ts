/** Grades what a reader says of a log: it is held against the variant that was named, and the first line that no run explains refutes it. */
import { Conformance, type Verdict as Held } from '../logs/conform.ts';
import { stopWords } from '../logs/verdict-words.ts';
import type { LabOf, LabSettings } from '../schemas/labs.ts';
import type { Ground, Verdict, Wrong } from './verdict.ts';
import { countOf, needs, quoted, wrong } from './words.ts';

type Log = LabOf<'log'>;

export const logLines = ({ log }: Log): readonly string[] => log.trimEnd().split('\n');

/** Holds the log, or its first lines, against a variant. A map that cannot be used throws a RangeError. */
export function held(lab: Log, { mechanism, map }: Ground, settings: LabSettings, most = Infinity): Held {
  if (map === undefined) throw new RangeError('A lab with a log is graded on its map.');
  const withLines = Object.entries({ ...lab.with, ...settings }).flatMap(([name, value]) =>
    value === false ? [] : [`with ${value === true ? name : `${name}=${value}`}`],
  );
  const conformance = Conformance.of(mechanism, [map, ...withLines].join('\n'));
  if (!(conformance instanceof Conformance)) throw new RangeError(conformance.map(({ line, says }) => `${line}: ${says}`).join('\n'));
  for (const line of logLines(lab).slice(0, most)) if (!conformance.take(line)) break;
  return conformance.result();
}

/** `variant`: its place in the list. One that is not there throws a RangeError. */
export function gradeVariant(lab: Log, variant: number, ground: Ground): Verdict {
  const named = lab.variants?.[variant];
  if (!named) throw new RangeError(`There is no variant ${variant}.`);
  const found = held(lab, ground, named.with);
  if (found.stop) return refused(found, `No run of this variant explains line ${found.stop.line}: ${quoted(found.stop.text)}.`);
  return {
    is: 'right',
    says: `A run of ${countOf(found.run.length, 'step')} explains every line.`,
    looked: [
      { says: named.says },
      { says: `At its end ${found.possible === 1 ? 'one state is' : `${found.possible} states are`} possible.` },
    ],
  };
}

/** `line`: from 1. One that is not there throws a RangeError. */
export function gradeLine(lab: Log, line: number, ground: Ground): Verdict {
  if (lab.variants || !logLines(lab)[line - 1]) throw new RangeError(`There is no line ${line} to name.`);
  const found = held(lab, ground, {});
  if (!found.stop) throw new RangeError('A run explains the whole log.');
  if (line > found.stop.line) return refused(found, `No run leads as far as to line ${line}: one before it has none.`);
  if (line < found.stop.line) return explained(lab, line, ground);
  return {
    is: 'right',
    says: `No run explains line ${line}. ${stopWords(found.stop).slice(1).join(' ')}`.trim(),
    looked: [{ says: `A run of ${countOf(found.run.length, 'step')} explains the lines before it.` }],
  };
}

function refused({ m, stop, run }: Held, says: string): Wrong {
  const nearest = stop?.is === 'refused' ? stop.why.nearest[0] : undefined;
  const instead = stop?.is === 'refused' ? stop.why.instead.slice(0, 3).map((it) => quoted(it.says)) : [];
  return wrong({
    says,
    hint: [
      nearest ? `The line would be ${quoted(nearest.says)}, and that needs ${needs(nearest.because)}.` : '',
      stop?.is === 'refused' && stop.why.seesOther ? 'The step could be taken; what the line saw after it is not what is there.' : '',
      instead.length > 0 ? `Possible there: ${instead.join(', ')}.` : 'Nothing that a line would show is possible there.',
    ]
      .filter(Boolean)
      .join(' '),
    clause: nearest?.because[0],
    play: { text: undefined, settings: { ...m.config }, path: nearest ? [...run, nearest.instance] : run },
  });
}

function explained(lab: Log, line: number, ground: Ground): Wrong {
  const { m, run } = held(lab, ground, {}, line);
  return wrong({
    says: `Line ${line} has a run that explains it, and every line before it.`,
    hint: 'Play that run, and go on from its end with the lines that follow.',
    play: { text: undefined, settings: { ...m.config }, path: run },
  });
}
