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

/** What is known of citations beside their lines. */
export interface Ground {
  /** On which line of its file a citation stands. */
  readonly lineOf: (file: string, it: CitedAt) => number;
  /** A citation of a primary source as lines of its document, where that is known. */
  readonly inDocument: (citation: Citation) => Seen | undefined;
  /** The function or type that its lines are of, as a reader of the page is told. */
  readonly definitionOf: (citation: Citation) => string | undefined;
}

export function reviewOf(statement: Statement, held: readonly Held[], number: string, ground: Ground): string[] {
  const [first] = statement.cites;
  return [
    `── ${number}  ${shown(statement.file)}:${ground.lineOf(statement.file, first!)}  ${shown(fieldName(first!.field))}  (${shown(statement.system)}, ${shown(statement.address)})`,
    ...statement.says.map((it) => `  ${shown(it)}`),
    ...statement.cites.flatMap((cite) => {
      const place = held.find((it) => it.cite === cite);
      if (place) return heldLines(place, ground);
      const seen = ground.inDocument(cite.citation);
      return [
        headOf(cite, cite.citation, ground),
        ...(seen ? [`    = ${inWords(seen.citation, ground)}`, ...linesAt(seen.citation, seen.opened).map((it) => `    ${it}`)] : []),
      ];
    }),
    '',
  ];
}

function heldLines({ cite, citation, opened, problem }: Held, ground: Ground): string[] {
  return [
    `${headOf(cite, citation, ground)}${'from' in opened && opened.from === 'single files' ? '  [a single file]' : ''}`,
    ...(problem ? [`      ! ${shown(problem.says)}`] : []),
    ...linesAt(citation, opened).map((it) => `    ${it}`),
  ];
}

/** Where it is, whether the reader is told that it is concluded, and the words beside it. */
const headOf = ({ note, isInferred }: CitedAt, citation: Citation, ground: Ground): string =>
  `  ▸ ${inWords(citation, ground)}${isInferred ? ' (inferred)' : ''}${note ? `: ${shown(note)}` : ''}`;

/** `starina-upstream 98dae3c kernel/src/poll.rs, lines 12 to 20 (Poll::wait)`. */
function inWords(citation: Citation, { definitionOf }: Ground): string {
  const { source, commit, path, lines, whole, absent } = citation;
  const definition = definitionOf(citation);
  const narrowed = lines
    ? `, lines ${lines[0]} to ${lines[1]}${definition === undefined ? '' : ` (${definition})`}`
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
