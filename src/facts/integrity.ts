/**
 * What must be true of all records and pages together. Each check returns problems, none throws, and none reads a file:
 * a build that finds one problem reports all of them.
 */
import type { Entries, Problem } from './entries.ts';
import { badPageAddresses } from './integrity/addresses.ts';
import { badCitations, badDates } from './integrity/evidence.ts';
import { brokenGraphs } from './integrity/graph.ts';
import { badLabs } from './integrity/labs.ts';
import type { Models } from './integrity/models.ts';
import { localIds, names, unlisted, unresolved } from './integrity/names.ts';
import { badOrder, contradictions, cycles } from './integrity/order.ts';
import type { Prose } from './integrity/page-content.ts';
import { badPlaces, badRulePages } from './integrity/placed.ts';
import { badPaths } from './integrity/paths.ts';
import { badPages } from './integrity/prose.ts';
import { badSources } from './integrity/sources.ts';
import { badStarts } from './integrity/start.ts';
import { badTasks } from './integrity/tasks.ts';
import { avoidedWords, glossaryClashes, missingFaults, missingProperties, unusedTerms } from './integrity/words.ts';
import { sitePages } from './site-pages.ts';

/** All problems of all records and of all pages that are not made of records. */
export function problemsIn(entries: Entries, models: Models, prose: readonly Prose[]): Problem[] {
  const pages = sitePages(
    entries,
    prose.map(({ address }) => address),
    models.keys(),
  );
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
    ...brokenGraphs(entries, models),
    ...missingProperties(entries, models),
    ...missingFaults(entries, models),
    ...badLabs(entries, models, pages),
    ...badPaths(entries, prose, pages),
    ...badStarts(entries),
    ...badTasks(entries),
    ...badPageAddresses(entries, pages),
    ...badPages(entries, models, prose, pages),
    ...badPlaces(entries, prose),
    ...badRulePages(entries, prose, pages),
    ...glossaryClashes(entries),
    ...unusedTerms(entries, prose),
    ...avoidedWords(entries, prose),
    ...badSources(entries),
  ];
}
