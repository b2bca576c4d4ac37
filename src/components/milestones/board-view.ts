/**
 * The board in the browser: shown at a moment, grouped and sorted in place. Every row carries what it says at each moment;
 * words and marks are taken from the controls, so that both say the same. What rows are chosen is `facets.ts`.
 */
import { arrange, type Arrangement, type Grouping, type Order } from '../../facts/order/arrange.ts';
import { addressWith } from '../page/address.ts';
import { wakeFacets, type Chosen } from '../page/facets.ts';

/** What a row says at a moment, or with both clocks. */
interface Reading {
  readonly statuses: readonly string[];
  /** Which of the observations in the row counts. */
  readonly seen?: Element;
  /** How many deliverables are done; undefined where nothing was said of them. */
  readonly done: number | undefined;
}

interface Row {
  readonly element: HTMLTableRowElement;
  readonly home: HTMLTableSectionElement;
  readonly system: string;
  readonly area: string;
  readonly title: string;
  readonly deliverables: number;
  readonly both: Reading;
  now: Reading;
}

interface Board {
  readonly root: HTMLElement;
  readonly rows: readonly Row[];
  /** The names of the moments; the first is empty, both clocks. */
  readonly moments: readonly string[];
  readonly keys: { readonly status: readonly string[]; readonly area: readonly string[] };
  /** The sentences that say what is shown at a moment. */
  readonly means: readonly HTMLElement[];
}

const nothing = 'none';

/** Wakes the board below `root`: its filters, and what arranges it. */
export function wakeBoard(root: HTMLElement): void {
  takeTarget(root);
  const valuesOf = (name: string) =>
    [...root.querySelectorAll<HTMLElement>(`[data-facet="${name}"], [data-view="${name}"]`)].map((it) => it.dataset['value']!);
  const moments = valuesOf('at');
  const rows = [...root.querySelectorAll<HTMLTableRowElement>('[data-row]')].map(readRow);
  const keys = { status: valuesOf('status').filter(Boolean), area: valuesOf('area').filter(Boolean) };
  const means = [...root.querySelectorAll<HTMLElement>('[data-means]')];
  const board: Board = { root, rows, moments, keys, means };
  let before: string[] = ['', '', ''];
  const arrangeBy = (chosen: Chosen): boolean => {
    const { at = '', group = '', sort = '' } = chosen;
    const now = [at, group, sort];
    const isSame = now.every((it, i) => it === before[i]);
    if (at !== before[0]) {
      showMoment(board, at);
      bringIntoSight(root, at);
    }
    if (!isSame) regroup(board, { group: (group || 'system') as Grouping, sort: (sort || 'order') as Order }, at);
    before = now;
    markView(board, chosen);
    return !isSame;
  };
  wakeFacets(root, arrangeBy, (row, isHidden) => row.classList.toggle('is-out', isHidden));
}

/** Moves the timeline, where it is longer than its frame, until the chosen tick stands in the middle. */
function bringIntoSight(root: HTMLElement, at: string): void {
  const tick = root.querySelector<HTMLElement>(`li:has(> [data-view="at"][data-value="${at}"])`);
  const frame = tick?.closest<HTMLElement>('.scale');
  if (tick && frame) frame.scrollLeft = tick.offsetLeft + tick.offsetWidth / 2 - frame.clientWidth / 2;
}

/** A filter that was followed without script, `#status-complete`, stands in the query from now on. */
function takeTarget(root: HTMLElement): void {
  document.querySelector('style[data-targets]')?.remove();
  const link = [...root.querySelectorAll<HTMLAnchorElement>('a[data-facet]')].find(
    (it) => it.dataset['value'] && it.hash === location.hash,
  );
  if (!link) return;
  const query = new URLSearchParams(location.search);
  query.set(link.dataset['facet']!, link.dataset['value']!);
  history.replaceState(null, '', addressWith(`?${query}`));
}

