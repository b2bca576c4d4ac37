/**
 * The filters of the board without script: what a link of a facet leads to is an empty element at the start of the board,
 * and while it is the target, rows without its value are hidden, and groups without such a row. Nothing here looks down
 * the tree with `:has()`, which would cost seconds among two thousand rows.
 */
import type { BoardRow } from '../../facts/order/board.ts';
import { areas, boardSystems, statuses, statusValues, type At } from './board-rows.ts';

const values: Readonly<Record<string, readonly string[]>> = { system: boardSystems.map((it) => it.id), status: statuses, area: areas };

/** The ids of the targets: `status-complete`. */
export const targets: readonly string[] = Object.entries(values).flatMap(([facet, list]) => list.map((value) => `${facet}-${value}`));

export const targetRules: string = Object.entries(values)
  .flatMap(([facet, list]) =>
    list.map(
      (value) =>
        `#${facet}-${value}:target~#all :is([data-row],[data-group]):not([data-${facet}~='${value}'])` +
        // the rail of a system joins its rows, and says nothing true of some of them
        `${facet === 'system' ? '' : `,#${facet}-${value}:target~#all .rail-of-row`}{display:none}` +
        `#${facet}-${value}:target~.filters [href='#${facet}-${value}']{color:var(--brass)}`,
    ),
  )
  .join('');

/** What the rows of a group say to the filters, taken together. */
export function groupAttributes(rows: readonly BoardRow[], at: At): Record<string, string> {
  const all = (list: readonly string[]) => [...new Set(list)].join(' ');
  return {
    'data-group': '',
    'data-system': all(rows.map((it) => it.data.system)),
    'data-status': all(rows.flatMap((it) => statusValues(it, at))),
    'data-area': all(rows.flatMap((it) => it.areas)),
  };
}
