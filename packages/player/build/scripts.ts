/** The scripts of the package, made with the bundler that makes those of the site. */
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
      if (source === BASE || source.startsWith(FACE)) return `\0${source}`;
      if (!/-(?:worker|link)\.ts$/.test(source) || importer === undefined) return undefined;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      if (!found) return undefined;
      const instead = INSTEAD.get(pathOf(found.id).slice(pathOf(root).length + 1));
      return instead === undefined ? undefined : join(root, instead);
    },
    load(id) {
      if (id === `\0${BASE}`) return `export default ${JSON.stringify(baseSheet(root))};`;
      if (id.startsWith(`\0${FACE}`))
        return `export * from ${JSON.stringify(join(root, 'src/engine', `${id.slice(FACE.length + 1)}.ts`))};`;
      // No style sheet is a file here, so there is nothing to be loaded before a script.
      return id === PRELOAD ? 'export const __vitePreload = (load) => load();' : undefined;
    },
  };
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
        'src/mechanisms/registry\\.ts$',
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
      [`models/${id}/view`, join(root, `src/mechanisms/${id}/view.tsx`)],
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
