/** What a service worker has around it, as far as it is used here: the library of a page, which the project is typed by, does not know it. */

export interface Client {
  readonly id: string;
  readonly url: string;
  postMessage(message: object): void;
}

interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
export interface Fetching extends Extendable {
  readonly request: Request;
  /** The page that asks; empty for one that is yet to be. */
  readonly clientId: string;
  /** The page, or worker, that there will be. */
  readonly resultingClientId: string;
  respondWith(answer: Promise<Response>): void;
}
export interface Told extends Extendable {
  readonly source: Client;
  readonly data: { readonly is?: string; readonly saves?: boolean } | undefined;
}

export interface Scope {
  readonly location: Location;
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    matchAll(options?: { readonly includeUncontrolled?: boolean; readonly type?: 'all' | 'window' }): Promise<readonly Client[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', hear: (event: Extendable) => void): void;
  addEventListener(type: 'fetch', hear: (event: Fetching) => void): void;
  addEventListener(type: 'message', hear: (event: Told) => void): void;
}

export const scope = globalThis as unknown as Scope;

/** The build puts it before the script. `base` begins and ends in a slash. */
declare const build: { readonly hash: string; readonly base: string };
export const { hash: buildHash, base } = build;
