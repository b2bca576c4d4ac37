/**
 * Rows chosen by facets. Without script the controls are plain links, to a part of the page or to a page of its own; with
 * it, they choose rows together and stand in the query of the address, `?system=themelios&q=boot`, so that a choice
 * survives reload and back, and can be shared. What is read from the markup below a root:
 *
 * - `[data-row]`: a row, with an attribute `data-<facet>` for each facet; several values are separated by spaces.
 * - `a[data-facet="<facet>"][data-value]`: chooses the rows with that value; an empty value chooses all. Inside it,
 *   `.count` is kept at how many rows it would show; with none, the link is `.is-none`.
 * - `a[data-view="<name>"][data-value]`: the same, but it chooses how rows are shown, and leaves none out.
 * - `input[type=search]`: chooses the rows that hold all of its words; its name is the facet. Words are looked for in
 *   `data-text` of the row, or else in the element inside it that has this attribute, or else in the whole row.
 * - `[data-group]`: is hidden when all rows inside are. `[role=status]`: says how many are shown.
 * - `[data-empty]`: is shown when none is. `a[data-clear]`: chooses all again, and keeps how they are shown.
 */

import { addressWith } from './address.ts';

/** What is chosen, by the name of the facet or view. What is left out, or empty, shows everything, as the page begins. */
export type Chosen = Readonly<Record<string, string | undefined>>;

/** What an address chooses of these names, as far as the page knows the value. */
export function chosenIn(search: string, names: readonly string[], isKnown: (name: string, value: string) => boolean): Chosen {
  const query = new URLSearchParams(search);
  return Object.fromEntries(names.map((name) => [name, query.get(name) ?? ''] as const).filter(([name, value]) => isKnown(name, value)));
}

/** The query of an address for a choice, with what else stands in it; empty when nothing does. */
export function queryFor(search: string, names: readonly string[], chosen: Chosen): string {
  const query = new URLSearchParams(search);
  for (const name of names) {
    if (chosen[name]) query.set(name, chosen[name]);
    else query.delete(name);
  }
  return query.size > 0 ? `?${query}` : '';
}

interface Row {
  /** For each facet the values of the row, separated by spaces. */
  readonly values: Chosen;
  readonly text: string;
}

interface Sifted {
  /** Which rows are shown, in their order. */
  readonly shown: readonly boolean[];
  /** For each facet, how many rows a value shows beside what is chosen of the other facets. */
  readonly counts: Readonly<Record<string, ReadonlyMap<string, number>>>;
}

/** Chooses rows: a row needs every value that is chosen, and all words, in any case and order, as parts of words too. */
export function sift(rows: readonly Row[], facets: readonly string[], chosen: Chosen, words = ''): Sifted {
  const counts = Object.fromEntries(facets.map((facet) => [facet, new Map<string, number>()]));
  const all = words.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = rows.map(({ values, text }) => {
    if (all.length > 0 && !all.every((word) => text.toLowerCase().includes(word))) return false;
    const has = facets.map((facet) => (values[facet] ?? '').split(' '));
    const unmet = facets.filter((facet, i) => chosen[facet] && !has[i]!.includes(chosen[facet]));
    if (unmet.length > 1) return false;
    for (const [i, facet] of facets.entries())
      if (unmet.length === 0 || unmet[0] === facet)
        for (const value of has[i]!) counts[facet]!.set(value, (counts[facet]!.get(value) ?? 0) + 1);
    return unmet.length === 0;
  });
  return { shown, counts };
}

/** Hides a row, or shows it again. Where stylesheets ask for `[hidden]` with `:has()`, a class costs a tenth among thousands of rows. */
type Hide = (row: HTMLElement, isHidden: boolean) => void;
const byAttribute: Hide = (row, isHidden) => {
  if (row.hidden !== isHidden) row.hidden = isHidden;
};

/**
 * Wakes the facets below `root`. `arrange` is called before rows are chosen: it may move them, make groups, and change what
 * rows say; when it returns false, it has moved nothing.
 */
