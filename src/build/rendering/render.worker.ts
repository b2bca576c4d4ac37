/** A thread that renders pages as Astro's own does, one after the other, with its own copy of what they are made of. */
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { RouteData } from 'astro';
import { takeChecked } from '../../components/simulation/verdicts.ts';
import type { RenderAnswer, RenderJob, RenderMessage, RouteName, ThreadBegins } from './render-thread.ts';

/** What Astro's default prerenderer uses of the bundle of the pages (astro/dist/core/build/default-prerenderer.js, 7.3.4). */
interface Pages {
  readonly app: {
    readonly manifest: {
      readonly routes: readonly { readonly routeData: RouteData }[];
      readonly entryModules: Readonly<Record<string, string>>;
    };
    setInternals(internals: object): void;
    setOptions(options: object): void;
    render(request: Request, options: { readonly routeData: RouteData }): Promise<Response>;
  };
}

const { entry, styles } = workerData as ThreadBegins;

const { app } = (await import(pathToFileURL(entry).href)) as Pages;
app.setInternals({
  pagesByKeys: new Map([...styles].map(([key, of]) => [key, { styles: of }])),
  entrySpecifierToBundleMap: new Map(Object.entries(app.manifest.entryModules)),
});
const destination = { write: ({ message }: { readonly message: string }) => console.error(message) };

/** Each waits for the one before it: a page may keep things for itself while it is rendered. */
let last: Promise<void> = Promise.resolve();
parentPort!.on('message', (message: RenderMessage) => {
  if ('id' in message) last = last.then(() => answer(message));
  else {
    takeChecked(message.models);
    app.setOptions({ settings: { scripts: message.scripts }, logger: { options: { destination } } });
  }
});

async function answer(job: RenderJob): Promise<void> {
  const told = await rendered(job).catch((error: unknown): RenderAnswer => ({
    ...nothing(job),
    error: error ?? new Error('nothing was said'),
  }));
  parentPort!.postMessage(told, told.body === undefined ? [] : [told.body]);
}

async function rendered(job: RenderJob): Promise<RenderAnswer> {
  const response = await app.render(new Request(job.url), { routeData: routeNamed(job) });
  const body = response.body === null ? undefined : await response.arrayBuffer();
  return { ...nothing(job), body, status: response.status, headers: [...response.headers] };
}

const nothing = ({ id }: RenderJob): RenderAnswer => ({ id, body: undefined, status: 200, headers: [], error: undefined });

function routeNamed({ route, component }: RouteName): RouteData {
  const found = app.manifest.routes.find(({ routeData }) => routeData.route === route && routeData.component === component);
  if (!found) throw new Error(`the pages have no route ${route} of ${component}`);
  return found.routeData;
}
