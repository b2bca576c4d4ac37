/**
 * What belongs to a script though a page does not name it: with the player its panels and the workers that check, with a model the same model
 * for these workers, with the editor TypeScript and the sandbox. A simulation that was visited can then be checked without a network.
 * Read from the texts of the scripts, because workers are bundles of their own.
 */

import type { Listing } from './worker/list.ts';

/** The scripts of a build by their names, with their texts. */
export type Scripts = ReadonlyMap<string, string>;

/** The page in which edited models run. */
const SANDBOX = 'sandbox/';

/** Throws when the build has no script of a name, or a worker does not know a model. */
export function companionsIn(scripts: Scripts, ids: readonly string[]): Pick<Listing, 'with' | 'editor'> {
  const called = (pattern: RegExp): string => {
    const name = [...scripts.keys()].find((it) => pattern.test(it));
    if (name === undefined) throw new Error(`no script of the build is called ${pattern}: adapt src/build/offline/companions.ts`);
    return name;
  };
  const player = called(/^player\.[\w-]{8}\.js$/);
  const workers = [called(/^check\.worker-[\w-]{8}\.js$/), called(/^survey\.worker-[\w-]{8}\.js$/)];
  const editor = called(/^open\.[\w-]{8}\.js$/);
  const typing = called(/^language\.[\w-]{8}\.js$/);
  const runs = ids.map((id) => ({ inPage: runsIn(scripts, player, id), inWorkers: workers.map((it) => runsIn(scripts, it, id)) }));
  const ofModels = new Set(ids.flatMap((id) => [player, ...workers].flatMap((from) => loadedUnder(scripts, from, id))));
  const ofPlayer = reached(scripts, [player], new Set([...ofModels, editor]));
  const ofEditor = reached(scripts, [editor, typing], new Set([...ofModels, ...ofPlayer]));
  const below = (names: Iterable<string>) => [...names].map((name) => `_astro/${name}`).toSorted();
  const editing = [...below(ofEditor), SANDBOX];
  return {
    with: Object.fromEntries([
      [`_astro/${player}`, below(ofPlayer)],
      [`_astro/${editor}`, editing],
      ...runs.map(({ inPage, inWorkers }) => [`_astro/${inPage}`, below(reached(scripts, inWorkers, ofPlayer))] as const),
    ]),
    editor: editing,
  };
}

/** The script with the runs of a model that another one loads. */
function runsIn(scripts: Scripts, from: string, id: string): string {
  const [runs] = loadedUnder(scripts, from, id);
  if (runs === undefined) throw new Error(`${from} loads nothing under ${id}: adapt src/build/offline/companions.ts`);
  return runs;
}

/** What the list of mechanisms in a script loads under an id: its runs, and in a page its view. */
function loadedUnder(scripts: Scripts, from: string, id: string): string[] {
  const [, behind = ''] = scripts.get(from)!.split(new RegExp(`["'\`]${id}["'\`]:\\{runs:`));
  const end = /["'`][a-z]+\/[a-z-]+["'`]:|;/.exec(behind)?.index ?? behind.length;
  return [...behind.slice(0, end).matchAll(/import\(["'`]\.\/([\w.-]+\.js)["'`]\)/g)].map(([, name]) => name!);
}

/** These scripts and all that they name, directly or not, without those of `not`. */
function reached(scripts: Scripts, from: readonly string[], not: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  const follow = (name: string): void => {
    if (found.has(name) || not.has(name)) return;
    found.add(name);
    for (const [, named = ''] of (scripts.get(name) ?? '').matchAll(/["'`](?:\.\/|[\w/.-]*_astro\/)([\w.-]+\.(?:js|css))["'`]/g))
      if (scripts.has(named) || named.endsWith('.css')) follow(named);
  };
  from.forEach(follow);
  return found;
}
