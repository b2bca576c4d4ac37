/**
 * The definition that cited lines are of, by name: whose body they are cut from. Names of functions and types alone; the file holds no
 * other word of what is cited.
 */
import type { Citation } from '../schemas/evidence.ts';
import { keptByPlace } from './kept-by-place.ts';
import { nameOfPlace } from './place-name.ts';

/** Where it lies, from the project's root. */
export const definitionsFile = 'src/records/definitions.txt';

/** By the name of a place: `starina-upstream 98dae3c kernel/src/poll.rs 12-20` has `Poll::wait`. */
export type Definitions = ReadonlyMap<string, string>;

export const { read: readDefinitions, write: definitionsText } = keptByPlace(
  `# The function, type or constant that the lines of a cited place are of. A place of several, or of none, is not named.
# npm run citations -- <folder of git directories> --write
`,
  '[\\p{ID_Start}_][\\p{ID_Continue}.:]*',
);

/** Asks them for a citation: `Poll::wait`; undefined where its lines are of several definitions, or of none, or were not looked at. */
export const definitionIn =
  (names: Definitions) =>
  (citation: Citation): string | undefined => {
    const place = nameOfPlace(citation);
    return place === undefined ? undefined : names.get(place);
  };
