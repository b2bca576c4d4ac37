/** The behaviour of search: it opens on `/` and Ctrl+K, loads the index at first use, filters, and groups its hits by kind. */
import { grouped } from '../../facts/grouped.ts';
import { WatchedRequests } from './watched-requests.ts';

interface Hit {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: { readonly title?: string; readonly kind?: string; readonly system?: string };
  readonly sub_results?: readonly { readonly url: string; readonly title: string; readonly excerpt: string }[];
}
type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;
interface Found {
  readonly results: readonly { data(): Promise<Hit> }[];
}
interface Pagefind {
  init(): Promise<void>;
  filters(): Promise<Counts>;
  search(words: string, options: { readonly filters: Readonly<Record<string, { readonly any: readonly string[] }>> }): Promise<Found>;
}
/** What `pagefind.js` exports. Without a worker its requests can be watched; the index is small enough for the page's own thread. */
interface PagefindModule {
  createInstance(options: { readonly noWorker: boolean; readonly basePath: string; readonly baseUrl: string | undefined }): Pagefind;
}

/** As many hits as a reader looks through; the status line says how many there are. */
const mostShown = 40;
/** Records stand before pages: they are what was searched for. */
const kindOrder = [
  'System',
  'Milestone',
  'Deliverable',
  'Platform',
  'Rule',
  'Term',
  'Part',
  'Flow',
  'Statement',
  'Goal',
  'Command',
  'Start',
  'Drift',
  'Page',
  'Source',
];
/** How long the reader must have stopped typing, in milliseconds. */
const pauseMs = 120;

export function defineSearch(): void {
  if (!customElements.get('site-search')) customElements.define('site-search', SiteSearch);
}

class SiteSearch extends HTMLElement {
  #dialog = this.querySelector('dialog')!;
  #input = this.querySelector('input')!;
  #status = this.querySelector<HTMLElement>('.search-status')!;
  #hits = this.querySelector<HTMLElement>('.search-hits')!;
  #pagefind: Promise<Pagefind> | undefined;
  #requests: WatchedRequests | undefined;
  #imports = 0;
  #timer = 0;
  #asked = 0;

  connectedCallback(): void {
    this.querySelector('.search-open')!.addEventListener('click', () => this.#open());
    this.#input.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => void this.#search(), pauseMs);
    });
    this.#dialog.addEventListener('change', (event) => {
      if (event.target !== this.#input) void this.#search(); // a filter; the field itself is heard as it is typed in
    });
    this.#dialog.addEventListener('click', (event) => {
      if (event.target === this.#dialog || (event.target as Element).closest('.search-hits a')) this.#dialog.close();
    });
    this.#dialog.addEventListener('keydown', (event) => this.#move(event));
    this.querySelector('form')!.addEventListener('submit', (event) => {
      if ((event.submitter as HTMLButtonElement | null)?.value === 'close' && event.submitter !== document.activeElement) {
        event.preventDefault(); // Return in the field opens the first hit instead of closing
        this.#hits.querySelector('a')?.click();
      }
    });
    window.addEventListener('keydown', (event) => {
      // For a moment after it was closed, the focus is still inside.
      const target = event.target as Element;
      const typing = !this.#dialog.contains(target) && target.closest?.('input, textarea, select, [contenteditable]');
      const wanted =
        (event.key === 'k' && (event.ctrlKey || event.metaKey)) ||
        (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey);
      if (!wanted || this.#dialog.open) return;
      event.preventDefault();
      this.#open();
    });
  }

  #open(): void {
    this.#dialog.showModal();
    this.#input.select();
    void this.#load();
  }

  async #load(): Promise<Pagefind | undefined> {
    this.#pagefind ??= this.#import();
    try {
      return await this.#pagefind;
    } catch {
      this.#forget();
      this.#hits.replaceChildren();
      this.#status.textContent = import.meta.env.DEV
        ? 'The index is made by a build: run npm start to search.'
        : 'The index could not be loaded. Check the connection and type again.';
      return undefined;
    }
  }

  async #import(): Promise<Pagefind> {
    const bundle = this.dataset['bundle']!;
    const requests = (this.#requests ??= new WatchedRequests(bundle));
    // Pagefind throws past whoever waits for it when its first file is missing, so this is asked for before.
    const entry = await fetch(`${bundle}pagefind-entry.json`, { cache: 'no-cache' });
    if (!entry.ok) throw new Error(`${entry.url}: ${entry.status}`);
    // Some browsers remember that a module could not be loaded; by another address it is asked for again.
    const again = this.#imports++ === 0 ? '' : `?again=${this.#imports}`;
    const { createInstance } = (await import(/* @vite-ignore */ `${bundle}pagefind.js${again}`)) as PagefindModule;
    requests.lost = false;
    const pagefind = createInstance({ noWorker: true, basePath: bundle, baseUrl: this.dataset['base'] });
    await pagefind.init();
    const counts = await pagefind.filters();
    if (requests.lost) throw new Error('a part of the index is missing');
    this.#offer(counts);
    return pagefind;
  }

  /** What was loaded is not used any more: the next question begins anew. */
  #forget(): void {
    this.#pagefind = undefined;
  }

  /** Puts a check box for each value of each filter. */
  #offer(counts: Counts): void {
    for (const field of this.querySelectorAll<HTMLFieldSetElement>('fieldset')) {
      const name = field.dataset['filter']!;
      if (field.querySelector('input')) continue; // the index was loaded before
      const values = Object.keys(counts[name] ?? {});
      values.sort((a, b) => (name === 'kind' ? kindOrder.indexOf(a) - kindOrder.indexOf(b) : a.localeCompare(b, 'en')));
      for (const value of values) {
        const box = Object.assign(document.createElement('input'), { type: 'checkbox', name, value });
        const label = document.createElement('label');
        label.append(box, ` ${value}`);
        field.append(label);
      }
    }
  }

  async #search(): Promise<void> {
    const asked = (this.#asked += 1);
    const words = this.#input.value.trim();
    const pagefind = await this.#load();
    if (!pagefind) return;
    if (words === '') {
      this.#hits.replaceChildren();
      this.#status.textContent = '';
      return;
    }
    const requests = this.#requests!;
    requests.lost = false;
    const answer = await answerTo(pagefind, words, this.#filters());
    if (asked !== this.#asked) return; // a later question has been asked meanwhile
    if (requests.lost || !answer) {
      this.#forget();
      this.#show(answer?.hits ?? []);
      this.#status.textContent = lostWords(words, answer?.hits.length ?? 0);
      return;
    }
    this.#show(answer.hits);
    this.#status.textContent = statusOf(words, answer.count);
  }

  /** What is ticked, by the name of the filter. */
  #filters(): Record<string, { any: string[] }> {
    const filters: Record<string, { any: string[] }> = {};
    for (const box of this.querySelectorAll<HTMLInputElement>('fieldset input:checked'))
      (filters[box.name] ??= { any: [] }).any.push(box.value);
    return filters;
  }

  #show(hits: readonly Hit[]): void {
    const groups = grouped(hits, (hit) => hit.meta.kind ?? 'Page');
    const order = [...groups.keys()].sort((a, b) => kindOrder.indexOf(a) - kindOrder.indexOf(b));
    this.#hits.replaceChildren(...order.map((kind) => section(kind, groups.get(kind)!)));
  }

  /** Arrow keys walk the hits. Escape closes at once: left to itself a search field would only empty itself. */
  #move(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.preventDefault();
      this.#dialog.close();
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const links = [...this.#hits.querySelectorAll('a')];
    if (links.length === 0) return;
    event.preventDefault();
    const at = links.indexOf(document.activeElement as HTMLAnchorElement) + (event.key === 'ArrowDown' ? 1 : -1);
    (at < 0 ? this.#input : (links[at] ?? links.at(-1)!)).focus();
  }
}

