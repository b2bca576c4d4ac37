/**
 * The board in the browser: writes what `board-state.ts` says is shown. Elements are found once, rows in their order; but for
 * their words, what stands in them is never read. Glyphs and marks are copied from a template of the page.
 */
import { addressWith } from '../page/address.ts';
import { dataIn, enhanceFilters } from '../page/filter-controls.ts';
import { queryFor } from '../page/filters.ts';
import { boardChoices, boardReader, nothing, type BoardGroup, type BoardView, type SentBoard } from './board-state.ts';

interface RowHandles {
  readonly element: HTMLTableRowElement;
  /** The table that it stands in while rows are grouped by system. */
  readonly home: HTMLElement;
  readonly observations: readonly HTMLElement[];
  readonly asFound: Element;
  readonly place: Element;
  /** The sentence and the marks of its deliverables; undefined where no system of its table names any. */
  readonly delivers: { readonly says: Element; readonly marks: readonly Element[] } | undefined;
  /** The column of the moment; made when it is first needed. */
  at: HTMLElement | undefined;
  /** Whether it names its system. */
  isNamed: boolean;
}

interface Handles {
  readonly root: HTMLElement;
  readonly board: SentBoard;
  readonly rows: readonly RowHandles[];
  /** By the ids of the systems. */
  readonly homes: ReadonlyMap<string, HTMLElement>;
  /** Behind this, sections of other groups are put. */
  readonly group: HTMLTemplateElement;
  readonly words: DocumentFragment;
  readonly sentences: readonly HTMLElement[];
  /** The sections of the groups that are not systems. */
  made: HTMLElement[];
}

const asBuilt: Pick<BoardView, 'at' | 'group' | 'sort'> = { at: '', group: 'system', sort: 'order' };

/** Takes over the board below `root`: its filters, and what arranges it. */
export function enhanceBoard(root: HTMLElement): void {
  const board = dataIn<SentBoard>(root);
  const choices = boardChoices(board);
  const handles = handlesOf(root, board);
  takeTarget(Object.entries(choices.facets), (name, value) => queryFor(location.search, choices, { [name]: value }));
  enhanceFilters(root, {
    choices,
    view: boardReader(board, handles.rows.map(wordsOf)),
    write: (now, before) => writeBoard(handles, now, before),
  });
}

/** The title, and the goal where it stands in the row: in lower case, a blank between any two words. */
const wordsOf = ({ element }: RowHandles): string =>
  element.querySelector('[data-text]')!.textContent.trim().replace(/\s+/g, ' ').toLowerCase();

/** A filter that was followed without script, `#status-complete`, stands in the query from now on. */
function takeTarget(
  facets: readonly (readonly [name: string, values: readonly string[]])[],
  query: (name: string, value: string) => string,
): void {
  document.querySelector('style[data-targets]')?.remove();
  for (const [name, values] of facets)
    for (const value of values) if (location.hash === `#${name}-${value}`) history.replaceState(null, '', addressWith(query(name, value)));
}

function handlesOf(root: HTMLElement, board: SentBoard): Handles {
  const rows = [...root.querySelectorAll<HTMLTableRowElement>('[data-row]')].map((element): RowHandles => {
    const delivers = element.querySelector('.delivers');
    return {
      element,
      home: element.parentElement!,
      observations: [...element.querySelectorAll<HTMLElement>('.seen')],
      asFound: element.querySelector('[data-label="As found"]')!,
      place: element.querySelector('.place')!,
      delivers: delivers ? { says: delivers.querySelector('.sr-only')!, marks: [...delivers.querySelectorAll('i')] } : undefined,
      at: undefined,
      isNamed: false,
    };
  });
  const template = (name: string) => root.querySelector<HTMLTemplateElement>(`template[data-${name}]`)!;
  return {
    root,
    board,
    rows,
    homes: new Map(board.systems.map((id) => [id, document.getElementById(`board-${id}`)!.closest('section')!])),
    group: template('made'),
    words: template('words').content,
    sentences: [...root.querySelectorAll<HTMLElement>('[data-means]')],
    made: [],
  };
}

function writeBoard(handles: Handles, now: BoardView, before: BoardView | undefined): void {
  const { at, group, sort } = before ?? asBuilt;
  const isMoved = now.at !== at;
  if (isMoved) {
    writeReadings(handles, now);
    bringIntoSight(handles.root, now.at);
  }
  if (isMoved || now.group !== group || now.sort !== sort) writeGroups(handles, now);
  for (const [i, { element }] of handles.rows.entries()) element.classList.toggle('is-out', !now.shown[i]);
  for (const home of handles.homes.values()) home.hidden = now.group !== 'system';
  for (const [i, it] of now.groups.entries()) sectionOf(handles, now, i).hidden = !it.isShown;
  writeMarks(handles, now);
}

const sectionOf = ({ homes, made }: Handles, { group, groups }: BoardView, i: number): HTMLElement =>
  group === 'system' ? homes.get(groups[i]!.key)! : made[i]!;

/** What of the view the stylesheet must know. The rail, for one, holds only for the source's own order, whole and as documented. */
function writeMarks({ root, sentences }: Handles, { at, group, sort, isFiltered }: BoardView): void {
  const isLater = at !== '' && at !== 'documented';
  root.classList.toggle('is-mixed', group !== 'system');
  root.classList.toggle('is-at', at !== '');
  root.classList.toggle('is-later', isLater);
  root.classList.toggle('is-reordered', isLater || group !== 'system' || sort !== 'order');
  root.classList.toggle('is-filtered', isFiltered);
  for (const it of sentences) it.hidden = it.dataset['means'] !== at;
}

