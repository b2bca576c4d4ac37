/** The architecture of a system in Markdown: its parts, how they are related, what happens step by step, where the code lies. */
import type { RootContent } from 'mdast';
import type { Entry } from '../../facts/entries.ts';
import { drawingOf } from '../../facts/graph/drawing.ts';
import type { View } from '../../schemas/architecture.ts';
import { fact, ground, named } from './facts.ts';
import { code, heading, list, listed, paragraph, strong } from './nodes.ts';
import { groupWords, type Ground } from './quotes.ts';

type Relation = Entry<'architecture'>['data']['relations'][number];

/** A relation as a sentence; most kinds are its verb. */
const verbOf = (kind: Relation['kind']): string => (kind === 'replies' ? 'replies to' : kind === 'event' ? 'sends an event to' : kind);

/** Drawings as lists, parts, relations, flows, places, code. */
export function architectureRecord({ data }: Entry<'architecture'>, of: Ground): RootContent[] {
  const titles = new Map(data.components.map((it) => [it.id, it.title]));
  const titleOf = (id: string | undefined): string => titles.get(id ?? '') ?? id ?? '';
  const drawn = (view: View): string =>
    drawingOf(data, view)
      .flatMap((panel) => panel.groups.map(groupWords))
      .join('. ');
  return [
    ...listed(4, 'Drawings, from the top', data.views, (it) => [strong(it.title), `. ${drawn(it)}. `, ...fact(it, of)]),
    ...listed(4, 'Parts', data.components, (it) => [
      strong(it.title),
      ` (${it.kind}${it.inside === undefined ? '' : `, in ${titleOf(it.inside)}`})`,
      ...(it.path === undefined ? [] : [' ', code(it.path)]),
      ': ',
      ...fact(it, of),
    ]),
    ...listed(4, 'Relations', data.relations, (it) => [
      strong(`${titleOf(it.from)} ${verbOf(it.kind)} ${titleOf(it.to)}`),
      it.protocol === undefined ? ': ' : `, by ${it.protocol}: `,
      ...fact(it, of),
    ]),
    ...data.flows.flatMap((flow) => flowRecord(flow, of)),
    ...listed(4, 'Places in the file tree', data.places, (it) => [
      code(it.path),
      it.writable === null ? ': ' : it.writable ? ', writable: ' : ', read-only: ',
      ...fact(it, of),
    ]),
    ...listed(4, `Code, ${data.codeOf}`, data.code, (it) => [code(it.path), ': ', ...fact(it, of)]),
    ...listed(4, 'What else is stated of the architecture', data.statements, (it) => named(it.title, it, of)),
  ];
}

function flowRecord(flow: Entry<'architecture'>['data']['flows'][number], of: Ground): RootContent[] {
  const steps = flow.steps.map((step) => fact(step, of));
  return [heading(4, `Flow: ${flow.title}`), paragraph('Step by step', ...ground(flow, of), ':'), list(steps, true)];
}
