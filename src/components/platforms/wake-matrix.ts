/**
 * What script adds to the matrix: filters that work together, the state as of a day, and a plate that opens below the
 * row of a cell. All of it stands in the address, `?found=planned&at=2026-02-21&cell=violetos-raspberry-pi-4`.
 */
import { differ } from '../../facts/matrix.ts';
import { bySide, type Moment } from '../../facts/evidence.ts';
import type { PlatformState } from '../../schemas/platforms.ts';
import { addressWith } from '../page/address.ts';
import { wakeFacets, type Chosen } from '../page/facets.ts';

const views = ['at', 'cell'];

export function wakeMatrix(root: HTMLElement): void {
  const firstSystem = root.querySelector<HTMLElement>('[data-facet="system"]:not([data-value=""])')?.dataset['value'] ?? '';
  const showAsOf = wakeAsOf(root);
  nameCells(root);
  const more = root.querySelector<HTMLDetailsElement>('.matrix-filters details');
  const plates = wakePlates(root);
  let shownBy = '';
  wakeFacets(root, (chosen: Chosen) => {
    const facets = Object.keys(chosen).filter((name) => chosen[name] && !views.includes(name));
    root.dataset['only'] = chosen['system'] ?? '';
    // A phone shows one system at a time: the first, until something is chosen.
    root.dataset['first'] = facets.length === 0 ? firstSystem : '';
    root.toggleAttribute('data-chosen', facets.length > 0);
    if (more && facets.some((name) => name !== 'system' && name !== 'q')) more.open = true;
    queueMicrotask(plates.follow); // the rows are chosen when this returns
    if ((chosen['at'] ?? '') === shownBy) return;
    shownBy = chosen['at'] ?? '';
    showAsOf(shownBy);
    if (more && shownBy !== '') more.open = true;
  });
  plates.open();
  window.addEventListener('beforeprint', () => printWhatIsShown(root));
}

/** What the search looks at: the names of target and system, and what the notes say. */
function nameCells(root: HTMLElement): void {
  const notes = new Map([...root.querySelectorAll<HTMLElement>('[data-notes]')].map((it) => [it.dataset['notes'], it.textContent]));
  for (const cell of root.querySelectorAll<HTMLElement>('.cell'))
    cell.dataset['text'] = `${cell.textContent} ${notes.get(cell.dataset['cell']) ?? ''}`;
}

/** The moment that a value of the address stands for; undefined: whatever was found last. */
function momentOf(value: string): Moment | undefined {
  if (value === '') return undefined;
  return value === 'found-undated' ? { at: 'found-undated' } : { at: 'day', day: value };
}

/** Returns what shows every cell as of a moment: which observation counts, its state, and whether it differs. */
function wakeAsOf(root: HTMLElement): (value: string) => void {
  const heads = [...root.querySelectorAll<HTMLElement>('[data-clock="found"]')];
  const cells = [...root.querySelectorAll<HTMLElement>('.cell')].map((cell) => {
    const seen = [...cell.querySelectorAll<HTMLElement>('.seen')].map((element) => ({
      element,
      asOf: element.dataset['asOf']!,
      cite: [{ source: '' }],
    }));
    return { cell, seen };
  });
  return (value) => {
    const moment = momentOf(value);
    for (const { cell, seen } of cells) {
      const counts = moment ? bySide(seen, () => 'found').at(moment) : seen.at(-1);
      for (const it of seen) it.element.hidden = it !== counts;
      cell.querySelector('.nothing')?.remove();
      if (!counts && seen.length > 0) cell.querySelector('.found')!.append(nothingYet(root));
      const state = (counts?.element.dataset['state'] ?? 'unnamed') as PlatformState;
      cell.dataset['found'] = state;
      cell.dataset['differs'] = differ(cell.dataset['documented'] as PlatformState, state) ? 'yes' : 'no';
    }
    for (const head of heads) head.textContent = value === '' ? 'found' : value === 'found-undated' ? 'undated copy' : `by ${value}`;
  };
}

/** The glyph of what is not named, with the words for a time before anything was seen. */
function nothingYet(root: HTMLElement): Element {
  const state = root.querySelector('.legend .state.unnamed')!.cloneNode(true) as HTMLElement;
  state.classList.add('nothing');
  state.lastElementChild!.textContent = 'Not yet';
  return state;
}

/**
 * Cells become buttons that open their plate; without script they stay links to the platform's page. Returned is what
 * opens the plate that the address names, and what makes the open one go when its cell is not shown.
 */
