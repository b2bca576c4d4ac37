import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import sitemap from '@astrojs/sitemap';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { sharedContent } from './src/records/shared-reader.ts';
import { sidebar } from './src/components/starlight/sidebar-entries.ts';
import { codeThemes } from './src/styles/code-themes.ts';
import { basePathInDev } from './src/build/base-path.ts';
import { books } from './src/build/book/books.ts';
import { checkedModels } from './src/build/checked-models.ts';
import { fetchedAhead } from './src/build/fetched-ahead.ts';
import { editParts } from './src/build/edit-parts/edit-parts.ts';
import { offline } from './src/build/offline/offline.ts';
import { jsxWithoutBabel } from './src/build/jsx.ts';
import { layers } from './src/build/layers.ts';
import { withoutToldByPages } from './src/build/told-by-pages.ts';
import { isListed, publicAddress } from './src/build/public-address.ts';
import { rendering } from './src/build/rendering/rendering.ts';
import { sandbox } from './src/build/sandbox-page.ts';
import { search } from './src/build/search.ts';
import { seal } from './src/build/seal.ts';
import { zip } from './src/build/zip/zip.ts';
import { validation } from './src/build/validation.ts';

const overrides = [
  'Footer',
  'Head',
  'Header',
  'MarkdownContent',
  'MobileMenuFooter',
  'PageSidebar',
  'PageTitle',
  'Pagination',
  'Search',
  'Sidebar',
  'SiteTitle',
  'ThemeProvider',
  'ThemeSelect',
];
const { SITE_URL, BASE_PATH, RENDER_THREADS } = process.env;

/** The page that a whole address leads to, without the base path. */
const pageOf = (address) => `/${new URL(address).pathname.slice((BASE_PATH ?? '/').replace(/\/?$/, '/').length)}`;

/** The oldest browsers that the site is built for; the README names them. */
const browsers = ['chrome120', 'edge120', 'firefox121', 'safari17.2'];

/** Scripts that every simulation needs whole: a piece alone would cost a request, and pack less well. */
const shared = [
  { name: 'preact', test: /node_modules\/preact\//, priority: 1 },
  // What other scripts use too must not bring the player with it.
  { name: 'preload-helper', test: /preload-helper/, priority: 2 },
  { name: 'copy-text', test: /components\/page\/copy-text\.ts$/, priority: 2 },
  { name: 'opening', test: /components\/page\/opening\.ts$/, priority: 2 },
  { name: 'link-owner', test: /components\/simulation\/link-owner\.ts$/, priority: 2 },
  { name: 'drawing', test: /src\/drawing\/(?!PlainTables|graph-layout|state-graph)[\w-]+\.tsx?$/ },
  {
    name: 'player',
    test: new RegExp(
      [
        'src/components/simulation/(?!CheckOutcome|Compact|FoundRun|KeyList|Settings|TracePanel|LogPanel|conform-in-page|download|trace-file|checking|check-in-page|start-check|check-worker|answer-checks|Loader|link-owner|Storyboard|story)[\\w-]+\\.tsx?$',
        'src/engine/language/(insist|schema|schema-check|sets|model)\\.ts$',
        'src/engine/state/(access-log|clear|codec|layout|mask|packed|plain|shortened)\\.ts$',
        'src/engine/run/(assemble|blame|faults|machine|model-error|run|step)\\.ts$',
        'src/engine/exchange/(bit-text|bounds|fingerprint|link-format|link)\\.ts$',
        'src/engine/search/expected\\.ts$',
      ].join('|'),
    ),
  },
];

const title = 'Orrery';
const { begins, ends } = search(title);

export default defineConfig({
  ...(SITE_URL ? { site: SITE_URL } : {}),
  base: BASE_PATH ?? '/',
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  vite: {
    build: {
      target: browsers,
      cssTarget: browsers,
      // Rolldown warns of a directive that Astro puts into each page of prose for itself.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
    css: { postcss: { plugins: [layers(import.meta.dirname)] } },
    worker: { format: 'es', plugins: () => [checkedModels(), withoutToldByPages(), editParts(import.meta.dirname)] }, // so that a worker imports the one model it checks, and not all of them
    plugins: [checkedModels(), withoutToldByPages(), editParts(import.meta.dirname), jsxWithoutBabel(), fetchedAhead()],
    environments: { client: { build: { rolldownOptions: { output: { codeSplitting: { groups: shared } } } } } },
  },
  integrations: [
    validation(),
    starlight({
      title,
      description: 'Operating systems, documented from cited facts, with mechanisms that run.',
      customCss: [
        './src/styles/tokens.css',
        './src/styles/accents.css',
        './src/styles/fonts.css',
        './src/styles/base.css',
        './src/styles/chrome.css',
        './src/styles/prose.css',
      ],
      components: Object.fromEntries(overrides.map((name) => [name, `./src/components/starlight/${name}.astro`])),
      sidebar: sidebar(sharedContent(process.cwd())),
      pagefind: false, // the index is built from the records as well as from the pages
      disable404Route: true,
      routeMiddleware: './src/components/starlight/route-data.ts',
      expressiveCode: {
        themes: codeThemes,
        frames: false,
        defaultProps: { wrap: true }, // a block that scrolls would be a landmark of its own
        styleOverrides: {
          borderRadius: '2px',
          borderColor: 'var(--hair)',
          codeFontFamily: 'var(--font-code)',
          codeFontSize: '0.875rem',
          uiFontFamily: 'var(--font-label)',
        },
      },
      markdown: { headingLinks: true },
    }),
    mdx(),
    preact({ include: ['**/*.tsx'] }), // else Babel reads every file of ours a second time
    ...(SITE_URL ? [sitemap({ filter: (address) => isListed(pageOf(address)) })] : []),
    basePathInDev(),
    rendering(RENDER_THREADS ? Number(RENDER_THREADS) : undefined),
    begins,
    seal(),
    books(), // of sealed pages
    publicAddress(),
    sandbox(), // after all that looks at pages, for it is none
    zip(), // of sealed pages
    ends,
    offline(), // when every other file is there
  ],
});