/** Moves the timeline, where it is longer than its frame, until the chosen tick stands in the middle. */
function bringIntoSight(root: HTMLElement, at: string): void {
  const tick = root.querySelector<HTMLElement>(`li:has(> [data-view="at"][data-value="${at}"])`);
  const frame = tick?.closest<HTMLElement>('.scale');
  if (tick && frame) frame.scrollLeft = tick.offsetLeft + tick.offsetWidth / 2 - frame.clientWidth / 2;
}

/** What stands for a system: its mark and its name. */
const systemWords = ({ words }: Handles, system: string): Node[] =>
  [...words.querySelector(`[data-system="${system}"]`)!.childNodes].map((it) => it.cloneNode(true));

/** A status as glyph and word. */
function stateOf({ words }: Handles, status: string, word: string): Element {
  const state = words.querySelector(`[data-status="${status}"] > .state`)!.cloneNode(true) as Element;
  state.lastElementChild!.textContent = word;
  return state;
}

const statusWord = ({ board }: Handles, status: string, at: string): string => {
  const { word } = board.statuses.find(({ value }) => value === status)!;
  return status === nothing && at !== '' ? `${word} by then` : word;
};
const titleOf = ({ board }: Handles, at: string): string => board.moments.find(({ name }) => name === at)!.title;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Writes what every row says at the moment: the observation that counts stands in a column of its own, beside the two clocks. */
function writeReadings(handles: Handles, { at, readings }: BoardView): void {
  const label = capital(titleOf(handles, at));
  for (const [i, row] of handles.rows.entries()) {
    const { statuses, observation, done } = readings[i]!;
    writeDone(row, done);
    if (at === '') continue;
    row.at ??= cellAfter(row.asFound, 'td');
    row.at.dataset['label'] = label;
    const isKept = observation !== undefined && handles.board.hasEveryObservation;
    const copy = isKept ? (row.observations[observation]!.cloneNode(true) as HTMLElement) : undefined;
    if (copy) copy.hidden = false;
    row.at.replaceChildren(copy ?? stateOf(handles, statuses[0]!, statusWord(handles, statuses[0]!, at)));
  }
}

function cellAfter(other: Element, name: 'td' | 'th'): HTMLElement {
  const cell = document.createElement(name);
  cell.className = 'at';
  other.after(cell);
  return cell;
}

function writeDone({ delivers }: RowHandles, done: number | undefined): void {
  if (!delivers) return;
  delivers.says.textContent = done === undefined ? ', nothing said of them' : `, ${done} complete`;
  for (const [i, mark] of delivers.marks.entries()) mark.classList.toggle('done', i < (done ?? 0));
}

/** Puts the rows where the arrangement wants them: in the tables of their systems, or in one made for each group. */
function writeGroups(handles: Handles, now: BoardView): void {
  const gone = handles.made;
  handles.made = now.group === 'system' ? [] : now.groups.map((it) => makeSection(handles, now, it));
  handles.group.before(...handles.made);
  for (const [i, group] of now.groups.entries()) {
    const section = sectionOf(handles, now, i);
    const rows = group.rows.map((it) => handles.rows[it]!);
    if (now.group === 'system') rows[0]!.home.append(...rows.map(({ element }) => element));
    else {
      for (const it of group.rows) nameRow(handles, it);
      section.querySelector('tbody')!.append(...rows.map(({ element }) => element));
    }
    writeHead(handles, section, group, now.at);
  }
  for (const it of gone) it.remove();
  for (const head of handles.root.querySelectorAll('thead th[data-column="As found"]')) {
    const next = head.nextElementSibling?.matches('.at') ? (head.nextElementSibling as HTMLElement) : cellAfter(head, 'th');
    next.setAttribute('scope', 'col');
    next.textContent = capital(titleOf(handles, now.at));
  }
}

/** A section with an empty table, and with the name of its group. */
function makeSection(handles: Handles, { group, at }: BoardView, { key }: BoardGroup): HTMLElement {
  const section = handles.group.content.firstElementChild!.cloneNode(true) as HTMLElement;
  const word =
    group === 'none'
      ? 'All milestones'
      : group === 'status'
        ? statusWord(handles, key || nothing, at)
        : (handles.board.areas.find(({ value }) => value === key)?.word ?? 'No area named');
  section.querySelector('h2')!.replaceChildren(group === 'status' ? stateOf(handles, key || nothing, word) : word);
  section.querySelector('[role="region"]')!.setAttribute('aria-label', `Milestones: ${word}`);
  return section;
}

/** A row that stands among those of other systems says whose it is. */
function nameRow(handles: Handles, index: number): void {
  const row = handles.rows[index]!;
  if (row.isNamed) return;
  row.isNamed = true;
  const of = document.createElement('span');
  of.className = 'of';
  of.append(...systemWords(handles, handles.board.systems[handles.board.columns.system[index]!]!));
  row.place.prepend(of, ' ');
}

const counted = (number: number, word: string): string => `${number.toLocaleString('en')} ${word}${number === 1 ? '' : 's'}`;

/** Writes into the head of a group how many milestones there are, and how many of each status. */
function writeHead(handles: Handles, section: HTMLElement, { rows, deliverables, counts }: BoardGroup, at: string): void {
  section.querySelector('.size')!.textContent =
    counted(rows.length, 'milestone') + (deliverables > 0 ? `, ${counted(deliverables, 'deliverable')}` : '');
  const title = document.createElement('span');
  title.className = 'label';
  title.textContent = titleOf(handles, at);
  const states = counts.map(([status, count]) =>
    stateOf(handles, status, `${count.toLocaleString('en')} ${statusWord(handles, status, at).toLowerCase()}`),
  );
  section.querySelector('.counts')!.replaceChildren(...states, title);
}