function wakePlates(root: HTMLElement): { readonly open: () => void; readonly follow: () => void } {
  const cells = new Map([...root.querySelectorAll<HTMLAnchorElement>('a.cell')].map((it) => [it.dataset['cell']!, it]));
  let opened: HTMLAnchorElement | undefined;
  let row: HTMLTableRowElement | undefined;

  const follow = () => {
    if (row) row.hidden = opened?.hidden ?? false;
  };
  const show = async (cell: HTMLAnchorElement | undefined) => {
    row?.remove();
    if (opened) close(opened);
    opened = cell;
    if (!cell) return;
    cell.setAttribute('aria-expanded', 'true');
    cell.parentElement!.classList.add('is-open');
    const plate = await plateOf(cell);
    if (opened !== cell) return; // another one was chosen meanwhile
    const target = cell.closest('tr')!;
    row = rowWith(plate, target.cells.length);
    target.after(row);
    follow();
    cell.setAttribute('aria-controls', row.id);
  };
  const go = async (cell: HTMLAnchorElement | undefined) => {
    const query = new URLSearchParams(location.search);
    if (cell) query.set('cell', cell.dataset['cell']!);
    else query.delete('cell');
    history.pushState(null, '', addressWith(query.size > 0 ? `?${query}` : ''));
    await show(cell).catch(() => cell && location.assign(cell.href));
  };
  const fromAddress = () => show(cells.get(new URLSearchParams(location.search).get('cell') ?? '')).catch(() => undefined);

  for (const cell of cells.values()) {
    cell.setAttribute('role', 'button');
    close(cell);
  }
  root.addEventListener('click', (event) => {
    const cell = cellAt(event);
    if (!cell || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void go(cell === opened ? undefined : cell);
  });
  for (const soon of ['pointerover', 'focusin'])
    root.addEventListener(soon, (event) => {
      const cell = cellAt(event);
      if (cell) plateOf(cell).catch(() => undefined); // asked again when it is opened
    });
  root.addEventListener('keydown', (event) => {
    const at = event.target as HTMLElement;
    if (event.key === ' ' && at.matches('a.cell')) {
      event.preventDefault(); // a button answers to the space bar, and does not scroll
      at.click();
    }
    if (event.key === 'Escape' && opened && at.closest('.matrix')) {
      opened.focus();
      void go(undefined);
    }
  });
  window.addEventListener('popstate', () => void fromAddress());
  return { open: () => void fromAddress().then(() => opened?.scrollIntoView({ block: 'center' })), follow };
}

const cellAt = (event: Event) => (event.target as Element).closest<HTMLAnchorElement>('a.cell') ?? undefined;

const fetched = new Map<string, Promise<Element>>();

/** The plate of a cell, from the page that it leads to. Rejects when the page cannot be had, and then asks anew next time. */
function plateOf({ href }: HTMLAnchorElement): Promise<Element> {
  const known = fetched.get(href);
  if (known) return known;
  const asked = fetchPlate(href);
  fetched.set(href, asked);
  asked.catch(() => fetched.delete(href));
  return asked;
}

/** Only the template is parsed: the styles of a whole page would be held against the policy of this one. */
async function fetchPlate(href: string): Promise<Element> {
  const page = await (await fetch(href)).text();
  const from = page.indexOf('<template data-plate');
  const part = page.slice(from, page.indexOf('</template>', from));
  const plate = new DOMParser().parseFromString(part, 'text/html').querySelector('template')?.content.firstElementChild;
  if (from < 0 || !plate) throw new Error(`${href} has no plate`);
  return plate;
}

function close(cell: HTMLElement): void {
  cell.setAttribute('aria-expanded', 'false');
  cell.removeAttribute('aria-controls');
  cell.parentElement!.classList.remove('is-open');
}

function rowWith(plate: Element, columns: number): HTMLTableRowElement {
  const row = document.createElement('tr');
  row.className = 'plate-row';
  row.id = 'open-plate';
  const cell = row.insertCell();
  cell.colSpan = columns;
  const frame = document.createElement('div');
  frame.append(plate.cloneNode(true));
  cell.append(frame);
  return row;
}

/** Carries the choice over to the second sheet: what is not shown there is empty, and the state is that of the day. */
function printWhatIsShown(root: HTMLElement): void {
  for (const place of root.querySelectorAll<HTMLElement>('.sheet [data-cell-of]')) {
    const cell = root.querySelector<HTMLElement>(`.cell[data-cell="${place.dataset['cellOf']}"]`);
    if (!cell) continue;
    const shown = cell.querySelector<HTMLElement>('.found > :not(.sr-only, [hidden])');
    const asOf = shown?.dataset['asOf'] ?? 'undated';
    const date = Object.assign(document.createElement('span'), { className: 'date', textContent: asOf === 'undated' ? '' : asOf });
    place.replaceChildren(...(cell.hidden ? [] : [shown?.textContent.trim() ?? '', ' ', date]));
    place.classList.toggle('differs', !cell.hidden && cell.dataset['differs'] === 'yes');
  }
  for (const row of root.querySelectorAll<HTMLElement>('.sheet tbody tr:has([data-cell-of])'))
    row.hidden = [...row.querySelectorAll('[data-cell-of]')].every((it) => it.textContent === '');
}