function readRow(element: HTMLTableRowElement): Row {
  const { system = '', area = '', status = '' } = element.dataset;
  const both: Reading = { statuses: status.split(' '), done: element.querySelectorAll('.graduations > .done').length };
  return {
    element,
    home: element.parentElement as HTMLTableSectionElement,
    system,
    area: area.split(' ')[0]!,
    title: element.querySelector('th a')!.textContent,
    deliverables: Number(element.querySelector('.count')?.textContent ?? 0),
    both,
    now: both,
  };
}

/** What a row says at a moment, as `rowAttributes` has written it. The word of a status tells which it is. */
function readingAt(board: Board, { element, deliverables, both }: Row, at: string, byWord: ReadonlyMap<string, string>): Reading {
  if (at === '') return both;
  const written = (element.dataset['readings'] ?? '').split(' ').slice(0, board.moments.indexOf(at));
  const [index = '-', done] = written.findLast((it) => it !== '')?.split(':') ?? [];
  if (index === '-') return { statuses: [nothing], done: done === undefined ? undefined : Number(done) };
  const seen = element.querySelectorAll('td:not(.at) > .seen')[Number(index)]!;
  const status = byWord.get(seen.querySelector('.state')!.textContent.trim())!;
  return { statuses: [status], seen, done: done === undefined ? (status === 'complete' ? deliverables : 0) : Number(done) };
}

/** What of the view the stylesheet must know. The rail, for one, holds only for the source's own order, whole and as documented. */
function markView({ root, means }: Board, { at = '', group = '', sort = '', status, area, q }: Chosen): void {
  const isLater = at !== '' && at !== 'documented';
  root.classList.toggle('is-mixed', group !== '');
  root.classList.toggle('is-at', at !== '');
  root.classList.toggle('is-later', isLater);
  root.classList.toggle('is-reordered', isLater || group !== '' || sort !== '');
  root.classList.toggle('is-filtered', [status, area, q].some(Boolean));
  for (const it of means) it.hidden = it.dataset['means'] !== at;
}

/** What stands in a control beside its count: mark or glyph, and word. */
function contentOf({ root }: Board, name: string, value: string): Node[] {
  const link = root.querySelector(`a[data-facet="${name}"][data-value="${value}"]`);
  return [...(link?.childNodes ?? [])].filter((it) => !(it instanceof Element && it.matches('.count'))).map((it) => it.cloneNode(true));
}

/** A status as glyph and word; the word may be another. */
function stateOf(board: Board, status: string, word: (plain: string) => string = (plain) => plain): Element {
  const state = board.root.querySelector(`a[data-facet="status"][data-value="${status}"] .state`)!.cloneNode(true) as Element;
  const text = state.querySelector('span')!;
  text.textContent = word(text.textContent);
  return state;
}

/** `as of 2025-10-16`, as the timeline has it. */
const momentTitle = ({ root }: Board, at: string): string =>
  root.querySelector<HTMLElement>(`a[data-view="at"][data-value="${at}"]`)!.dataset['title']!;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Sets what every row says at a moment. The observation that counts is shown in a column of its own, beside the two clocks. */
function showMoment(board: Board, at: string): void {
  const label = capital(momentTitle(board, at));
  const byWord = new Map(board.keys.status.map((status) => [stateOf(board, status).textContent.trim(), status]));
  for (const row of board.rows) {
    const { element } = row;
    row.now = readingAt(board, row, at, byWord);
    element.dataset['status'] = row.now.statuses.join(' ');
    showDone(element, row.now.done);
    if (at === '') continue;
    const cell = element.querySelector<HTMLElement>('td.at') ?? cellAfter(element.querySelector('[data-label="As found"]')!, 'td');
    cell.dataset['label'] = label;
    const observed = row.now.seen?.cloneNode(true) as HTMLElement | undefined;
    if (observed) observed.hidden = false;
    cell.replaceChildren(observed ?? stateOf(board, nothing, (word) => `${word} by then`));
  }
}

function cellAfter(other: Element, name: 'td' | 'th'): HTMLElement {
  const cell = document.createElement(name);
  cell.className = 'at';
  other.after(cell);
  return cell;
}

