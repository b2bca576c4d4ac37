/**
 * Pages are rendered by as many threads as there are processors: Astro renders with one, which was half of a build's time. What a page
 * becomes does not depend on the thread, so the site is the same, byte for byte. Leaves out the dev server, and what Astro's incremental
 * builds would have to be told.
 */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { takeChecked } from '../../components/simulation/verdicts.ts';
import { dealt, Desks, type Desk } from './desks.ts';
import { exploredModels } from './explored.ts';
import { RenderThread, type InjectedScript, type StyledPage } from './render-thread.ts';

/** More than these would each read all the records for a few pages. */
const MOST_THREADS = 4;
/** Pages that another thread has at once: enough that it never waits while this one renders a long one. */
const AHEAD = 24;
/** Pages that Astro asks for at once, for each thread: enough that a thread whose pages are short finds others to take. */
const ASKED = 48;

/** `threads` in all; with one, Astro does what it does by itself. */
export function rendering(threads = Math.min(availableParallelism(), MOST_THREADS)): AstroIntegration {
  const others = threads - 1;
  let entry = '';
  let pages: ReadonlyMap<string, StyledPage> = new Map();
  const keepEntry = {
    name: 'orrery-render-entry',
    applyToEnvironment: ({ name }: { readonly name: string }) => name === 'prerender',
    writeBundle({ dir }: { readonly dir?: string }, bundle: Readonly<Record<string, object>>) {
      const first = Object.values(bundle).find((it): it is { fileName: string } => 'isEntry' in it && it.isEntry === true);
      if (dir !== undefined && first !== undefined) entry = join(dir, first.fileName);
    },
  };
  return {
    name: 'orrery-rendering',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ build: { concurrency: (others + 1) * ASKED }, vite: { plugins: [keepEntry] } });
      },
      'astro:build:setup': (build) => {
        pages = build.pages;
      },
      'astro:build:start': ({ setPrerenderer }) => {
        if (others < 1) return;
        const explored = exploredModels();
        explored.catch(() => undefined); // it is told by who waits for it
        setPrerenderer((own) => shared(own, explored, () => Array.from({ length: others }, () => new RenderThread(entry, pages))));
      },
    },
  };
}

/** Astro's own has this when it is set up (astro/dist/core/build/default-prerenderer.js, 7.3.4); no hook tells of the scripts. */
type OwnPrerenderer = AstroPrerenderer & { readonly app?: { getSettings(): { readonly scripts: readonly InjectedScript[] } } };

type Asked = Parameters<AstroPrerenderer['render']>;
type Rendered = Awaited<ReturnType<AstroPrerenderer['render']>>;

/** `own` renders in this thread. */
function shared(own: OwnPrerenderer, explored: ReturnType<typeof exploredModels>, start: () => RenderThread[]): AstroPrerenderer {
  let threads: RenderThread[] = [];
  let desks: Desks<Asked, Rendered>;
  let asked = 0;
  return {
    name: 'orrery-rendering',
    async setup() {
      threads = start(); // they read the records while this thread does
      await own.setup?.();
      const models = await explored;
      takeChecked(models);
      for (const thread of threads) thread.begin({ scripts: own.app!.getSettings().scripts, models });
      // Between two pages of this thread the others are heard.
      const here: Desk<Asked, Rendered> = { atOnce: 1, does: (page) => setImmediate().then(() => own.render(...page)) };
      const there = threads.map((it): Desk<Asked, Rendered> => ({
        atOnce: AHEAD,
        does: ([{ url }, { routeData }]) => it.render(url, routeData),
      }));
      desks = new Desks([here, ...there]);
    },
    getStaticPaths: async () => dealt(await own.getStaticPaths(), desks.count),
    render: (...page) => desks.ask(asked++ % desks.count, page),
    async teardown() {
      await Promise.all([...threads.map((it) => it.end()), own.teardown?.()]);
    },
  };
}
