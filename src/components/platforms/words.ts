/** The words of the matrix, and which values its filters offer. */
import type { MatrixCell, MatrixGroup } from '../../facts/matrix.ts';
import type { Platform } from '../../schemas/platforms.ts';
import type { Moments } from '../../facts/order/as-of.ts';
import { platformWords } from '../spec/state-words.ts';
import type { SentMatrix } from './matrix-state.ts';

export const groupWords: Readonly<Record<Platform['group'], string>> = {
  virtual: 'Virtual machines',
  board: 'Boards',
  machine: 'Machines',
  network: 'Networks',
};

/** `unknown` in a record says that no source names one; why stands with the record. */
export const architectureWords: Readonly<Record<Platform['architecture'], string>> = {
  aarch64: 'aarch64',
  riscv64: 'riscv64',
  x86_64: 'x86_64',
  several: 'several',
  unknown: 'not named',
};

/** What a cell can be chosen by: its attributes are `data-<name>`. */
export const facetsOf = ({ platform, documented, found, differs }: MatrixCell) => ({
  system: platform.data.system,
  documented: documented?.state ?? 'unnamed',
  found: found?.state ?? 'unnamed',
  kind: platform.data.group,
  architecture: platform.data.architecture,
  differs: differs ? 'yes' : 'no',
});
type FacetName = keyof ReturnType<typeof facetsOf>;

export interface FacetValue {
  readonly value: string;
  readonly word: string;
  /** How many platforms have it. */
  readonly count: number;
}

export interface Facet {
  readonly name: FacetName;
  readonly label: string;
  readonly values: readonly FacetValue[];
}

const facets: readonly { name: FacetName; label: string; words: Readonly<Record<string, string>> }[] = [
  { name: 'documented', label: 'As documented', words: wordsOf(platformWords) },
  { name: 'found', label: 'As found', words: wordsOf(platformWords) },
  { name: 'differs', label: 'Difference', words: { yes: 'only where the two differ' } },
  { name: 'kind', label: 'Target', words: groupWords },
  { name: 'architecture', label: 'Architecture', words: architectureWords },
];

function wordsOf(words: Readonly<Record<string, { readonly word: string }>>): Record<string, string> {
  return Object.fromEntries(Object.entries(words).map(([state, { word }]) => [state, word]));
}

/** The facet of the systems, then the others; each with the values that some platform has. */
export function facetValues(groups: readonly MatrixGroup[], systems: readonly (readonly [id: string, title: string])[]): Facet[] {
  const cells = groups.flatMap(({ rows }) => rows).flatMap((row) => row.cells.flatMap((cell) => (cell ? [facetsOf(cell)] : [])));
  const all = [{ name: 'system' as const, label: 'System', words: Object.fromEntries(systems) }, ...facets];
  return all.map(({ name, label, words }) => ({
    name,
    label,
    values: Object.entries(words)
      .map(([value, word]) => ({ value, word, count: cells.filter((it) => it[name] === value).length }))
      .filter(({ count }) => count > 0),
  }));
}

/**
 * What works without script: a filter is a link to itself, and while it is the target of the address, the stylesheet
 * leaves out what it does not name. One filter at a time. With script they work together, and these rules are not there.
 */
export function targetRules(facets: readonly Facet[]): string {
  const rules = facets.flatMap(({ name, values }) =>
    values.map(({ value }) => {
      const chosen = `.platforms:has(#${name}-${value}:target) .matrix`;
      const rows = `${chosen} :is(tbody, .target):not(:has([data-${name}='${value}']))`;
      const columns = name === 'system' ? `, ${chosen} .of-system:not(.${value})` : '';
      return `${rows}, ${chosen} .cell:not([data-${name}='${value}'])${columns} { display: none; }`;
    }),
  );
  return `@media (scripting: none) {\n${rules.join('\n')}\n}`;
}

/** With script: the column of the chosen system alone, and on a phone one system at a time, whose name is lit. */
export const systemRules = (systems: readonly string[]): string =>
  systems
    .map((id) => {
      const first = `.platforms[data-first='${id}']`;
      return [
        `.platforms[data-only='${id}'] .matrix .of-system:not(.${id}) { display: none; }`,
        `@media screen and (max-width: 71.99rem) {`,
        `${first} .matrix :is(.of-system:not(.${id}), .target:not(.has-${id}), tbody:not(.has-${id})) { display: none; }`,
        `${first} #system-${id} { color: var(--brass); }`,
        `}`,
      ].join('\n');
    })
    .join('\n');

/** What the script of the matrix is sent; `details` is where it finds what stands behind the cells. */
export const sentMatrix = (groups: readonly MatrixGroup[], facets: readonly Facet[], moments: Moments, details: string): SentMatrix => ({
  facets: Object.fromEntries(facets.map(({ name, values }) => [name, values.map(({ value }) => value)])),
  moments: [...(moments.foundUndated ? ['found-undated'] : []), ...moments.days],
  cells: groups
    .flatMap(({ rows }) => rows)
    .flatMap((row) => row.cells.filter((cell) => cell !== undefined))
    .map((cell) => {
      const { system, kind, architecture, documented } = facetsOf(cell);
      return { id: cell.platform.id, system, kind, architecture, documented, found: cell.everFound.map((it) => [it.asOf, it.state]) };
    }),
  words: wordsOf(platformWords) as SentMatrix['words'],
  details,
});
