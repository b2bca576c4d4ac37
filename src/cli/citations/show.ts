/** Statement and lines side by side, for a reader who judges whether the lines show every word of it. */
import type { Citation } from '../../schemas/evidence.ts';
import { fieldName } from '../../facts/entries.ts';
import type { CitedAt, Statement } from '../../facts/statements.ts';
import { shown } from '../../records/problem-text.ts';
import type { Held } from './check.ts';
import type { Opened } from '../repositories/library.ts';

/** Characters of a line of a file: what is longer was not written by hand. */
const longestLine = 200;
/** Names of a folder, and lines of a whole file, that are printed. */
const mostNames = 40;
const mostLinesOfAWhole = 12;

/** What stands at a citation, and which of it is printed. */
export interface Seen {
  readonly opened: Opened;
  readonly citation: Citation;
}

/**
 * `lineOf`: on which line of its file a citation stands. `inDocument`: a citation of a primary source as lines of its document, where
 * that is known.
 */
export function reviewOf(
  statement: Statement,
  held: readonly Held[],
  number: string,
  lineOf: (it: CitedAt) => number,
  inDocument: (citation: Citation) => Seen | undefined,
): string[] {
  const [first] = statement.cites;
  return [
    `── ${number}  ${shown(statement.file)}:${lineOf(first!)}  ${shown(fieldName(first!.field))}  (${shown(statement.system)}, ${shown(statement.address)})`,
    ...statement.says.map((it) => `  ${shown(it)}`),
    ...statement.cites.flatMap((cite) => {
      const place = held.find((it) => it.cite === cite);
      if (place) return heldLines(place);
      const seen = inDocument(cite.citation);
      return [
        headOf(cite, cite.citation),
        ...(seen ? [`    = ${inWords(seen.citation)}`, ...linesAt(seen.citation, seen.opened).map((it) => `    ${it}`)] : []),
      ];
    }),
    '',
  ];
}

function heldLines({ cite, citation, opened, problem }: Held): string[] {
  return [
    `${headOf(cite, citation)}${'from' in opened && opened.from === 'single files' ? '  [a single file]' : ''}`,
    ...(problem ? [`      ! ${shown(problem.says)}`] : []),
    ...linesAt(citation, opened).map((it) => `    ${it}`),
  ];
}

/** Where it is, whether the reader is told that it is concluded, and the words beside it. */
const headOf = ({ note, isInferred }: CitedAt, citation: Citation): string =>
  `  ▸ ${inWords(citation)}${isInferred ? ' (inferred)' : ''}${note ? `: ${shown(note)}` : ''}`;

/** `starina-upstream 98dae3c kernel/src/poll.rs, lines 12 to 20`. */
function inWords({ source, commit, path, lines, whole, absent }: Citation): string {
  const narrowed = lines
    ? `, lines ${lines[0]} to ${lines[1]}`
    : whole
      ? `, the whole ${whole}`
      : absent
        ? `, searched for ${absent}`
        : ', without lines or mark';
  return shown([source, ...(commit ? [commit] : []), ...(path ? [path] : [])].join(' ') + narrowed);
}

function linesAt({ lines, whole }: Citation, opened: Opened): string[] {
  if (opened.is === 'not here') return ['  (not at hand, so its lines cannot be shown)'];
  if (opened.is === 'wrong') return [];
  if (opened.is === 'folder')
    return [
      `  ${opened.names.slice(0, mostNames).map(shown).join('  ')}${opened.names.length > mostNames ? `  and ${opened.names.length - mostNames} more` : ''}`,
    ];
  const [from, to] = lines ?? (whole ? [1, Math.min(mostLinesOfAWhole, opened.lines.length)] : [1, 0]);
  const rest = whole && to < opened.lines.length ? [`  … ${opened.lines.length} lines in all`] : [];
  return [...opened.lines.slice(from - 1, to).map((line, i) => `${String(from + i).padStart(5)}  ${lineShown(line)}`), ...rest];
}

function lineShown(line: string): string {
  const spaced = line.replaceAll('\t', '    ').replace(/\r$/, '');
  return shown(spaced.length > longestLine ? `${spaced.slice(0, longestLine)}…` : spaced);
}
