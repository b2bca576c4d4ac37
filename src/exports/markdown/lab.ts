/** One lab as a document of its own: its task, its hints, and why the solution is right. */
import type { Entry } from '../../facts/entries.ts';
import { find } from '../../facts/entries.ts';
import { code, heading, link, list, markdownOf, paragraph, type Inline } from './nodes.ts';
import { marksOf, footnotes } from './notes.ts';
import type { Ground } from './quotes.ts';

/** `kind`: what its reader does, in words. `solution`: its sentences; none where the page does not tell it either. */
export interface LabWords {
  readonly kind: string;
  readonly solution: readonly string[];
  readonly code: string | undefined;
}

export function labMarkdown({ id, data }: Entry<'labs'>, { kind, solution, code: text }: LabWords, of: Ground): string {
  const notes = footnotes(of.address);
  const { entries, address } = of;
  const after: Inline[] = data.after.flatMap((it, i) => [i === 0 ? ', after ' : ', ', link(address(`/learn/${it}/`), find(entries, 'labs', it)!.data.title)]); // prettier-ignore
  const { reason, leads } = data;
  const isTold = solution.length > 0;
  const why = isTold ? [paragraph(reason.text, ...marksOf(notes, entries, reason.cite, reason.basis))] : [];
  return markdownOf([
    heading(1, data.title),
    paragraph(data.task),
    paragraph(`Solved when: ${data.solved}`),
    paragraph(`A lab: ${kind}, about ${data.minutes} minutes, with the model `, code(data.model), ...after, '.'),
    ...(data.kind === 'log' ? [{ type: 'code' as const, value: data.log.trimEnd() }] : []),
    heading(2, 'Hints'),
    list(
      data.hints.map((hint) => [hint]),
      true,
    ),
    heading(2, 'Solution'),
    ...(isTold ? solution.map((it) => paragraph(it)) : [paragraph(link(address(`/learn/${id}/solution/`), 'On a page of its own'), '.')]),
    ...(text === undefined ? [] : [{ type: 'code' as const, lang: 'ts', value: text }]),
    ...why,
    heading(2, 'The way on'),
    list([
      [link(address(leads.page), 'The page that explains it')],
      ['Rule: ', find(entries, 'rules', leads.rule)!.data.statement],
      ...(leads.task === undefined ? [] : [[link(address(`/tasks/${leads.task}/`), find(entries, 'tasks', leads.task)!.data.title)]]),
    ]),
    ...notes.definitions,
  ]);
}
