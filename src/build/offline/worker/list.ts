/** The list of this build: which files it has, and the hash of each. */
import { buildHash } from './scope.ts';
import { addressOf, cacheNames, hashOf } from './names.ts';

/** What the worker of a build knows of it. Paths are below the site; that of a page ends in a slash, and of the first page is empty. */
export interface Listing {
  /** The hash of each file, the first 12 characters of its SHA-256 in base64. */
  readonly files: Readonly<Record<string, string>>;
  /** Kept as soon as the worker is there: the page that is shown in place of others, and what it names. */
  readonly start: readonly string[];
  readonly search: readonly string[];
  /** By the path of a file: the paths of those that belong to it though no page names them. */
  readonly with: Readonly<Record<string, readonly string[]>>;
  readonly editor: readonly string[];
}

let listing: Promise<Listing> | undefined;

/** Rejects when it is neither kept nor to be had from the host. */
export function list(): Promise<Listing> {
  listing ??= readList().catch((error: unknown) => {
    listing = undefined;
    throw error;
  });
  return listing;
}

async function readList(): Promise<Listing> {
  const address = addressOf(`offline/${buildHash}.json`);
  const cache = await caches.open(cacheNames.files);
  const kept = await cache.match(address);
  if (kept) return (await kept.json()) as Listing;
  const body = await (await fetch(address, { cache: 'no-cache' })).arrayBuffer();
  const hash = (await hashOf(body, buildHash.length)).replaceAll('+', '-').replaceAll('/', '_');
  if (hash !== buildHash) throw new Error('the list is of another build');
  await cache.put(address, new Response(body, { headers: { 'content-type': 'application/json' } }));
  return JSON.parse(new TextDecoder().decode(body)) as Listing;
}
