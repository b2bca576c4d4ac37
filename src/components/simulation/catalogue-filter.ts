/**
 * The filters of the catalogue. Without script they are links to the part of the page that lists what they name; with
 * it, they choose rows and stand in the address, `?system=themelios&basis=observed`, so that a choice can be shared.
 */

/** What is chosen: undefined means all. */
export type Chosen = { readonly [Name in FilterName]?: string | undefined };
const filterNames = ['system', 'basis'] as const;
type FilterName = (typeof filterNames)[number];

/** What an address chooses, as far as the page knows it. */
export function chosenIn(search: string, known: (name: FilterName, value: string) => boolean): Chosen {
  const query = new URLSearchParams(search);
  return Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = query.get(name);
      return value !== null && known(name, value) ? [[name, value]] : [];
    }),
  );
}

/** The query of an address for a choice, with what else stands in it; empty when everything is shown. */
export function queryFor(search: string, chosen: Chosen): string {
  const query = new URLSearchParams(search);
  for (const name of filterNames) {
    const value = chosen[name];
    if (value === undefined) query.delete(name);
    else query.set(name, value);
  }
  return query.size > 0 ? `?${query}` : '';
}

/** Wakes the filters of a page. Links carry `data-filter` and `data-value`; rows carry `data-system` and `data-basis`. */
export function wakeFilters(root: HTMLElement): void {
  const links = [...root.querySelectorAll<HTMLAnchorElement>('a[data-filter]')];
  const rows = [...root.querySelectorAll<HTMLElement>('[data-basis]')];
  const groups = [...root.querySelectorAll<HTMLElement>('tbody')];
  const status = root.querySelector<HTMLElement>('[role="status"]');
  const known = (name: FilterName, value: string) => links.some(({ dataset }) => dataset['filter'] === name && dataset['value'] === value);
  const show = (chosen: Chosen) => {
    for (const row of rows) row.hidden = filterNames.some((name) => chosen[name] !== undefined && chosen[name] !== row.dataset[name]);
    for (const group of groups) group.hidden = [...group.querySelectorAll<HTMLElement>('[data-basis]')].every((row) => row.hidden);
    for (const link of links) {
      const isChosen = (chosen[link.dataset['filter'] as FilterName] ?? '') === link.dataset['value'];
      if (isChosen) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    const count = rows.filter((row) => !row.hidden).length;
    if (status) status.textContent = count === rows.length ? '' : `${count} of ${rows.length} shown.`;
  };
  const chosenNow = () => chosenIn(location.search, known);
  for (const link of links) {
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const chosen = { ...chosenNow(), [link.dataset['filter'] as FilterName]: link.dataset['value'] || undefined };
      history.pushState(null, '', location.pathname + queryFor(location.search, chosen));
      show(chosen);
    });
  }
  window.addEventListener('popstate', () => show(chosenNow()));
  root.classList.add('is-awake');
  show(chosenNow());
}