export function wakeFacets(root: HTMLElement, arrange: (chosen: Chosen) => boolean | void = () => false, hide: Hide = byAttribute): void {
  const all = <E extends HTMLElement>(selector: string) => [...root.querySelectorAll<E>(selector)];
  const links = all<HTMLAnchorElement>('a[data-facet], a[data-view]').map((link) => {
    const { facet, view, value = '' } = link.dataset;
    return { link, name: (facet ?? view)!, facet, value, count: link.querySelector('.count') };
  });
  const [input] = all<HTMLInputElement>('input[type="search"]');
  const text = input?.name ?? '';
  const rows = all('[data-row]');
  const sifted = rows.map((row) => ({ values: row.dataset, text: textOf(row) }));
  const facets = [...new Set(links.flatMap((it) => it.facet ?? []))];
  const names = [...new Set([...links.map((it) => it.name), text])].filter((name) => name !== '');
  const isKnown = (name: string, value: string) =>
    value !== '' && (name === text || links.some((it) => it.name === name && it.value === value));
  const addressOf = (it: Chosen) => addressWith(queryFor(location.search, names, it));
  const [clears, empties, statuses] = [all<HTMLAnchorElement>('a[data-clear]'), all('[data-empty]'), all('[role="status"]')];
  let groups = all('[data-group]');
  let chosen: Chosen = {};
  let typing = 0;
  const cleared = () => ({ ...chosen, ...Object.fromEntries([...facets, text].map((name) => [name, ''])) });

  const show = (next: Chosen) => {
    chosen = next;
    if (arrange(chosen) !== false) groups = all('[data-group]');
    const { shown, counts } = sift(sifted, facets, chosen, chosen[text]);
    for (const [i, row] of rows.entries()) hide(row, !shown[i]);
    const filled = groupsOf(rows.filter((_, i) => shown[i]));
    for (const group of groups) group.hidden = !filled.has(group);
    for (const { link, name, value, count } of links) {
      link.href = addressOf({ ...chosen, [name]: value });
      if ((chosen[name] ?? '') === value) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
      if (!count) continue;
      const number = counts[name]?.get(value) ?? 0;
      count.textContent = written(number);
      link.classList.toggle('is-none', number === 0);
    }
    for (const link of clears) link.href = addressOf(cleared());
    if (input && input.value.trim() !== (chosen[text] ?? '')) input.value = chosen[text] ?? '';
    const number = shown.filter(Boolean).length;
    for (const it of empties) it.hidden = number > 0;
    for (const it of statuses) it.textContent = number === rows.length ? '' : `${written(number)} of ${written(rows.length)} shown.`;
  };
  const take = (next: Chosen) => {
    clearTimeout(typing);
    history.pushState(null, '', addressOf(next));
    show(next);
  };

  root.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const pressed = links.find((it) => it.link === link);
    if (!pressed && link.dataset['clear'] === undefined) return;
    event.preventDefault();
    take(pressed ? { ...chosen, [pressed.name]: pressed.value } : cleared());
  });
  input?.addEventListener('input', () => {
    show({ ...chosen, [text]: input.value.trim() });
    clearTimeout(typing); // a browser refuses to write an address for every key
    typing = window.setTimeout(() => history.replaceState(null, '', addressOf(chosen)), 150);
  });
  window.addEventListener('popstate', () => {
    clearTimeout(typing);
    show(chosenIn(location.search, names, isKnown));
  });
  root.classList.add('is-awake');
  show(chosenIn(location.search, names, isKnown));
}

/** All groups that some of these rows stand in, one inside the other too. */
function groupsOf(rows: readonly HTMLElement[]): ReadonlySet<Element> {
  const found = new Set<Element>();
  for (const row of rows)
    for (let it = row.closest('[data-group]'); it && !found.has(it); it = it.parentElement?.closest('[data-group]') ?? null) found.add(it);
  return found;
}

const written = (number: number): string => number.toLocaleString('en');
const textOf = (row: HTMLElement): string => row.dataset['text'] ?? (row.querySelector('[data-text]') ?? row).textContent;
