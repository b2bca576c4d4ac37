/**
 * The controls of filters in a page. Without script they are plain links, to a part of the page or to a page of its own; with
 * it, they choose rows together and stand in the query of the address, `?system=themelios&q=boot`, so that a choice survives
 * reload and back, and can be shared. What a page knows of its rows comes as data; what is shown is only written. Controls are:
 *
 * - `a[data-facet="<facet>"][data-value]`: chooses the rows with that value; an empty value chooses all. Inside it,
 *   `.count` is kept at how many rows it would show; with none, the link is `.is-none`.
 * - `a[data-view="<name>"][data-value]`: the same, but it chooses how rows are shown, and leaves none out.
 * - `input[type=search]`: chooses the rows that hold all of its words.
 * - `[role=status]`: says how many are shown. `[data-empty]`: is shown when none is. `a[data-clear]`: chooses all again.
 */
import { addressWith } from './address.ts';
import { opened } from './opening.ts';
import { chosenAfter, queryFor, shownWords, type Action, type Choices, type Chosen, type Filtered } from './filters.ts';

export interface FilteredPage<V extends Filtered> {
  readonly choices: Choices;
  /** What a choice shows. */
  readonly view: (chosen: Chosen) => V;
  /** Writes it into the page; `before` is what stands there, undefined at first. */
  readonly write: (now: V, before: V | undefined) => void;
  /** What the page is first shown with, where that is still on its way. */
  readonly awaited?: (chosen: Chosen) => Promise<unknown> | undefined;
}

/** The data of a page, which the build has written into `<script type="application/json">` below `root`. */
export function dataIn<T>(root: HTMLElement): T {
  const script = root.querySelector('script[type="application/json"][data-page]');
  if (!script) throw new Error('the page has no <script type="application/json" data-page>: see components/page/PageData.astro');
  return JSON.parse(script.textContent) as T;
}

interface Control {
  readonly link: HTMLAnchorElement;
  readonly name: string;
  readonly value: string;
  /** The element beside a value of a facet that says how many rows it would show. */
  readonly count: Element | null;
}

interface Handles {
  readonly controls: readonly Control[];
  readonly input: HTMLInputElement | null;
  readonly clears: readonly HTMLAnchorElement[];
  readonly empties: readonly HTMLElement[];
  readonly statuses: readonly HTMLElement[];
}

const all = <E extends HTMLElement>(root: HTMLElement, selector: string): E[] => [...root.querySelectorAll<E>(selector)];

const handlesIn = (root: HTMLElement): Handles => ({
  controls: all<HTMLAnchorElement>(root, 'a[data-facet], a[data-view]').map((link) => {
    const { facet, view, value = '' } = link.dataset;
    return { link, name: (facet ?? view)!, value, count: facet === undefined ? null : link.querySelector('.count') };
  }),
  input: root.querySelector<HTMLInputElement>('input[type="search"]'),
  clears: all(root, 'a[data-clear]'),
  empties: all(root, '[data-empty]'),
  statuses: all(root, '[role="status"]'),
});

/** Writes what is chosen into the controls: where each leads, which hold, and how many rows each would show. */
function writeControls({ controls, input, clears, empties, statuses }: Handles, choices: Choices, chosen: Chosen, now: Filtered): void {
  const addressAfter = (action: Action) => addressWith(queryFor(location.search, choices, chosenAfter(chosen, action, choices)));
  for (const { link, name, value, count } of controls) {
    link.href = addressAfter({ does: 'choose', name, value });
    if ((chosen[name] ?? '') === value) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
    if (!count) continue;
    const number = now.counts[name]?.get(value) ?? 0;
    count.textContent = number.toLocaleString('en');
    link.classList.toggle('is-none', number === 0);
  }
  for (const link of clears) link.href = addressAfter({ does: 'clear' });
  const words = (choices.text === undefined ? '' : chosen[choices.text]) ?? '';
  if (input && input.value.trim() !== words) input.value = words; // what is being typed stays, with its spaces
  for (const it of empties) it.hidden = now.shown.includes(true);
  for (const it of statuses) it.textContent = shownWords(now);
}

/** The filters of a page, for its other controls. */
export interface Filters<V> {
  /** Does it, with a step in the history. */
  readonly act: (action: Action) => void;
  /** Shows the same choice again: the page knows more than before. */
  readonly refresh: () => void;
  /** What is shown. */
  readonly now: () => V;
}

/** Binds the controls below `root` to a page, and shows what the address chooses. */
export function enhanceFilters<V extends Filtered>(root: HTMLElement, { choices, view, write, awaited }: FilteredPage<V>): Filters<V> {
  const handles = handlesIn(root);
  const actions = new Map<Element, Action>([
    ...handles.controls.map(({ link, name, value }) => [link, { does: 'choose', name, value }] as const),
    ...handles.clears.map((link) => [link, { does: 'clear' }] as const),
  ]);
  let chosen: Chosen = {};
  let now: V | undefined;
  let typing = 0;
  const show = (next: Chosen): V => {
    chosen = next;
    const before = now;
    now = view(chosen);
    write(now, before);
    writeControls(handles, choices, chosen, now);
    return now;
  };
  const take = (action: Action) => {
    clearTimeout(typing);
    return show(chosenAfter(chosen, action, choices));
  };
  const act = (action: Action) => {
    history.pushState(null, '', addressWith(queryFor(location.search, choices, chosenAfter(chosen, action, choices))));
    take(action);
  };
  const address = () => addressWith(queryFor(location.search, choices, chosen));

  root.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    const action = link && actions.get(link);
    if (!action || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    act(action);
  });
  handles.input?.addEventListener('input', ({ currentTarget }) => {
    take({ does: 'type', words: (currentTarget as HTMLInputElement).value });
    // a browser refuses to write an address for every key
    typing = window.setTimeout(() => history.replaceState(null, '', address()), 150);
  });
  window.addEventListener('popstate', () => take({ does: 'open', search: location.search }));
  root.classList.add('is-enhanced');
  const first = take({ does: 'open', search: location.search });
  const pending = awaited?.(chosen);
  if (pending) void pending.then(opened, opened);
  else opened();
  return { act, refresh: () => void show(chosen), now: () => now ?? first };
}

/** Rows in groups that stay where they are: hides those that are not shown, and each group of which no row is. */
export function rowHider(root: HTMLElement): (shown: readonly boolean[]) => void {
  const rows = all(root, '[data-row]').map((row) => ({ row, groups: groupsAbove(row) }));
  const groups = new Set(rows.flatMap((it) => it.groups));
  return (shown) => {
    const filled = new Set<HTMLElement>();
    for (const [i, { row, groups: above }] of rows.entries()) {
      row.hidden = !shown[i];
      if (shown[i]) for (const group of above) filled.add(group);
    }
    for (const group of groups) group.hidden = !filled.has(group);
  };
}

function groupsAbove(row: HTMLElement): HTMLElement[] {
  const group = row.parentElement?.closest<HTMLElement>('[data-group]');
  return group ? [group, ...groupsAbove(group)] : [];
}
