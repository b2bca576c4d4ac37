/**
 * Rows chosen by filters, without a page: what is chosen, what an address says of it, and what it shows. A facet leaves rows
 * out; a view only changes how they are shown. `filter-controls.ts` binds it to the controls of a page.
 */

/** What is chosen, by the name of the facet or view. What is left out, or empty, shows everything, as the page begins. */
export type Chosen = Readonly<Record<string, string | undefined>>;

/** What can be chosen on a page. */
export interface Choices {
  /** For each facet its values. */
  readonly facets: Readonly<Record<string, readonly string[]>>;
  /** For each view its values. */
  readonly views: Readonly<Record<string, readonly string[]>>;
  /** The name of the words that are looked for; left out where there is no such box. */
  readonly text?: string;
}

/** A facet or a view as it stands on the page. The one called `system` is drawn with the marks of the systems. */
export interface Facet {
  readonly name: string;
  readonly label: string;
  /** The word for nothing chosen. */
  readonly every: string;
  readonly values: readonly {
    readonly value: string;
    readonly word: string;
    readonly count?: number;
    /** The part of the page with these rows, for a reader without script; the list when left out. */
    readonly href?: string;
  }[];
}

/** For each facet or view its values. */
export const valuesOf = (facets: readonly Facet[]): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(facets.map(({ name, values }) => [name, values.map(({ value }) => value)]));

/** What a reader does. */
export type Action =
  | { readonly does: 'choose'; readonly name: string; readonly value: string }
  | { readonly does: 'type'; readonly words: string }
  | { readonly does: 'clear' }
  /** Opens the page, or goes back or forward to this query. */
  | { readonly does: 'open'; readonly search: string };

const namesOf = ({ facets, views, text }: Choices): string[] => [
  ...Object.keys(facets),
  ...Object.keys(views),
  ...(text === undefined ? [] : [text]),
];

/** What is chosen after an action. To clear keeps how rows are shown. */
export function chosenAfter(chosen: Chosen, action: Action, choices: Choices): Chosen {
  const { facets, text } = choices;
  switch (action.does) {
    case 'choose':
      return { ...chosen, [action.name]: action.value };
    case 'type':
      return text === undefined ? chosen : { ...chosen, [text]: action.words.trim() };
    case 'clear':
      return {
        ...chosen,
        ...Object.fromEntries([...Object.keys(facets), ...(text === undefined ? [] : [text])].map((name) => [name, ''])),
      };
    case 'open':
      return chosenIn(action.search, choices);
  }
}

/** What an address chooses, as far as the page knows the value. */
export function chosenIn(search: string, choices: Choices): Chosen {
  const query = new URLSearchParams(search);
  const isKnown = (name: string, value: string) =>
    value !== '' && (name === choices.text || (choices.facets[name] ?? choices.views[name] ?? []).includes(value));
  return Object.fromEntries(
    namesOf(choices)
      .map((name) => [name, query.get(name) ?? ''] as const)
      .filter(([name, value]) => isKnown(name, value)),
  );
}

/** The query of an address for a choice, with what else stands in it; empty when nothing does. */
export function queryFor(search: string, choices: Choices, chosen: Chosen): string {
  const query = new URLSearchParams(search);
  for (const name of namesOf(choices)) {
    if (chosen[name]) query.set(name, chosen[name]);
    else query.delete(name);
  }
  return query.size > 0 ? `?${query}` : '';
}

export interface FilterRow {
  /** For each facet the values of the row. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** What words are looked for in, in lower case. */
  readonly text: string;
}

export interface Filtered {
  /** Which rows are shown, in their order. */
  readonly shown: readonly boolean[];
  /** For each facet, how many rows a value shows beside what is chosen of the other facets. */
  readonly counts: Readonly<Record<string, ReadonlyMap<string, number>>>;
}

/** Chooses rows: a row needs every value that is chosen, and all words, in any case and order, as parts of words too. */
export function filterRows(rows: readonly FilterRow[], { facets, text }: Choices, chosen: Chosen): Filtered {
  const names = Object.keys(facets);
  const counts = Object.fromEntries(names.map((facet) => [facet, new Map<string, number>()]));
  const words = ((text === undefined ? '' : chosen[text]) ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const shown = rows.map((row) => {
    if (!words.every((word) => row.text.includes(word))) return false;
    const unmet = names.filter((facet) => chosen[facet] && !(row.values[facet] ?? []).includes(chosen[facet]));
    if (unmet.length > 1) return false;
    for (const facet of names)
      if (unmet.length === 0 || unmet[0] === facet)
        for (const value of row.values[facet] ?? []) counts[facet]!.set(value, (counts[facet]!.get(value) ?? 0) + 1);
    return unmet.length === 0;
  });
  return { shown, counts };
}

/** `9 of 29 shown.`, or nothing while all are. */
export function shownWords({ shown }: Filtered): string {
  const number = shown.filter(Boolean).length;
  return number === shown.length ? '' : `${number.toLocaleString('en')} of ${shown.length.toLocaleString('en')} shown.`;
}
