/** What kind of difference it is, in words. */
import type { Drift } from '../../schemas/drift.ts';

export const driftWords: Readonly<Record<Drift['class'], string>> = {
  changed: 'Changed',
  removed: 'Removed',
  renamed: 'Renamed',
  moved: 'Moved',
  contradicted: 'Contradicted by the code read',
  'not-found': 'Not found, which proves no absence',
};
