/** Which rules are broken, and by which rows, as the engine found it. */
import type { Blame, BlamedRow, PlainState } from '../engine/checker.ts';
import type { AnyView, Settings } from './view.ts';

/** Whether this rule does not hold. */
export const breaks = <Rule extends string>(broken: readonly Blame<Rule>[], rule: NoInfer<Rule>): boolean =>
  broken.some((it) => it.rule === rule);

/** The rows of a kind that break any of the rules, or this one, in their order. */
export function brokenRows<Rule extends string>(broken: readonly Blame<Rule>[], kind: string, rule?: NoInfer<Rule>): readonly number[] {
  const found = broken.filter((it) => rule === undefined || it.rule === rule).flatMap((it) => rowsOf(it, kind));
  return [...new Set(found)].sort((a, b) => a - b);
}

/**
 * The rows of a kind that break the rule, wherever its sentence names them. Rows that were asked about for the sake of such a row are left
 * out: in "each service starts after those before it" it is the service, not those before it.
 */
function rowsOf({ parts }: Pick<Blame, 'parts'>, kind: string): readonly number[] {
  const within = (rows: readonly BlamedRow[]): number[] =>
    rows.flatMap((row) => (row.kind === kind ? [row.index] : row.parts.flatMap((part) => within(part.rows))));
  return [...new Set(parts.flatMap((part) => within(part.rows)))].sort((a, b) => a - b);
}

/** Which part of a state breaks a rule, in the words of the view; undefined when it has none for the rule. */
export const brokenWords = ({ words }: AnyView, found: Blame, now: PlainState, config: Settings): string | undefined =>
  Object.hasOwn(words, found.rule) ? words[found.rule]!({ now, config, rows: (kind) => rowsOf(found, kind) }) : undefined;
