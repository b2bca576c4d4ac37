/** A citation of a repository is narrow enough to be followed: to lines, or to a file, a folder or an absence where the statement is about it. */
import type { Citation } from '../../schemas/evidence.ts';
import type { Problem } from '../entries.ts';

/** Whether a path means several files, which no single place can show. */
export const namesSeveral = (path: string): boolean => /[*{},]/.test(path);

/** What is wrong with the place of a citation of a repository. */
export function wideFault({ path = '', lines, whole, absent }: Citation): Pick<Problem, 'says' | 'fix'> | undefined {
  if (namesSeveral(path)) return { says: `'${path}' names several files`, fix: 'Cite each of them by itself, with its lines.' };
  if ((lines ?? whole ?? absent) !== undefined) return undefined;
  return {
    says: `'${path}' is cited without lines`,
    fix: 'Give the lines that show it: lines: [from, to]. Where it is about the file or the folder as such: whole: file or whole: folder. Where something is not there: absent: what was searched for.',
  };
}
