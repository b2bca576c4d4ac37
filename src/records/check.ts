/** The check of all content, as the build, the command and the tests run it. Leaves out the checks themselves: `facts/integrity.ts`. */
import type { Entries, Problem } from '../facts/entries.ts';
import type { Models } from '../facts/integrity/models.ts';
import { problemsIn } from '../facts/integrity.ts';
import { proseProblems } from '../facts/prose-lint.ts';
import { textsOfRecords } from '../facts/prose-lint/own-text.ts';
import { collectionNames } from '../schemas/evidence.ts';
import { contentFolder } from './content-files.ts';
import { mostTold } from './limits.ts';
import { textsOfPage } from './page-texts.ts';
import { describe } from './problem-text.ts';
import type { Content } from './reader.ts';

/** Collections that may have no record. */
const mayBeEmpty: readonly string[] = ['tasks'];

/**
 * The records of this content, and what is wrong with them and with the pages, one text of two lines each.
 * What one record has to do with another is looked at only when each can be read: a record that cannot would be missed
 * by all that name it, and by every line that it cites.
 */
export function checkContent(content: Content, models: Models): { readonly entries: Entries; readonly faults: readonly string[] } {
  const { entries, prose, lineOf } = content;
  const unreadable = [...emptyCollections(content), ...content.problems];
  const found = unreadable.length > 0 ? unreadable : problemsIn(entries, models, prose);
  return { entries, faults: told(found, lineOf) };
}

/** What is wrong with the words and sentences of this content, which can be read; a build does not stop for it. */
export function checkProse({ entries, prose, lineOf }: Content): readonly string[] {
  return told(proseProblems(entries, [...textsOfRecords(entries), ...prose.flatMap(textsOfPage)]), lineOf);
}

function told(found: readonly Problem[], lineOf: Content['lineOf']): string[] {
  const first = found.slice(0, mostTold).map((problem) => describe(problem, lineOf(problem.file, problem.field)));
  return found.length > first.length ? [...first, `and ${found.length - first.length} more`] : first;
}

/** A collection without any record was lost, by its folder or by its name. */
function emptyCollections({ entries, problems }: Content): Problem[] {
  return collectionNames
    .filter((name) => entries[name].length === 0 && !mayBeEmpty.includes(name))
    .filter((name) => !problems.some(({ file }) => file.startsWith(`${contentFolder}/${name}/`)))
    .map((name) => ({
      file: `${contentFolder}/${name}`,
      field: [],
      line: 1,
      says: 'there is no record in this collection',
      fix: `Put its records back into ${contentFolder}/${name}/, or correct the name of the folder that holds them.`,
    }));
}
