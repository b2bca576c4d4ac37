/** Where a graph is told: each drawing and each flow on one page of prose, each subject on a page or said to be covered by no source. */
import { subjectNames } from '../../schemas/architecture.ts';
import type { Entries, Entry, FieldPath, Problem } from '../entries.ts';
import { addressFault, type Pages } from './addresses.ts';
import { idsOf, systemOfAddress, type Prose } from './page-content.ts';

export const badPlaces = (entries: Entries, prose: readonly Prose[]): Problem[] =>
  entries.architecture.flatMap((entry) => {
    const pages = prose.filter(({ address }) => systemOfAddress(address) === entry.id);
    return [...shownOnce(entry, pages), ...badSubjects(entry)];
  });

/** A rule that prose shows leads to a page that shows it: text that moves takes its rules along. Of a page that is not there `badPageAddresses` tells. */
export const badRulePages = (entries: Entries, prose: readonly Prose[], pages: Pages): Problem[] =>
  entries.rules.flatMap(({ file, id, data }) => {
    const [first, ...others] = prose.filter(({ content }) => idsOf(content, 'Rule').includes(id)).map(({ address }) => address);
    if (first === undefined || [first, ...others].includes(data.page?.split('#')[0] ?? '')) return [];
    if (data.page !== undefined && addressFault(data.page, pages)) return [];
    const says = data.page === undefined ? `it names no page, and ${first} shows it` : `${data.page} does not show it`;
    return [{ file, field: ['page'], says, fix: `Write page: ${first}, or put <Rule id="${id}" /> on the page that tells of it.` }];
  });

function shownOnce({ file, data }: Entry<'architecture'>, pages: readonly Prose[]): Problem[] {
  const of = (name: 'Drawing' | 'Flow', what: string, field: string, ids: readonly string[]): Problem[] =>
    ids.flatMap((id, i) => {
      const [first, second] = pages.filter(({ content }) => idsOf(content, name).includes(id));
      const at = { file, field: [field, i] as FieldPath };
      const element = name === 'Flow' ? `<Flow id="${id}" />` : `<Drawing view="${id}" />`;
      if (!first) return [{ ...at, says: `no page shows the ${what} '${id}'`, fix: `Put ${element} on the page that tells of it.` }];
      return second
        ? [
            {
              ...at,
              says: `${first.file} and ${second.file} both show the ${what} '${id}'`,
              fix: 'Keep it where it is told of, and link there.',
            },
          ]
        : [];
    });
  return [
    ...of('Drawing', 'view', 'views', data.views.map(({ id }) => id)), // prettier-ignore
    ...of('Flow', 'flow', 'flows', data.flows.map(({ id }) => id)), // prettier-ignore
  ];
}

/** Once a graph lists its subjects it lists all, in their order, so that a reader of two systems finds the same list. */
function badSubjects({ file, data }: Entry<'architecture'>): Problem[] {
  const listed = data.subjects?.map(({ id }) => id);
  if (!listed || listed.join() === subjectNames.join()) return [];
  const missing = subjectNames.filter((it) => !listed.includes(it));
  return [
    {
      file,
      field: ['subjects'],
      says:
        missing.length > 0 ? `it does not say where ${missing.join(', ')} can be read of` : 'the subjects stand in another order, or twice',
      fix: `List each once: ${subjectNames.join(', ')}.`,
    },
  ];
}
