/** What is answered to a page that is opened and to a file that it asks for. */
import { behind } from './behind.ts';
import { keepBody, keepPage, keptFile, keptPage, ownFile } from './keep.ts';
import { list } from './list.ts';
import { addressOf, hashOf, isNamedByContent } from './names.ts';
import { isOther, markOther, verdicts } from './others.ts';
import { scope, type Fetching } from './scope.ts';

/** After so long a page that was visited is shown as it was kept. */
const PATIENCE_MS = 4_000;

/** The host's page, or what was kept of it when the host cannot be reached, is broken, or too slow. */
export async function pageFor(event: Fetching, path: string): Promise<Response> {
  // A page that stands in another page's frame is kept with the files.
  const kept = (await keptPage(path)) ?? (await keptFile(path));
  const asked = fetch(event.request).then(
    (response) => (response.status >= 500 && kept ? kept : judged(event, path, response)),
    async () => kept ?? (await keptWithSlash(path)) ?? offlinePage(),
  );
  if (!kept) return asked;
  return Promise.race([asked, new Promise<Response>((resolve) => setTimeout(() => resolve(kept), PATIENCE_MS))]);
}

/** A host would have led on from a folder without its slash. */
async function keptWithSlash(path: string): Promise<Response | undefined> {
  return (await keptPage(`${path}/`)) && Response.redirect(addressOf(`${path}/`));
}

async function offlinePage(): Promise<Response> {
  const page = await keptFile('offline/');
  return page ? new Response(page.body, { status: 503, headers: page.headers }) : Response.error();
}

/** Shows the page as it comes, and finds out behind it whether it is of this build. */
function judged(event: Fetching, path: string, response: Response): Response {
  if (response.type === 'opaqueredirect' || !response.headers.get('content-type')?.startsWith('text/html')) return response;
  const client = event.resultingClientId;
  const verdict = judge(path, client, response.clone(), event.request.destination).finally(() => verdicts.delete(client));
  verdicts.set(client, verdict);
  behind(verdict);
  return response;
}

async function judge(path: string, client: string, response: Response, destination: string): Promise<void> {
  const body = await response.arrayBuffer();
  const hash = await hashOf(body);
  if ((await list()).files[response.status === 404 ? '404.html' : path] !== hash) {
    await markOther(client, path, hash);
    behind(scope.registration.update());
  } else if (response.status === 200)
    behind(destination === 'document' ? keepPage(path, body, response.headers) : keepBody(path, body, response.headers));
}

/** A file of this build for a page of it. What another page asks for, and what is in no list, passes by. */
export async function fileFor(event: Fetching, path: string): Promise<Response> {
  const { files } = await list().catch(() => ({ files: {} as Readonly<Record<string, string>> }));
  if (files[path] === undefined && !isNamedByContent(path)) return fetch(event.request);
  if (!isNamedByContent(path) && (await isOther(event.clientId))) {
    // A worker of such a page asks in its own name.
    await markOther(event.resultingClientId, path, '');
    return fetch(event.request);
  }
  const own = await ownFile(path, event.request);
  if (own) return own;
  behind(scope.registration.update()); // the host has another build by now
  return isNamedByContent(path) ? fetch(event.request) : Response.error();
}
