/** The scripts of the package, made with the bundler that makes those of the site. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { checkedModels } from '../../../src/build/checked-models.ts';
import { layers } from '../../../src/build/layers.ts';
import { withoutToldByPages } from '../../../src/build/told-by-pages.ts';
import { mechanismIds } from '../../../src/mechanisms/registry.ts';
import { baseSheet } from './base-sheet.ts';

/** As the site has it. */
const BROWSERS = ['chrome120', 'edge120', 'firefox121', 'safari17.2'];

const PRELOAD = '\0vite/preload-helper.js';
/** The public faces of the engine. As entries they would draw all that they name into each chunk, so an entry of ours names them. */
export const FACES = ['language', 'checker', 'whole-graph'] as const;
const FACE = 'virtual:orrery/face/';
const BASE = 'virtual:orrery/player-base';
const IDS = 'virtual:orrery/mechanism-ids';
/** The picture of a model with its style. */
const VIEW = 'virtual:orrery/view/';

/** Files of the site that the package has another one for. */
const INSTEAD = new Map([
  ['src/components/simulation/check-worker.ts', 'packages/player/src/check-worker.ts'],
  ['src/components/simulation/shared-link.ts', 'packages/player/src/no-links.ts'],
  ['src/components/simulation/survey/survey-worker.ts', 'packages/player/src/survey-worker.ts'],
]);

const pathOf = (id: string) => id.split('?')[0]!.replaceAll('\\', '/');

/** `root` is the folder of the project. */
function partsOfPackage(root: string): Plugin {
  return {
    name: 'orrery-package',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if ([FACE, BASE, IDS, VIEW].some((name) => source.startsWith(name))) return `\0${source}`;
      if (!/-(?:worker|link)\.ts$/.test(source) || importer === undefined) return undefined;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      if (!found) return undefined;
      const instead = INSTEAD.get(pathOf(found.id).slice(pathOf(root).length + 1));
      return instead === undefined ? undefined : join(root, instead);
    },
    load(id) {
      const name = id.slice(1);
      if (name === BASE) return `export default ${JSON.stringify(baseSheet(root))};`;
      if (name === IDS) return `export const mechanismIds = ${JSON.stringify(mechanismIds)};`;
      if (name.startsWith(FACE)) return `export * from ${JSON.stringify(join(root, 'src/engine', `${name.slice(FACE.length)}.ts`))};`;
      if (name.startsWith(VIEW)) return viewOf(join(root, 'src/mechanisms', name.slice(VIEW.length)));
      // No style sheet is a file here, so there is nothing to be loaded before a script.
      return id === PRELOAD ? 'export const __vitePreload = (load) => load();' : undefined;
    },
  };
}

/** A picture may be drawn with shared parts alone, and has no style then. */
function viewOf(folder: string): string {
  const css = join(folder, 'view.css');
  const style = existsSync(css) ? `export { default as style } from ${JSON.stringify(`${css}?inline`)};` : "export const style = '';";
  return `export { view } from ${JSON.stringify(join(folder, 'view.tsx'))};\n${style}`;
}

/** What every page with an element loads, in few files: a small one costs a request, and packs less well. The rest is cut where it is loaded. */
const groups = [
  { name: 'preact', test: /node_modules\/preact\//, priority: 3 },
  { name: 'language', test: /src\/engine\/(?:language\/|language\.ts|state\/clear\.ts)/, priority: 2 },
  {
    name: 'engine',
    test: new RegExp(
      [
        'src/engine/state/(?:access-log|codec|layout|mask|packed|plain|shortened)\\.ts$',
        'src/engine/run/(?:assemble|blame|faults|machine|model-error|run|step)\\.ts$',
        'src/engine/search/expected\\.ts$',
      ].join('|'),
    ),
    priority: 1,
  },
  { name: 'check', test: /src\/components\/simulation\/check\.ts$/, priority: 1 }, // which a worker needs without the player
  { name: 'styles', test: /virtual:orrery\/player-base|src\/(?:components|drawing)\/.*\.css|packages\/player\/src\/.*\.css/, priority: 1 },
  { name: 'drawing', test: /src\/drawing\/(?!PlainTables|graph-layout|state-graph)[\w-]+\.tsx?$/ },
  {
    name: 'player',
    test: new RegExp(
      [
        'src/components/simulation/(?!CheckOutcome|Compact|FoundRun|KeyList|Settings|TracePanel|LogPanel|conform-in-page|download|trace-file|checking|check-in-page|answer-checks)[\\w-]+\\.tsx?$',
        'src/components/page/copy-text\\.ts$',
      ].join('|'),
    ),
  },
];

/** By the name of the file that is made. */
const entries = (root: string): Readonly<Record<string, string>> => ({
  'orrery-player': join(root, 'packages/player/src/orrery-player.ts'),
  'workers/check': join(root, 'packages/player/src/check.worker.ts'),
  'workers/survey': join(root, 'packages/player/src/survey.worker.ts'),
  ...Object.fromEntries(FACES.map((face) => [face, FACE + face])),
  ...Object.fromEntries(
    mechanismIds.flatMap((id) => [
      [`models/${id}/runs`, join(root, `src/mechanisms/${id}/runs.ts`)],
      [`models/${id}/view`, VIEW + id],
    ]),
  ),
});

/** Writes them into a folder, which is emptied. Throws with the bundler's own words. */
export async function buildScripts(root: string, folder: string): Promise<void> {
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    base: './',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    css: { postcss: { plugins: [layers(root)] } },
    plugins: [partsOfPackage(root), checkedModels(), withoutToldByPages()],
    build: {
      outDir: folder,
      emptyOutDir: true,
      modulePreload: false,
      target: BROWSERS,
      cssTarget: BROWSERS,
      rolldownOptions: {
        input: entries(root),
        preserveEntrySignatures: 'strict',
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          codeSplitting: { groups },
        },
      },
    },
  });
}
