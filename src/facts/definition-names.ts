/**
 * The definition that cited lines are of, by name: whose body they are cut from. Names of functions and types alone; the file holds no
 * other word of what is cited.
 */
import type { Citation } from '../schemas/evidence.ts';
import { nameOfPlace, placePattern } from './place-name.ts';

/** Where it lies, from the project's root. */
export const definitionsFile = 'src/records/definitions.txt';

const top = `# The function, type or constant that the lines of a cited place are of. A place of several, or of none, is not named.
# npm run citations -- <folder of git directories> --write
`;

/** By the name of a place: `starina-upstream 98dae3c kernel/src/poll.rs 12-20` has `Poll::wait`. */
export type Definitions = ReadonlyMap<string, string>;

const aLine = new RegExp(`^(${placePattern}) ([\\p{ID_Start}_][\\p{ID_Continue}.:]*)$`, 'u');

/** What the file says; or the number of the first line that is none of its own. */
export function readDefinitions(text: string): Definitions | number {
  const names = new Map<string, string>();
  for (const [i, line] of text.split('\n').entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const [, place, name] = aLine.exec(line) ?? [];
    if (place === undefined || name === undefined || names.has(place)) return i + 1;
    names.set(place, name);
  }
  return names;
}

/** The file, in the order of the places' names. */
export const definitionsText = (names: Definitions): string =>
  `${top}${[...names]
    .map(([place, name]) => `${place} ${name}\n`)
    .sort()
    .join('')}`;

/** Asks them for a citation: `Poll::wait`; undefined where its lines are of several definitions, or of none, or were not looked at. */
export const definitionIn =
  (names: Definitions) =>
  (citation: Citation): string | undefined => {
    const place = nameOfPlace(citation);
    return place === undefined ? undefined : names.get(place);
  };
