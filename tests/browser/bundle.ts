/**
 * A page of its own for a trial or a measurement: one module of the project, bundled with the bundler that builds the site, in a folder
 * outside of it. So a test can call in a browser what the site ships to no reader.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../site/built-site.ts';

/** As much of Vite as is used here; it comes with Astro. */
interface Bundler {
  build(settings: object): Promise<unknown>;
}

interface Bundle {
  /** To be served; its page loads the module. */
  readonly folder: string;
  remove(): void;
}

/** `entry` is the path of the module, from the root of the project. Throws with the bundler's own words. */
export async function bundlePage(entry: string): Promise<Bundle> {
  const ofAstro = createRequire(createRequire(import.meta.url).resolve('astro/package.json'));
  const { build } = (await import(pathToFileURL(ofAstro.resolve('vite')).href)) as Bundler;
  const folder = mkdtempSync(join(tmpdir(), 'orrery-page-'));
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: {
      outDir: folder,
      emptyOutDir: false,
      modulePreload: false,
      rollupOptions: { input: join(root, entry), output: { entryFileNames: 'page.js' } },
    },
  });
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><title>Trial</title><link rel="icon" href="data:," /><script type="module" src="/page.js"></script>',
  );
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}
