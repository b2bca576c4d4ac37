/**
 * The service worker, written when every other file of the build is there, because its list names the hash of each: `offline/<hash>.json` is
 * the list, and `sw.js` begins with its hash, so that another build has another worker.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';
import { mechanismIds } from '../../mechanisms/registry.ts';
import { filesIn } from '../files.ts';
import { companionsIn } from './companions.ts';
import type { Listing } from './worker/list.ts';

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
      'astro:build:done': async ({ dir, logger }) => {
        logger.info(`the service worker of build ${await writeWorker(fileURLToPath(dir), base)} is written`);
      },
    },
  };
}

/** Writes the list and the worker into the folder of a site, and returns the hash of the build. `base` begins and ends in a slash. */
export async function writeWorker(folder: string, base: string): Promise<string> {
  const text = JSON.stringify(listingOf(folder));
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 16);
  writeFileSync(join(folder, OFFLINE, `${hash}.json`), text);
  writeFileSync(join(folder, 'sw.js'), `const build=${JSON.stringify({ hash, base })};${await workerScript()}`);
  return hash;
}

/** The worker as one classic script, because not every browser takes a module for one. */
async function workerScript(): Promise<string> {
  const output = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      lib: { entry: join(import.meta.dirname, 'worker/worker.ts'), formats: ['iife'], name: 'worker' },
    },
  });
  const [first] = [output].flat();
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  if (!chunk || chunk.imports.length > 0) throw new Error('the service worker is not one script');
  return chunk.code;
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
    search: search.filter((path) => !/wasm\.unknown|-worker\.js$/.test(path) && !path.startsWith('pagefind/fragment/')),
    ...companionsIn(texts, mechanismIds),
  };
}

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('base64').slice(0, 12);
