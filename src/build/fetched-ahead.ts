/**
 * What is fetched together with a script that is imported later. Vite names, for each picture of a simulation, the scripts that it needs;
 * those that the player has already are left out, so that it need not name them, nor a picture that needs nothing else.
 */
import type { Plugin } from 'vite';

const player = /(?:^|\/)player\.[\w-]+\.js$/;
const ofPlayer = /(?:^|\/)(?:player|preact|preload-helper|drawing)\.[\w-]+\.js$/;

/** `needed`: the files of an import with all that they import at once; `from`: the file that imports. What is alone is asked for anyway. */
export function ahead(needed: readonly string[], from: string): string[] {
  if (!player.test(from)) return [...needed];
  const others = needed.filter((it) => !ofPlayer.test(it));
  return others.length > 1 ? others : [];
}

/** Astro passes on nothing of this from its own configuration to the build of what browsers load. */
export const fetchedAhead = (): Plugin => ({
  name: 'orrery-fetched-ahead',
  configEnvironment: (name) =>
    name === 'client'
      ? { build: { modulePreload: { polyfill: false, resolveDependencies: (_, needed, { hostId }) => ahead(needed, hostId) } } }
      : undefined,
});
