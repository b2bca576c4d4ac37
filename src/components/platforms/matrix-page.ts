/**
 * The matrix in the browser: writes what `matrix-state.ts` says is shown, and opens the plate of a cell below its row. What
 * stands in the page is never read. All that is chosen stands in the address, `?found=planned&at=2026-02-21&cell=violetos-raspberry-pi-4`.
 */
import { dataIn, enhanceFilters, rowHider, type Filters } from '../page/filter-controls.ts';
import type { Details } from './details.ts';
import { matrixChoices, matrixView, type MatrixView, type SentMatrix } from './matrix-state.ts';
import { plateOf, type PlateParts } from './plate.ts';

interface CellHandles {
  readonly button: HTMLButtonElement;
  /** The address of the platform's page. */
  readonly href: string;
  readonly found: HTMLElement;
  readonly observations: readonly HTMLElement[];
  /** The cell of the second table on paper. */
  readonly onPaper: HTMLElement | undefined;
}

interface Handles {
  readonly root: HTMLElement;
  readonly matrix: SentMatrix;
  readonly cells: readonly CellHandles[];
  readonly heads: readonly HTMLElement[];
  readonly more: HTMLDetailsElement | null;
  readonly parts: PlateParts;
  readonly hide: (shown: readonly boolean[]) => void;
}

/** Takes over the matrix below `root`. */
export function enhanceMatrix(root: HTMLElement): void {
  const matrix = dataIn<SentMatrix>(root);
  const handles = handlesOf(root, matrix);
  let texts: readonly string[] | undefined;
  const details = once(async () => {
    const all = (await (await fetch(matrix.details)).json()) as Readonly<Record<string, Details>>;
    texts = matrix.cells.map(({ id }) => all[id]!.text);
    return all;
  });
  const plate = plateBelow(handles, details);
  const filters = enhanceFilters<MatrixView>(root, {
    choices: matrixChoices(matrix),
    view: (chosen) => {
      if (chosen['q'] && texts === undefined) void details().then(() => filters.refresh(), ignore);
      return matrixView(matrix, texts, chosen);
    },
    write: (now, before) => {
      writeMatrix(handles, now, before);
      plate.write(now, before);
    },
    awaited: ({ q, cell }) => (q || cell ? details() : undefined),
  });
  listen(handles, filters, plate, details);
}

/** A failure that is told where the same thing is asked again. */
const ignore = (): void => undefined;

/** Asks once, and anew when it failed. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => {
    asked ??= ask().catch((error: unknown) => {
      asked = undefined;
      throw error;
    });
    return asked;
  };
}

function handlesOf(root: HTMLElement, matrix: SentMatrix): Handles {
  const words = root.querySelector<HTMLTemplateElement>('template[data-words]')!.content;
  const onPaper = [...root.querySelectorAll<HTMLElement>('[data-cell-of]')];
  const cells = [...root.querySelectorAll<HTMLAnchorElement>('a.cell')].map((link, i): CellHandles => {
    const button = buttonFor(link);
    const found = button.querySelector<HTMLElement>('.found')!;
    const observations = [...button.querySelectorAll<HTMLElement>('.seen')];
    return { button, href: link.href, found, observations, onPaper: onPaper[i] };
  });
  return {
    root,
    matrix,
    cells,
    heads: [...root.querySelectorAll<HTMLElement>('[data-clock="found"]')],
    more: root.querySelector<HTMLDetailsElement>('.matrix-filters details'),
    parts: {
      words: matrix.words,
      glyph: (name) => words.querySelector(`[data-word="${name}"]`)?.firstElementChild?.cloneNode(true),
    },
    hide: rowHider(root),
  };
}

/** A cell leads to the platform's page; with script it opens a plate, and is a button. */
function buttonFor(link: HTMLAnchorElement): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  for (const { name, value } of link.attributes) if (name !== 'href') button.setAttribute(name, value);
  button.setAttribute('aria-expanded', 'false');
  button.append(...link.childNodes);
  link.replaceWith(button);
  return button;
}

function writeMatrix({ root, matrix, cells, heads, more, parts, hide }: Handles, now: MatrixView, before: MatrixView | undefined): void {
  root.dataset['only'] = now.only;
  root.dataset['first'] = now.first;
  root.toggleAttribute('data-chosen', now.isChosen);
  if (more && now.isMoreChosen) more.open = true;
  hide(now.shown);
  if (now.at === (before?.at ?? '')) return;
  for (const head of heads) head.textContent = now.at === '' ? 'found' : now.at === 'found-undated' ? 'undated copy' : `by ${now.at}`;
  for (const [i, { button, found, observations }] of cells.entries()) {
    const { counts, differs } = now.readings[i]!;
    for (const [k, it] of observations.entries()) it.hidden = k !== counts;
    found.querySelector('.nothing')?.remove();
    if (counts === undefined && matrix.cells[i]!.found.length > 0) found.append(notYet(parts));
    button.dataset['differs'] = differs ? 'yes' : 'no';
  }
}

