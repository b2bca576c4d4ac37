/** The parts of the editor as they are kept: each takes a second or more to make, by a thread of its own, and lies by the hash of all it is made from. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { filesIn } from '../files.ts';
import { partNames, sourcesOf, type PartName } from './parts.ts';
import type { PartsAsked, PartTold } from './parts.worker.ts';

/** By the path where it is kept. */
const begun = new Map<string, Promise<string>>();

/** The text of a part. Rejects with what went wrong when it was made. */
export function part(root: string, name: PartName): Promise<string> {
  const path = pathOf(root, name);
  const known = begun.get(path);
  if (known) return known;
  if (existsSync(path)) return Promise.resolve(readFileSync(path, 'utf8'));
  make(root);
  return begun.get(path)!;
}

/** Whoever needs one that is not there will soon need the others. */
function make(root: string): void {
  const missing = new Map(
    partNames.map((name) => [name, pathOf(root, name)] as const).filter(([, path]) => !begun.has(path) && !existsSync(path)),
  );
  const answers = new Map([...missing.keys()].map((name) => [name, Promise.withResolvers<string>()]));
  for (const [name, path] of missing) {
    const { promise } = answers.get(name)!;
    promise.catch(() => undefined); // it is told by who waits for it
    begun.set(path, promise);
  }
  const workerData: PartsAsked = { root, names: [...missing.keys()] };
  const worker = new Worker(new URL('parts.worker.ts', import.meta.url), { workerData });
  worker.on('message', ({ name, text, error }: PartTold) => {
    if (text === undefined) answers.get(name)!.reject(error);
    else answers.get(name)!.resolve(keep(name, missing.get(name)!, text));
  });
  const fail = (error: unknown) => answers.forEach(({ reject }) => reject(error));
  worker.on('error', fail);
  worker.on('exit', (code) => fail(new Error(`the thread that makes the parts of the editor ended with ${code}`)));
}

/** In place of what was kept under this name before. */
function keep(name: PartName, path: string, text: string): string {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  for (const other of readdirSync(folder))
    if (/^(.*)-[\da-f]+\.js$/.exec(other)?.[1] === name) rmSync(join(folder, other), { force: true });
  writeFileSync(path, text);
  return text;
}

/** Named by the hash of its sources and of what makes it. */
function pathOf(root: string, name: PartName): string {
  const hash = createHash('sha256');
  const makers = filesIn(import.meta.dirname, '.ts').filter((path) => !path.endsWith('.test.ts'));
  for (const path of [...makers, ...sourcesOf(root, name)]) hash.update(readFileSync(path)).update('\0');
  return join(root, '.astro/edit-parts', `${name}-${hash.digest('hex').slice(0, 16)}.js`);
}