function showDone(row: Element, done: number | undefined): void {
  const cell = row.querySelector('.delivers');
  if (!cell) return;
  const says = done === undefined ? ', nothing said of them' : `, ${done} complete`;
  const text = cell.querySelector('.sr-only')!;
  if (text.textContent === says) return;
  text.textContent = says;
  for (const [i, mark] of [...cell.querySelectorAll('i')].entries()) mark.classList.toggle('done', i < (done ?? 0));
}

/** Puts the rows where the arrangement wants them: in the tables of their systems, or in one made for each group. */
function regroup(board: Board, view: Arrangement, at: string): void {
  const { root, rows, keys } = board;
  const placed = rows.map((row) => {
    const { statuses, done } = row.now;
    const status = statuses[0] === nothing ? '' : statuses[0]!;
    return {
      row,
      system: row.system,
      area: row.area,
      title: row.title,
      status,
      left: done === undefined ? undefined : row.deliverables - done,
    };
  });
  const groups = arrange(placed, view, keys);
  const made = [...root.querySelectorAll('.made')];
  const before = root.querySelector('template')!;
  for (const { key, rows: them } of groups) {
    const inGroup = them.map((it) => it.row);
    const section = view.group === 'system' ? inGroup[0]!.home.closest('section')! : makeGroup(board, view.group, key, at);
    if (view.group === 'system') inGroup[0]!.home.append(...inGroup.map((it) => it.element));
    else {
      before.before(section);
      section.querySelector('tbody')!.append(...inGroup.map((it) => named(board, it)));
    }
    countIn(board, section, inGroup, at, view.group !== 'status');
  }
  for (const it of made) it.remove();
  for (const head of root.querySelectorAll('thead th[data-column="As found"]')) {
    const next = head.nextElementSibling?.matches('.at') ? (head.nextElementSibling as HTMLElement) : cellAfter(head, 'th');
    next.setAttribute('scope', 'col');
    next.textContent = capital(momentTitle(board, at));
  }
}

/** A section with an empty table, and with the name of its group. */
function makeGroup(board: Board, group: Grouping, key: string, at: string): HTMLElement {
  const section = (board.root.querySelector('template')!.content.firstElementChild as HTMLElement).cloneNode(true) as HTMLElement;
  const name =
    group === 'none'
      ? ['All milestones']
      : group === 'status' && key === '' && at !== ''
        ? [stateOf(board, nothing, (word) => `${word} by then`)]
        : contentOf(board, group, key || nothing);
  const head = section.querySelector('h2')!;
  head.replaceChildren(...name);
  section.querySelector('[role="region"]')!.setAttribute('aria-label', `Milestones: ${head.textContent.trim()}`);
  return section;
}

/** A row that stands among those of other systems says whose it is. */
function named(board: Board, { element, system }: Row): HTMLElement {
  if (!element.querySelector('.of')) {
    const of = document.createElement('span');
    of.className = 'of';
    of.append(...contentOf(board, 'system', system));
    element.querySelector('.place')!.prepend(of, ' ');
  }
  return element;
}

/** Writes into the head of a group how many milestones there are, and how many of each status. */
function countIn(board: Board, section: Element, rows: readonly Row[], at: string, byStatus: boolean): void {
  const deliverables = rows.reduce((sum, it) => sum + it.deliverables, 0);
  const counted = (number: number, word: string) => `${number.toLocaleString('en')} ${word}${number === 1 ? '' : 's'}`;
  section.querySelector('.size')!.textContent =
    `${counted(rows.length, 'milestone')}${deliverables > 0 ? `, ${counted(deliverables, 'deliverable')}` : ''}`;
  const counts = Map.groupBy(rows, (row) => row.now.statuses[0]!);
  const title = document.createElement('span');
  title.className = 'label';
  title.textContent = momentTitle(board, at);
  section
    .querySelector('.counts')!
    .replaceChildren(
      ...board.keys.status
        .filter((status) => byStatus && counts.has(status) && (at !== '' || status !== nothing))
        .map((status) =>
          stateOf(
            board,
            status,
            (word) => `${counts.get(status)!.length.toLocaleString('en')} ${word.toLowerCase()}${status === nothing ? ' by then' : ''}`,
          ),
        ),
      title,
    );
}
