/** Addresses: what a record or a page leads to is on this site and exists, or is read over https. */
import { everyEntry, type Entries, type FieldPath, type Problem } from '../entries.ts';
import { nearest } from '../nearest.ts';

type Advice = Pick<Problem, 'says' | 'fix'>;
/** The pages of the site, each with the fragments that are known. */
export type Pages = ReadonlyMap<string, readonly string[] | null>;

/** What is wrong with an address that a reader may follow; a list of what is allowed, because no list of what is not is whole. */
export function addressFault(url: string, pages: Pages): Advice | undefined {
  if (url.startsWith('#')) return undefined;
  if (!url.startsWith('/')) return webFault(url);
  if (/^\/[/\\]|\\|\/\.\.?(\/|$)/.test(url))
    return { says: `'${url}' leads to another host or out of its folder`, fix: 'Write one slash first, and the whole path.' };
  const [, path = '', fragment] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/.exec(url) ?? [];
  if (/\.[a-z]+$/.test(path)) return undefined; // a file for other tools; the test of links finds whether it is there
  const fragments = pages.get(path);
  if (fragments === undefined)
    return missing(`there is no page '${path}'`, path, [...pages.keys()], 'Correct the address; it ends in a slash.');
  if (fragments === null || !fragment || fragments.includes(fragment)) return undefined;
  return missing(`there is no '${fragment}' on ${path}`, fragment, fragments, 'Correct what stands behind the hash.');
}

function missing(says: string, word: string, known: readonly string[], fix: string): Advice {
  const meant = nearest(word, known);
  return { says, fix: meant ? `Did you mean '${meant}'?` : fix };
}

function webFault(url: string): Advice | undefined {
  const address = URL.parse(url);
  const plain = /^https:\/\/[^/\\\s@]+(\/[^\s\\]*)?$/i.test(url);
  if (address?.protocol === 'https:' && plain) return undefined;
  return { says: `'${url}' is not an address that is allowed`, fix: 'Write https://… for another site, or /…/ for a page of this one.' };
}

/** The page of a rule and the pages of a deliverable or of a subject are there. */
export function badPageAddresses(entries: Entries, pages: Pages): Problem[] {
  return everyEntry(entries).flatMap(({ file, data }) => {
    const at = (url: string, field: FieldPath): Problem[] => {
      const fault = addressFault(url, pages);
      return fault ? [{ file, field, ...fault }] : [];
    };
    if ('page' in data && data.page !== undefined) return at(data.page, ['page']);
    if ('subjects' in data)
      return (data.subjects ?? []).flatMap(({ pages: told = [] }, s) => told.flatMap((url, i) => at(url, ['subjects', s, 'pages', i])));
    if (!('deliverables' in data)) return [];
    return data.deliverables.flatMap(({ docs = [] }, d) => docs.flatMap((url, i) => at(url, ['deliverables', d, 'docs', i])));
  });
}
