/** What was found when the repositories were last looked at, as pages ask for it. */
import { lastSeenOf, readAtHead, type AtHeads, type LastSeen } from '../facts/last-seen.ts';
import { statementsIn } from '../facts/statements.ts';
import type { Citation } from '../schemas/evidence.ts';
import text from './at-head.txt?raw';
import { entries } from './catalogue.ts';
import { shownProse } from './shown-pages.ts';

const found = readAtHead(text);
if (typeof found === 'number')
  throw new Error(`src/records/at-head.txt:${found} is none of its lines; npm run citations -- <folder> --head --write writes it`);

export const atHeads: AtHeads = found;

/** What was observed on a day is about that day, whatever the file says since. */
const ofADay = new Set<string | number>(['status', 'states', 'identifiers', 'upstream', 'observed']);

let known: Map<string, Citation[]> | undefined;

/** How the places were found that a page cites for what it says of now; undefined for a page that cites no repository. */
export function lastSeenOn(page: string): LastSeen | undefined {
  if (!known) {
    known = new Map();
    for (const { address, cites } of statementsIn(entries, shownProse)) {
      const at = address.split('#')[0]!;
      const now = cites.filter(({ field }) => !field.some((it) => ofADay.has(it))).map(({ citation }) => citation);
      known.set(at, [...(known.get(at) ?? []), ...now]);
    }
  }
  const citations = (known.get(page) ?? []).filter((it) => it.commit !== undefined);
  if (citations.length === 0) return undefined;
  return lastSeenOf(citations, atHeads);
}
