/**
 * What a simulation will load, for the head of a page on which it is seen at once: without it a browser learns of the player only from
 * the script that waits for the simulation to come into view, and of the model only from that.
 */

/** As much of a chunk of the bundler as is used here. */
export interface Chunk {
  readonly fileName: string;
  /** The chunks that it imports at once. */
  readonly imports: readonly string[];
  /** The source files in it, by their paths. */
  readonly moduleIds: readonly string[];
}

/** Source files that every player loads, from the root of the project; the first starts a component in the page. */
const ofEveryPlayer = [
  'node_modules/@astrojs/preact/dist/client.js',
  'src/components/simulation/Loader.tsx',
  'src/components/simulation/Player.tsx',
  'src/components/simulation/shared-link.ts',
];

/** The files of scripts that the simulation of a model loads, sorted. Throws when the bundle has no such model. */
export function scriptsFor(id: string, chunks: readonly Chunk[]): string[] {
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const found = new Set<string>();
  const follow = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    byFile.get(file)?.imports.forEach(follow);
  };
  for (const source of [...ofEveryPlayer, `src/mechanisms/${id}/runs.ts`, `src/mechanisms/${id}/view.tsx`]) {
    const holder = chunks.find(({ moduleIds }) => moduleIds.some((module) => module.endsWith(`/${source}`)));
    if (!holder) throw new Error(`no script of the build holds ${source}, which the simulation of ${id} needs`);
    follow(holder.fileName);
  }
  return [...found].sort();
}
