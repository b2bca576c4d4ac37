/**
 * The service worker, written when every other file of the build is there, because its list names the hash of each: `offline/<hash>.json` is
 * the list, and `sw.js` begins with its hash, so that another build has another worker.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { mechanismIds } from '../../mechanisms/registry.ts';
import { filesIn } from '../files.ts';
import { companionsIn, type Companions } from './companions.ts';

/** What the worker of a build knows of it. Paths are below the site; that of a page ends in a slash, and of the first page is empty. */
interface Listing extends Companions {
  /** The hash of each file, the first 12 characters of its SHA-256 in base64. */
  readonly files: Readonly<Record<string, string>>;
  /** Kept as soon as the worker is there: the page that is shown in place of others, and what it names. */
  readonly start: readonly string[];
  readonly search: readonly string[];
}

/** The two files of the worker, which are one script. */
const SOURCES = import.meta.dirname;
/** The page that is shown in place of one that was not kept. */
const OFFLINE = 'offline/';
/** What a page asks for besides pages, scripts, styles and fonts. Downloads are not among it: nobody reads a page with them. */
const asked = /\.(html|js|css|woff2|svg|pf_meta|pagefind)$|^pagefind\/[\w-]+\.json$|^platforms\/details\.json$/;
/** Pictures that are taken away and stand on no page as a file. */
const notShown = /^(badges|cards)\/|\/drawings\//;

export function offline(): AstroIntegration {
  let base = '/';
  return {
    name: 'orrery-offline',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': ({ dir, logger }) => {
        logger.info(`the service worker of build ${writeWorker(fileURLToPath(dir), base)} is written`);
      },
    },
  };
}

/** Writes the list and the worker into the folder of a site, and returns the hash of the build. `base` begins and ends in a slash. */
export function writeWorker(folder: string, base: string): string {
  const text = JSON.stringify(listingOf(folder));
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 16);
  writeFileSync(join(folder, OFFLINE, `${hash}.json`), text);
  const parts = ['keeping.js', 'answering.js'].map((name) => readFileSync(join(SOURCES, name), 'utf8'));
  writeFileSync(join(folder, 'sw.js'), [`const build = ${JSON.stringify({ hash, base })};`, ...parts].join('\n'));
  return hash;
}

function listingOf(folder: string): Listing {
  const paths = filesIn(folder, '').map((path) => relative(folder, path).split(sep).join('/'));
  const files = Object.fromEntries(
    paths
      .filter((path) => asked.test(path) && !notShown.test(path))
      .map((path) => [path.replace(/(^|\/)index\.html$/, '$1'), hashOf(readFileSync(join(folder, path)))]),
  );
  const search = paths.filter((path) => path.startsWith('pagefind/') && (files[path] !== undefined || path.startsWith('pagefind/index/')));
  const page = readFileSync(join(folder, OFFLINE, 'index.html'), 'utf8');
  const named = [...page.matchAll(/(?:_astro\/[\w.-]+\.(?:js|css|woff2)|favicon\.svg)/g)].map(([it]) => it);
  const scripts = readdirSync(join(folder, '_astro')).filter((name) => name.endsWith('.js'));
  const texts = new Map(scripts.map((name) => [name, readFileSync(join(folder, '_astro', name), 'utf8')]));
  return {
    files,
    start: [OFFLINE, ...new Set(named)].filter((path) => files[path] !== undefined),
    search: search.filter((path) => !path.includes('wasm.unknown') && !path.startsWith('pagefind/fragment/')),
    ...companionsIn(texts, mechanismIds),
  };
}

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('base64').slice(0, 12);
