/** The behaviour of search: it opens on `/` and Ctrl+K, loads what it needs at first use, and shows hits in the order of the ranking. */
import { kinds } from '../../facts/search/hit.ts';
import { ask, type Answer } from './ask.ts';
import { hitList, offerList } from './hit-list.ts';
import { openLibrary, type SiteLibrary } from './library.ts';
import { couldNotOpen, saysOf } from './says.ts';
import { WatchedRequests } from './watched-requests.ts';

/** How many hits are shown, and how many more each time that more are asked for. */
const shownAtOnce = 20;
/** How long the reader must have stopped typing, in milliseconds. */
const pauseMs = 120;

export function defineSearch(): void {
  if (!customElements.get('site-search')) customElements.define('site-search', SiteSearch);
}

class SiteSearch extends HTMLElement {
  #dialog = this.querySelector('dialog')!;
  #input = this.querySelector('input')!;
  #status = this.querySelector<HTMLElement>('.search-status')!;
  #meant = this.querySelector<HTMLElement>('.search-meant')!;
  #hits = this.querySelector<HTMLElement>('.search-hits')!;
  #more = this.querySelector<HTMLButtonElement>('.search-more')!;
  #library: Promise<SiteLibrary> | undefined;
  #requests: WatchedRequests | undefined;
  #timer = 0;
  #asked = 0;
  #most = shownAtOnce;
  /** What is being searched for; a reader who presses Return before it is there waits for it. */
  #search: Promise<void> = Promise.resolve();

  connectedCallback(): void {
    this.querySelector('.search-open')!.addEventListener('click', () => this.#open());
    this.#input.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => this.#begin(), pauseMs);
    });
    this.#dialog.addEventListener('change', (event) => {
      if (event.target !== this.#input) this.#begin(); // a filter; the field itself is heard as it is typed in
    });
    this.#dialog.addEventListener('click', (event) => this.#click(event));
    this.#dialog.addEventListener('keydown', (event) => this.#move(event));
    this.querySelector('form')!.addEventListener('submit', (event) => {
      if ((event.submitter as HTMLButtonElement | null)?.value === 'close' && event.submitter !== document.activeElement) {
        event.preventDefault(); // Return in the field opens the first hit instead of closing
        void this.#openFirst();
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
    this.#begin();
  }

  #click({ target }: Event): void {
    const clicked = target as Element;
    if (clicked === this.#dialog || clicked.closest('.search-hits a')) this.#dialog.close();
    if (clicked.closest('.search-more')) this.#begin(this.#most + shownAtOnce);
    const meant = clicked.closest<HTMLElement>('[data-meant]')?.dataset['meant'];
    if (meant === undefined) return;
    this.#input.value = meant;
    this.#input.focus();
    this.#begin();
  }

  /** Return opens the first hit of what stands in the field now. */
  async #openFirst(): Promise<void> {
    if (this.#timer > 0) this.#begin();
    await this.#search;
    if (this.#input.value.trim() !== '') this.#hits.querySelector('a')?.click();
  }

  #begin(most = shownAtOnce): void {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#most = most;
    this.#search = this.#answer();
  }

  async #load(): Promise<SiteLibrary | undefined> {
    try {
      const isFirst = this.#library === undefined;
      const bundle = this.dataset['bundle']!;
      this.#requests ??= new WatchedRequests(bundle);
      this.#library ??= openLibrary(bundle, this.dataset['base'], this.#requests);
      const library = await this.#library;
      if (isFirst) this.#offerFilters(library);
      return library;
    } catch {
      this.#library = undefined; // the next question begins anew
      this.#clear(import.meta.env.DEV ? 'The index is made by a build: run npm start to search.' : couldNotOpen);
      return undefined;
    }
  }

  /** Puts a check box for each value of each filter. */
  #offerFilters({ hits }: SiteLibrary): void {
    const values: Readonly<Record<string, readonly string[]>> = {
      system: [...new Set(hits.flatMap(({ system }) => system ?? []))].sort((a, b) => a.localeCompare(b, 'en')),
      kind: kinds.filter((kind) => hits.some((it) => it.kind === kind)),
    };
    for (const field of this.querySelectorAll<HTMLFieldSetElement>('fieldset')) {
      const name = field.dataset['filter']!;
      for (const value of values[name] ?? []) {
        const box = Object.assign(document.createElement('input'), { type: 'checkbox', name, value });
        const label = document.createElement('label');
        label.append(box, ` ${value}`);
        field.append(label);
      }
    }
  }

  async #answer(): Promise<void> {
    const asked = (this.#asked += 1);
    const typed = this.#input.value.trim();
    const library = await this.#load();
    if (!library || asked !== this.#asked) return;
    if (typed === '') return this.#offer(library);
    library.begin();
    const here = library.hits.find(({ address }) => address === this.#page)?.system;
    const answer = await ask(library, { typed, systems: this.#ticked('system'), kinds: this.#ticked('kind'), here });
    const best = answer.hits.slice(0, this.#most);
    const shown = await Promise.all(best.map(async (it) => ({ ...it, excerpt: await library.excerptOf(it.hit) })));
    if (asked !== this.#asked) return; // a later question has been asked meanwhile
    this.#hits.replaceChildren(hitList(shown, this.#base));
    this.#more.hidden = shown.length === answer.hits.length;
    this.#status.textContent = saysOf(answer, typed, shown.length, library.isLost);
    this.#offerMeant(answer);
  }

  /** Before anything is asked: where to begin, and what runs. */
  #offer({ hits }: SiteLibrary): void {
    const systems = this.#ticked('system');
    const pages = hits.filter(({ extent, system }) => extent !== 'record' && system !== undefined);
    const of = (kind: string) => pages.filter((it) => it.kind === kind && (systems.length === 0 || systems.includes(it.system!)));
    this.#clear('');
    this.#hits.replaceChildren(
      ...[
        { title: 'Start', hits: of('Start') },
        { title: 'Simulations', hits: of('Simulation') },
      ]
        .filter((it) => it.hits.length > 0)
        .map((it) => offerList(it.title, it.hits, this.#base)),
    );
  }

  #offerMeant({ meant }: Answer): void {
    this.#meant.hidden = meant === undefined;
    if (meant === undefined) return;
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: meant });
    button.dataset['meant'] = meant;
    this.#meant.replaceChildren('Meant: ', button);
  }

  #clear(says: string): void {
    this.#hits.replaceChildren();
    this.#more.hidden = true;
    this.#meant.hidden = true;
    this.#status.textContent = says;
  }

  get #base(): string {
    return this.dataset['base'] ?? '/';
  }

  /** The address of this page, without the base path. */
  get #page(): string {
    return location.pathname.replace(this.#base.replace(/\/$/, ''), '');
  }

  /** What is ticked of a filter. */
  #ticked(name: string): string[] {
    return [...this.querySelectorAll<HTMLInputElement>(`fieldset input[name="${name}"]:checked`)].map(({ value }) => value);
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
