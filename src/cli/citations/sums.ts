/** What was checked, and from what, by system: the last lines that the command prints. */
import type { Held } from './check.ts';

/** A table with a row for each system, and one for all of them. */
export function sumsOf(held: readonly Held[]): string[] {
  const columns: [string, (it: Held) => boolean][] = [
    ['citations', () => true],
    ['in a repository', (it) => 'from' in it.opened && it.opened.from === 'repository'],
    ['from single files', (it) => 'from' in it.opened && it.opened.from === 'single files'],
    ['not checkable here', (it) => it.opened.is === 'not here'],
    ['with problems', (it) => it.problem !== undefined],
    ['without lines or mark', ({ citation }) => !isNarrowed(citation)],
  ];
  const row = (name: string, of: readonly Held[]): string[] => [
    name,
    String(new Set(of.map((it) => it.statement)).size),
    ...columns.map(([, counts]) => String(of.filter(counts).length)),
  ];
  const bySystem = [...Map.groupBy(held, (it) => it.statement.system)].sort(([a], [b]) => (a < b ? -1 : 1));
  const rows = [
    ['system', 'statements', ...columns.map(([name]) => name)],
    ...bySystem.map(([system, of]) => row(system, of)),
    ...(bySystem.length === 1 ? [] : [row('all', held)]),
  ];
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((cells) => cells[i]!.length)));
  return rows.map((cells) => cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  '));
}

const isNarrowed = ({ lines, whole, absent }: Held['citation']): boolean => (lines ?? whole ?? absent) !== undefined;