interface Answer {
  readonly count: number;
  readonly hits: readonly Hit[];
}

/** How many hits there are, and those of the first that could be loaded; undefined when the search itself failed. */
async function answerTo(pagefind: Pagefind, words: string, filters: Record<string, { any: string[] }>): Promise<Answer | undefined> {
  try {
    const { results } = await pagefind.search(words, { filters });
    const loaded = await Promise.allSettled(results.slice(0, mostShown).map((it) => it.data()));
    return { count: results.length, hits: loaded.flatMap((it) => (it.status === 'fulfilled' ? [it.value] : [])) };
  } catch {
    return undefined;
  }
}

function statusOf(words: string, count: number): string {
  if (count === 0) return `Nothing is called “${words}”. Try a shorter word, or take out a filter.`;
  return count > mostShown ? `${mostShown} of ${count} hits` : `${count} ${count === 1 ? 'hit' : 'hits'}`;
}

/** A part of the index is missing, so that nothing can be said of what is in it. */
function lostWords(words: string, shown: number): string {
  const rest = 'Check the connection and search again.';
  if (shown === 0) return `The part of the index with “${words}” could not be loaded. ${rest}`;
  return `${shown} ${shown === 1 ? 'hit' : 'hits'} for “${words}”; others could not be loaded. ${rest}`;
}

function section(kind: string, hits: readonly Hit[]): HTMLElement {
  const head = Object.assign(document.createElement('h2'), { textContent: kind });
  const list = document.createElement('ul');
  list.append(...hits.map(item));
  const whole = document.createElement('section');
  whole.append(head, list);
  return whole;
}

function item(hit: Hit): HTMLLIElement {
  // A page's best section is where its hit leads.
  const best = hit.meta.kind === 'Page' ? hit.sub_results?.[0] : undefined;
  const link = Object.assign(document.createElement('a'), { href: best?.url ?? hit.url, textContent: hit.meta.title ?? hit.url });
  const system = Object.assign(document.createElement('span'), { className: 'search-system', textContent: hit.meta.system ?? '' });
  const excerpt = document.createElement('p');
  excerpt.innerHTML = best?.excerpt ?? hit.excerpt; // Pagefind escapes the text and adds only <mark>
  cutStart(excerpt, `${hit.meta.title}. `);
  const whole = document.createElement('li');
  whole.append(link, ' ', system, excerpt);
  return whole;
}

/** Takes a text away from the start of an element, across the marks inside it, if it begins so. */
function cutStart(element: HTMLElement, text: string): void {
  if (!element.textContent.startsWith(text)) return;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = text.length;
  for (let node = walker.nextNode() as Text | null; node && left > 0; node = walker.nextNode() as Text | null) {
    const cut = Math.min(left, node.length);
    node.deleteData(0, cut);
    left -= cut;
  }
}
