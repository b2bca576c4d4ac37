/** A difference in words: its kind, and whose claim it is that something else was found. */
import type { Entries } from '../../facts/entries.ts';
import { sideOf, sourcesIn } from '../../facts/evidence.ts';
import type { Drift } from '../../schemas/drift.ts';

export const driftWords: Readonly<Record<Drift['class'], string>> = {
  changed: 'Changed',
  removed: 'Removed',
  renamed: 'Renamed',
  moved: 'Moved',
  contradicted: 'Contradicted by the code read',
  'not-found': 'Not found, which proves no absence',
};

/** The claim is documented where a primary source makes it; another is made by a document or a comment in the repository itself. */
export const claimHead = (entries: Entries, { documented }: Drift): string =>
  sideOf(documented, sourcesIn(entries)) === 'documented' ? 'As documented' : 'As its repository says';
