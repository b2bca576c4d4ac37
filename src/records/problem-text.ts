/** A problem as a contributor reads it, on the terminal and in the message that ends a build. */
import { fieldName, type Problem } from '../facts/entries.ts';
import { codeOf, invisible } from './content-files.ts';
import { longestSentence } from './limits.ts';

/** `src/content/rules/x.yaml:12  checkedBy[0].model: …` and, on the next line, what to do. `line` is that of the field. */
export const describe = (problem: Problem, line: number): string =>
  `${shown(problem.file)}:${problem.line ?? line}  ${shown(fieldName(problem.field)) || '(the whole file)'}: ${shown(problem.says)}\n    ${shown(problem.fix)}`;

const hidden = new RegExp(`${invisible.source}|[\\t\\n\\r\\ud800-\\udfff]`, 'gu');

/** What stands in a file is told so that it cannot move the cursor, hide a word or fill the screen. */
export function shown(text: string): string {
  const plain = text.replace(hidden, (it) => (it === '\n' ? ' ' : `(${codeOf(it)})`));
  return plain.length > longestSentence ? `${plain.slice(0, longestSentence)}…` : plain;
}
