/** Names from code that stand in citations: the files that are cited, and what a page says beside a citation. */
import type { Statement } from '../statements.ts';
import { identifiersIn } from './words.ts';

/** Each name with the addresses of the statements that cite it, once. */
export function citedNames(statements: readonly Statement[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { address, cites } of statements)
    for (const { citation, note = '' } of cites)
      for (const name of [...(citation.path === undefined ? [] : [citation.path]), ...identifiersIn(`${note} ${citation.absent ?? ''}`)])
        found.set(name, (found.get(name) ?? new Set()).add(address));
  return found;
}
