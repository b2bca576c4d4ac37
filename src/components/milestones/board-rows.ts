/** The board as its pages take it: which rows there are, at which moments, how they are chosen, and the words for it. */
import { entries, systems } from '../../records/catalogue.ts';
import type { Grouping, Order } from '../../facts/order/arrange.ts';
import { boardMoments, boardRows, momentName, type BoardRow, type Reading } from '../../facts/order/board.ts';
import { milestoneWords, type Worded } from '../spec/state-words.ts';
import { columnsOf, doneWith, nothing, type Change, type SentBoard, type SentRow } from './board-state.ts';

export const moments = boardMoments(entries);

/** Systems with milestones, those with the longest documented list first, and then those without. */
const withRows = Map.groupBy(
  boardRows(
    entries,
    systems.map((it) => it.id),
    moments,
  ),
  (row) => row.data.system,
);
const documentedCount = (id: string) => (withRows.get(id) ?? []).filter((row) => row.both.statuses[0] !== undefined).length;
export const boardSystems = systems.filter((it) => withRows.has(it.id)).sort((a, b) => documentedCount(b.id) - documentedCount(a.id));
export const systemsWithout = systems.filter((it) => !withRows.has(it.id));

/** All rows in the order of the board: system by system, each in the order of its source. */
export const rows: readonly BoardRow[] = boardSystems.flatMap((it) => withRows.get(it.id)!);
const rowsById = new Map(rows.map((row) => [row.id, row]));

/** What a row of the board shows; every milestone has one. */
export const rowOf = (id: string): BoardRow => rowsById.get(id)!;

/**
 * A board of hundreds says of each milestone its name, what is documented and what was found last. Goals, notes, earlier
 * observations and marks of deliverables stand on the pages of the milestones, so that it stays light.
 */
export const isLong = rows.length > 300;

/** The name of a moment in an address: `documented`, `found-undated`, `2025-10-16`. Empty: both clocks side by side. */
export type At = string;

export const readingOf = (row: BoardRow, at: At): Reading =>
  at === '' ? row.both : row.readings[moments.findIndex((it) => momentName(it) === at)]!;

const statusValue = (status: string | undefined): string => status ?? nothing;
export const statusValues = (row: BoardRow, at: At): string[] => readingOf(row, at).statuses.map(statusValue);

/** The statuses that some row has with both clocks or at some moment, in the order of the words, and `none` last. */
const said = new Set(rows.flatMap((row) => [row.both, ...row.readings].flatMap((it) => it.statuses.map(statusValue))));
export const statuses: readonly string[] = [...Object.keys(milestoneWords), nothing].filter((it) => said.has(it));
export const areas: readonly string[] = [...new Set(rows.flatMap((row) => row.areas))].sort();

export const statusWord = (status: string, at: At): Worded =>
  milestoneWords[status as keyof typeof milestoneWords] ?? { glyph: 'unnamed', word: at === '' ? 'Nothing said' : 'Nothing said by then' };
export const areaWord = (area: string): string => (area === 'ipc' ? 'IPC' : area.charAt(0).toUpperCase() + area.slice(1));
export const systemTitle = (id: string): string => systems.find((it) => it.id === id)!.data.title;

/** What a row says to the filters that work without script. */
export function rowAttributes(id: string, at: At = ''): Record<string, string> {
  const row = rowOf(id);
  return {
    'data-row': '',
    'data-system': row.data.system,
    'data-status': statusValues(row, at).join(' '),
    'data-area': row.areas.join(' '),
  };
}

/** What the script of the board is sent. */
export const sentBoard = (): SentBoard => ({
  systems: boardSystems.map(({ id }) => id),
  statuses: statuses.map((value) => ({ value, word: statusWord(value, '').word })),
  areas: areas.map((value) => ({ value, word: areaWord(value) })),
  moments: ['', ...moments.map(momentName)].map((name) => ({ name, title: momentWords(name).title })),
  hasEveryObservation: !isLong,
  columns: columnsOf(rows.map(sentRow)),
});

function sentRow({ data, observations, areas: own, both, readings }: BoardRow): SentRow {
  const indexOf = (status: string | undefined) => statuses.indexOf(statusValue(status));
  const changes = readings.map(({ statuses: [status], observation, done }, i): Change => {
    const index = observation ? observations.indexOf(observation) : -1;
    const follows = (done ?? null) === doneWith(statusValue(status), data.deliverables.length);
    return follows ? [i + 1, index] : [i + 1, index, done ?? null];
  });
  return {
    system: boardSystems.findIndex((it) => it.id === data.system),
    areas: own.map((it) => areas.indexOf(it)),
    deliverables: data.deliverables.length,
    both: both.statuses.map(indexOf),
    done: both.done ?? null,
    observed: observations.map(({ status }) => indexOf(status)),
    from: changes.filter(([, observation, done], i) => i === 0 || observation !== changes[i - 1]![1] || done !== changes[i - 1]![2]),
  };
}

/** How many milestones have each status, for the head of a group; with both clocks, as documented. */
export function statusCounts(them: readonly BoardRow[], at: At): [status: string, count: number][] {
  const counts = Map.groupBy(them, (row) => statusValues(row, at)[0]!);
  return statuses.flatMap((it) => (counts.has(it) && (at !== '' || it !== nothing) ? [[it, counts.get(it)!.length]] : []));
}

export const groupWords: Readonly<Record<Grouping, string>> = { system: 'system', status: 'status', area: 'area', none: 'nothing' };
export const orderWords: Readonly<Record<Order, string>> = {
  order: 'the source’s order',
  title: 'title',
  progress: 'status',
  left: 'deliverables left',
};

/** A moment in the words that stand on the timeline, in a title (`Milestones as documented`), and in the heads of columns. */
export function momentWords(at: At): { readonly tick: string; readonly title: string; readonly means: string } {
  const count = rows.filter((row) => readingOf(row, at).observation).length;
  const spoken = `Something is said of ${count.toLocaleString('en')} of ${rows.length.toLocaleString('en')} milestones.`;
  if (at === '') return { tick: 'both clocks', title: 'as documented', means: 'What the sources say, and beside it what was found last.' };
  if (at === 'documented')
    return { tick: 'documented', title: 'as documented', means: `What the primary sources say, whatever was found later. ${spoken}` };
  if (at === 'found-undated')
    return {
      tick: 'found, undated',
      title: 'as found, undated',
      means: `What copies of the repositories show that carry no date. When they were made is unknown. ${spoken}`,
    };
  return {
    tick: at,
    title: `as of ${at}`,
    means: `The last dated observation up to this day. Sources and copies without a date are left out. ${spoken}`,
  };
}
