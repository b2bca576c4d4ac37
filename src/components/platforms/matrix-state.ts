/**
 * The matrix of platforms without a page: what its build sends of it, and what a choice shows of that. Leaves out how it
 * stands in the page (`matrix-page.ts`).
 */
import { differ } from '../../facts/matrix.ts';
import type { PlatformState } from '../../schemas/platforms.ts';
import { filterRows, type Choices, type Chosen, type Filtered } from '../page/filters.ts';

export interface SentCell {
  readonly id: string;
  readonly system: string;
  readonly kind: string;
  readonly architecture: string;
  readonly documented: PlatformState;
  /** What was found, oldest first. */
  readonly found: readonly (readonly [asOf: string, state: PlatformState])[];
}

/** What the page of the matrix is sent. */
export interface SentMatrix {
  /** For each facet the values that some platform has. */
  readonly facets: Readonly<Record<string, readonly string[]>>;
  /** `found-undated`, and the days on which something was found, oldest first. */
  readonly moments: readonly string[];
  /** In the order in which they stand in the matrix. */
  readonly cells: readonly SentCell[];
  /** The words of the states. */
  readonly words: Readonly<Record<PlatformState, string>>;
  /** The address of the details (`details.ts`). */
  readonly details: string;
}

/** What a cell says of what was found by a moment. */
export interface CellReading {
  /** `unnamed` where nothing was found by then. */
  readonly found: PlatformState;
  /** Which of what was found counts; undefined where nothing was found by then. */
  readonly counts: number | undefined;
  readonly differs: boolean;
}

export interface MatrixView extends Filtered {
  /** The name of the moment; empty: whatever was found last. */
  readonly at: string;
  readonly readings: readonly CellReading[];
  /** The one system that is chosen; empty for all. */
  readonly only: string;
  /** A phone shows one system at a time: the first, until something is chosen. Then it is empty. */
  readonly first: string;
  readonly isChosen: boolean;
  /** Something is chosen that stands in the part of the filters that is closed at first. */
  readonly isMoreChosen: boolean;
  /** Of which platform the details are open, by its place; undefined for none. */
  readonly open: number | undefined;
}

export const matrixChoices = ({ facets, moments, cells }: SentMatrix): Choices => ({
  facets,
  views: { at: moments, cell: cells.map(({ id }) => id) },
  text: 'q',
});

/** `texts`: what words are looked for in, one for each cell, in lower case; undefined while that is not there yet, and then every cell has every word. */
export function matrixView(matrix: SentMatrix, texts: readonly string[] | undefined, chosen: Chosen): MatrixView {
  const at = chosen['at'] ?? '';
  const readings = matrix.cells.map((cell) => readingAt(cell, at));
  const rows = matrix.cells.map(({ system, kind, architecture, documented }, i) => {
    const { found, differs } = readings[i]!;
    return {
      values: {
        system: [system],
        kind: [kind],
        architecture: [architecture],
        documented: [documented],
        found: [found],
        differs: differs ? ['yes'] : [],
      },
      text: texts?.[i] ?? '',
    };
  });
  const filtered = filterRows(rows, matrixChoices(matrix), texts ? chosen : { ...chosen, q: '' });
  const facets = [...Object.keys(matrix.facets), 'q'].filter((name) => chosen[name]);
  const open = matrix.cells.findIndex(({ id }) => id === chosen['cell']);
  return {
    ...filtered,
    at,
    readings,
    only: chosen['system'] ?? '',
    first: facets.length === 0 ? (matrix.facets['system']?.[0] ?? '') : '',
    isChosen: facets.length > 0,
    isMoreChosen: at !== '' || facets.some((name) => name !== 'system' && name !== 'q'),
    open: open < 0 ? undefined : open,
  };
}

/** Of what was found without a date, the last counts; else the last of the newest day that is not after the moment. */
function readingAt({ documented, found }: SentCell, at: string): CellReading {
  const counts =
    at === ''
      ? found.length - 1
      : at === 'found-undated'
        ? found.findLastIndex(([asOf]) => asOf === 'undated')
        : found.reduce((best, [asOf], i) => (asOf !== 'undated' && asOf <= at && (best < 0 || asOf >= found[best]![0]) ? i : best), -1);
  const state = counts < 0 ? 'unnamed' : found[counts]![1];
  return { found: state, counts: counts < 0 ? undefined : counts, differs: differ(documented, state) };
}
