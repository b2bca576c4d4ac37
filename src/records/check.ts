/** The check of all records, as the build, the command and the tests run it. Leaves out the checks themselves: `facts/integrity.ts`. */
import { describe, readContent } from './reader.ts';
import type { Entries } from '../facts/entries.ts';
import type { ModelProperties } from '../facts/integrity/model-properties.ts';
import { problemsIn } from '../facts/integrity.ts';

/**
 * The records below `root`/src/content, and what is wrong with them, one text of two lines each.
 * What one record has to do with another is looked at only when each can be read: a record that cannot would be missed
 * by all that name it, and by every line that it cites.
 */
export function checkRecords(root: string, models: ModelProperties): { readonly entries: Entries; readonly faults: readonly string[] } {
  const { entries, prose, problems, lineOf } = readContent(root);
  const found = problems.length > 0 ? problems : problemsIn(entries, models, prose);
  return { entries, faults: found.map((problem) => describe(problem, lineOf(problem.file, problem.field))) };
}
