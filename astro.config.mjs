import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { readContent } from './src/records/reader.ts';
import { sidebar } from './src/components/starlight/sidebar-entries.ts';
import { codeThemes } from './src/styles/code-themes.ts';
import { factsGate } from './src/build/facts-gate.ts';
import { layers } from './src/build/layers.ts';
import { seal } from './src/build/seal.ts';

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
  'ThemeSelect',
];
const { SITE_URL, BASE_PATH } = process.env;

/** Scripts that every simulation needs whole: a piece alone would cost a request. */
const shared = [
  { name: 'preact', test: /node_modules\/preact\//, priority: 1 },
  { name: 'drawing', test: /src\/drawing\/(?!PlainTables|graph-layout)[\w-]+\.tsx?$/ },
];

export default defineConfig({
  ...(SITE_URL ? { site: SITE_URL } : {}),
  base: BASE_PATH ?? '/',
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  vite: {
    css: { postcss: { plugins: [layers(import.meta.dirname)] } },
    worker: { format: 'es' }, // so that a worker imports the one model it checks, and not all of them
    environments: { client: { build: { rolldownOptions: { output: { codeSplitting: { groups: shared } } } } } },
  },
  integrations: [
    factsGate(),
    starlight({
      title: 'Orrery',
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
      sidebar: sidebar(readContent(process.cwd())),
      pagefind: false, // the index is built by the seal, from the records as well as from the pages
      disable404Route: true,
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
    preact(),
    seal(),
  ],
});
