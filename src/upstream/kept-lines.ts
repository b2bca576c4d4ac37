/** The file that keeps the hash of every cited place. It holds no word of the cited files. */
import { keptByPlace } from '../facts/kept-by-place.ts';

/** Where it lies, from the project's root. */
export const keptFile = 'src/upstream/cited-lines.txt';

export const { read: readKept, write: keptText } = keptByPlace(
  `# The hash of the lines of every cited place, blanks normalised: source, commit, path, lines, hash.
# npm run citations -- <folder of git directories> --write
`,
  '[0-9a-f]{12}',
);
