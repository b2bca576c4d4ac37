/**
 * The matrix as a table for a spreadsheet: one line for each platform, as documented and as found last. Leaves out
 * earlier observations, statements and boot, which `platforms.json` has.
 */
import type { Citation } from '../../schemas/evidence.ts';
import { addressOf } from '../../facts/addresses.ts';
import { csvOf } from './csv.ts';
import { find, type Entries, type Entry } from '../../facts/entries.ts';
import { cellOf, type MatrixCell } from '../../facts/matrix.ts';

/** Several values of one cell are joined by a semicolon and a space. */
const joined = (values: readonly (string | undefined)[]): string => [...new Set(values.filter((it) => it !== undefined))].join('; ');
const sources = (cite: readonly Citation[] = []) => joined(cite.map(({ source }) => source));
const lines = (cite: readonly Citation[] = []) =>
  joined(cite.map((it) => it.lines && (it.lines[0] === it.lines[1] ? `${it.lines[0]}` : it.lines.join(' to '))));

type Column = readonly [name: string, value: (cell: MatrixCell, entries: Entries, prefix: string) => string | undefined];

const columns: readonly Column[] = [
  ['id', ({ platform }) => platform.id],
  ['url', ({ platform }, _, prefix) => prefix + addressOf(platform)],
  ['system', ({ platform }) => platform.data.system],
  ['system_title', ({ platform }, entries) => find(entries, 'systems', platform.data.system)?.data.title],
  ['title', ({ platform }) => platform.data.title],
  ['target', ({ platform }) => platform.data.target],
  ['group', ({ platform }) => platform.data.group],
  ['architecture', ({ platform }) => platform.data.architecture],
  ['identifiers', ({ platform }) => joined(platform.data.identifiers.map(({ name }) => name))],
  ['covers', ({ platform }) => joined(platform.data.covers.map(({ name }) => name))],
  ['documented_state', ({ documented }) => documented?.state],
  ['documented_basis', ({ documented }) => documented && (documented.basis ?? 'stated')],
  ['documented_note', ({ documented }) => documented?.note],
  ['documented_why', ({ documented }) => documented?.why],
  ['documented_source', ({ documented }) => sources(documented?.cite)],
  // A line of a primary source; where the repository has the same, its lines are those of another file.
  ['documented_lines', ({ documented }) => lines(documented?.cite.filter(({ commit }) => commit === undefined))],
  ['found_state', ({ found }) => found?.state],
  ['found_basis', ({ found }) => found && (found.basis ?? 'stated')],
  ['found_note', ({ found }) => found?.note],
  ['found_why', ({ found }) => found?.why],
  ['found_date', ({ found }) => found?.asOf],
  ['found_source', ({ found }) => sources(found?.cite)],
  ['found_commit', ({ found }) => joined((found?.cite ?? []).map(({ commit }) => commit))],
  ['found_path', ({ found }) => joined((found?.cite ?? []).map(({ path }) => path))],
  ['differs', ({ differs }) => (differs ? 'yes' : 'no')],
  ['tier', ({ platform }) => platform.data.tier?.text],
  ['tier_why', ({ platform }) => platform.data.tier?.why],
];

/** All platforms in the order of their ids, below a line with the names of the columns; `prefix` is the base path without its last slash. */
export function platformsCsv(entries: Entries, prefix: string): string {
  const platforms: Entry<'platforms'>[] = [...entries.platforms].sort((a, b) => (a.id < b.id ? -1 : 1));
  const rows = platforms.map((it) => cellOf(entries, it)).map((cell) => columns.map(([, value]) => value(cell, entries, prefix) ?? ''));
  return csvOf([columns.map(([name]) => name), ...rows]);
}
