/**
 * What must be true of all records together. Each check returns problems, none throws, and none reads a file:
 * a build that finds one problem reports all of them.
 */
import type { Entries, Problem } from './entries.ts';
import { badCitations, badDates, badSources } from './integrity/evidence.ts';
import type { ModelProperties } from './integrity/model-properties.ts';
import { localIds, names, unlisted, unresolved } from './integrity/names.ts';
import { badOrder, brokenGraphs, contradictions, cycles } from './integrity/order.ts';
import { avoidedWords, glossaryClashes, missingProperties, unusedTerms, type Prose } from './integrity/words.ts';

/** All problems of all records; `prose` is the text of every page that is not made of records. */
export function problemsIn(entries: Entries, models: ModelProperties, prose: readonly Prose[]): Problem[] {
  return [
    ...names(entries),
    ...unresolved(entries, models),
    ...unlisted(entries),
    ...localIds(entries),
    ...badCitations(entries),
    ...badDates(entries),
    ...badOrder(entries),
    ...cycles(entries),
    ...contradictions(entries),
    ...brokenGraphs(entries),
    ...missingProperties(entries, models),
    ...glossaryClashes(entries),
    ...unusedTerms(entries, prose),
    ...avoidedWords(entries, prose),
    ...badSources(entries),
  ];
}