/** The glyph of what is not named, with the words for a time before anything was found. */
function notYet({ glyph }: PlateParts): Node {
  const state = glyph('state-unnamed') as Element;
  state.classList.add('nothing');
  state.lastElementChild!.textContent = 'Not yet';
  return state;
}

interface Plate {
  readonly write: (now: MatrixView, before: MatrixView | undefined) => void;
  /** Says that the reader asks for this platform now: if its plate cannot be had, its page is opened. */
  readonly ask: (index: number | undefined) => void;
}

/** The plate of one cell, in a row of its own below that of the cell. */
function plateBelow({ cells, matrix, parts }: Handles, details: () => Promise<Readonly<Record<string, Details>>>): Plate {
  let open: number | undefined;
  let asked: number | undefined;
  let row: HTMLTableRowElement | undefined;
  const close = () => {
    row?.remove();
    row = undefined;
    if (open === undefined) return;
    const { button } = cells[open]!;
    button.setAttribute('aria-expanded', 'false');
    button.removeAttribute('aria-controls');
    button.parentElement!.classList.remove('is-open');
  };
  const show = async (index: number, now: MatrixView, isFirst: boolean) => {
    const { button } = cells[index]!;
    button.setAttribute('aria-expanded', 'true');
    button.parentElement!.classList.add('is-open');
    const all = await details();
    if (open !== index) return; // another one was chosen meanwhile
    const target = button.closest('tr')!;
    row = rowWith(plateOf(all[matrix.cells[index]!.id]!, parts), target.cells.length);
    row.hidden = !now.shown[index];
    target.after(row);
    button.setAttribute('aria-controls', row.id);
    if (isFirst) button.scrollIntoView({ block: 'center' });
  };
  return {
    ask: (index) => {
      asked = index;
    },
    write: (now, before) => {
      if (now.open !== open) {
        close();
        open = now.open;
        if (open !== undefined) {
          const index = open;
          show(index, now, before === undefined).catch(() => asked === index && location.assign(cells[index]!.href));
        }
      } else if (row && open !== undefined) row.hidden = !now.shown[open];
    },
  };
}

function rowWith(plate: Element, columns: number): HTMLTableRowElement {
  const row = document.createElement('tr');
  row.className = 'plate-row';
  row.id = 'open-plate';
  const cell = row.insertCell();
  cell.colSpan = columns;
  const frame = document.createElement('div');
  frame.append(plate);
  cell.append(frame);
  return row;
}

function listen(handles: Handles, filters: Filters<MatrixView>, plate: Plate, details: () => Promise<unknown>): void {
  const { root, cells, matrix } = handles;
  const indexes = new Map<Element, number>(cells.map(({ button }, i) => [button, i]));
  const indexAt = ({ target }: Event) => indexes.get((target as Element).closest('button.cell') ?? root);
  const choose = (index: number | undefined) => {
    plate.ask(index);
    filters.act({ does: 'choose', name: 'cell', value: index === undefined ? '' : matrix.cells[index]!.id });
  };
  root.addEventListener('click', (event) => {
    const index = indexAt(event);
    if (index !== undefined) choose(index === filters.now().open ? undefined : index);
  });
  for (const soon of ['pointerover', 'focusin'])
    root.addEventListener(soon, (event) => {
      if (indexAt(event) !== undefined || (event.target as Element).matches('input[type="search"]')) details().catch(ignore);
    });
  root.addEventListener('keydown', (event) => {
    const { open } = filters.now();
    if (event.key !== 'Escape' || open === undefined || !(event.target as Element).closest('.matrix')) return;
    cells[open]!.button.focus();
    choose(undefined);
  });
  window.addEventListener('beforeprint', () => writePaper(handles, filters.now()));
}

/** Carries the choice over to the second table on paper: what is not shown there is empty, and the state is that of the moment. */
function writePaper({ root, matrix, cells }: Handles, { shown, readings }: MatrixView): void {
  const filled = new Set<Element>();
  for (const [i, { onPaper }] of cells.entries()) {
    if (!onPaper) continue;
    const { found, counts, differs } = readings[i]!;
    const seen = matrix.cells[i]!.found;
    const asOf = counts === undefined ? 'undated' : seen[counts]![0];
    const date = Object.assign(document.createElement('span'), { className: 'date', textContent: asOf === 'undated' ? '' : asOf });
    const word = counts === undefined && seen.length > 0 ? 'Not yet' : matrix.words[found];
    onPaper.replaceChildren(...(shown[i] ? [word, ' ', date] : []));
    onPaper.classList.toggle('differs', shown[i]! && differs);
    if (shown[i]) filled.add(onPaper.closest('tr')!);
  }
  for (const row of root.querySelectorAll<HTMLElement>('.print-table tbody tr:has([data-cell-of])')) row.hidden = !filled.has(row);
}
