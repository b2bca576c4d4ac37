/** What the search reads, loaded when it is wanted: the names of all hits, Pagefind with its text index, and the list of words. */
import { readNames, type NamedHit } from '../../facts/search/names-file.ts';
import { readWords, type Words } from '../../facts/search/words-file.ts';
import type { Library } from './ask.ts';
import type { WatchedRequests } from './watched-requests.ts';

/** What Pagefind gives for a hit. */
export interface Excerpt {
  readonly excerpt: string;
  readonly sub_results?: readonly {
    readonly url: string;
    readonly title: string;
    readonly excerpt: string;
    readonly weighted_locations?: readonly { readonly balanced_score: number }[];
  }[];
}
interface Found {
  readonly results: readonly { readonly id: string; readonly score: number; data(): Promise<Excerpt> }[];
}
interface Pagefind {
  init(): Promise<void>;
  search(words: string): Promise<Found>;
}
/** What `pagefind.js` exports. Without a worker its requests can be watched; the index is small enough for the page's own thread. */
interface PagefindModule {
  createInstance(options: { readonly noWorker: boolean; readonly basePath: string; readonly baseUrl: string | undefined }): Pagefind;
}

/**
 * Opens the library of a site, which lies in the folder that is watched. Throws when its names could not be loaded; the texts are asked for
 * at each question until they are there.
 */
export async function openLibrary(bundle: string, base: string | undefined, requests: WatchedRequests): Promise<SiteLibrary> {
  const hits = readNames(await fetched(`${bundle}names.json`));
  return new SiteLibrary(bundle, base, requests, hits);
}

async function fetched(address: string): Promise<string> {
  // The names belong to one build: a browser asks whether they are still those of the site.
  const response = await fetch(address, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.text();
}

export class SiteLibrary implements Library {
  readonly hits: readonly NamedHit[];
  #bundle: string;
  #base: string | undefined;
  #requests: WatchedRequests;
  #pagefind: Promise<Pagefind> | undefined;
  #words: Promise<Words> | undefined;
  #imports = 0;
  #excerpts = new Map<string, () => Promise<Excerpt>>();

  constructor(bundle: string, base: string | undefined, requests: WatchedRequests, hits: readonly NamedHit[]) {
    this.hits = hits;
    this.#bundle = bundle;
    this.#base = base;
    this.#requests = requests;
  }

  /** Since the last call of `begin`, something of the index could not be loaded. */
  get isLost(): boolean {
    return this.#requests.lost;
  }

  /** A question begins. What could not be loaded for the last one is asked for again. */
  begin(): void {
    if (this.#requests.lost) {
      this.#pagefind = undefined;
      this.#words = undefined;
    }
    this.#requests.lost = false;
  }

  async text(words: string): Promise<ReadonlyMap<string, number>> {
    try {
      const pagefind = await (this.#pagefind ??= this.#import());
      const { results } = await pagefind.search(words);
      for (const { id, data } of results) this.#excerpts.set(id, data);
      return new Map(results.map(({ id, score }) => [id, score]));
    } catch {
      this.#requests.lost = true;
      return new Map();
    }
  }

  async words(): Promise<Words | undefined> {
    try {
      return await (this.#words ??= fetched(`${this.#bundle}words.json`).then(readWords));
    } catch {
      this.#requests.lost = true;
      return undefined;
    }
  }

  /** What a hit says of the words that were searched for last; undefined when it could not be loaded, or does not hold them. */
  async excerptOf({ fragment }: NamedHit): Promise<Excerpt | undefined> {
    try {
      return await this.#excerpts.get(fragment)?.();
    } catch {
      return undefined;
    }
  }

  async #import(): Promise<Pagefind> {
    // Pagefind throws past whoever waits for it when its first file is missing, so this is asked for before.
    await fetched(`${this.#bundle}pagefind-entry.json`);
    // Some browsers remember that a module could not be loaded; by another address it is asked for again.
    const again = this.#imports++ === 0 ? '' : `?again=${this.#imports}`;
    const { createInstance } = (await import(/* @vite-ignore */ `${this.#bundle}pagefind.js${again}`)) as PagefindModule;
    const pagefind = createInstance({ noWorker: true, basePath: this.#bundle, baseUrl: this.#base });
    await pagefind.init();
    return pagefind;
  }
}
