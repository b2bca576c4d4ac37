/** The records, for a command that cannot do its work without all of them. */
import { describe } from '../../records/problem-text.ts';
import { readContent, type Content } from '../../records/reader.ts';

/** Undefined when some cannot be read: then it has said which, and that `so`, such as "nothing was compared". */
export function contentOrWhyNot(root: string, so: string): Content | undefined {
  const content = readContent(root);
  if (content.problems.length === 0) return content;
  for (const problem of content.problems) console.error(describe(problem, content.lineOf(problem.file, problem.field)));
  console.error(`The records cannot be read, so ${so}.`);
  return undefined;
}
