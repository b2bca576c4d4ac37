/**
 * The whole site as one file that is read from disk, `/data/orrery.zip`: the first page and everything that is reached from it by links. It is
 * made of the sealed pages; the page that offers it is told its size.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { wholeSite } from '../../exports/whole-site.ts';
import { pageOnDisk, styleOnDisk } from './on-disk.ts';
import { packedOf, zipOf, type ZipEntry } from './zip-file.ts';

/** All of it lies in one folder when it is unpacked. */
const FOLDER = 'orrery/';
/** Where the page that offers the file leaves room for its size. */
const room = /(<span data-size-of-whole[^>]*>)[^<]*(?=<\/span>)/;

export function zip(): AstroIntegration {
  let base = '/';
  let site: string | undefined;
  return {
    name: 'orrery-zip',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
        site = config.site;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const began = performance.now();
        const entries = await entriesOf(folder, base, saysOf(site === undefined ? undefined : new URL(base, site).href));
        const bytes = await zipOf(entries);
        writeFileSync(join(folder, wholeSite), bytes);
        const page = join(folder, 'data/index.html');
        const html = readFileSync(page, 'utf8');
        if (!room.test(html)) throw new Error('the page of the data leaves no room for the size of the zip');
        writeFileSync(page, html.replace(room, `$1${(bytes.length / 1e6).toFixed(1)} MB`));
        logger.info(`packed ${entries.length} files into ${bytes.length} bytes in ${(performance.now() - began).toFixed(0)} ms`);
      },
    },
  };
}

/** What stands at the head of each page, as HTML. */
function saysOf(site: string | undefined): string {
  const there = site === undefined ? 'on the site' : `at <a href="${site}">${site}</a>`;
  return `A copy to be read from disk, where a browser runs no scripts: the search and the simulations work only ${there}.`;
}

/** Sorted by their paths. Throws when a page leads to a file that is not there. */
async function entriesOf(folder: string, base: string, says: string): Promise<ZipEntry[]> {
  const found = new Map<string, Omit<ZipEntry, 'path'>>();
  const wanted = ['index.html'];
  for (let file = wanted.pop(); file !== undefined; file = wanted.pop()) {
    if (found.has(file)) continue;
    const path = join(folder, file);
    if (!existsSync(path)) throw new Error(`${file} is to be in the zip, and the build has no such file`);
    const bytes = onDisk(readFileSync(path), { file, base, says, names: (it) => wanted.push(it) });
    found.set(file, { bytes, packed: packedOf(bytes) });
    await setImmediate(); // else all would begin to be packed when the last is read
  }
  return [...found].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([path, entry]) => ({ path: FOLDER + path, ...entry }));
}

interface Read {
  readonly file: string;
  readonly base: string;
  readonly says: string;
  readonly names: (file: string) => void;
}

function onDisk(bytes: Buffer, { says, ...place }: Read): Buffer {
  if (place.file.endsWith('.html')) return Buffer.from(pageOnDisk(bytes.toString('utf8'), place, says));
  if (place.file.endsWith('.css')) return Buffer.from(styleOnDisk(bytes.toString('utf8'), place));
  return bytes;
}
