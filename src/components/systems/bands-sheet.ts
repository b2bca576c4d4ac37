/** A drawing as the sheet that `drawing/bands` lays out: on a page, on a phone, and in a file of its own. */
import type { Sheet } from '../../drawing/bands/sheet.ts';
import { find, type Entries } from '../../facts/entries.ts';
import type { DrawnEdge, DrawnPanel, DrawnPart } from '../../facts/graph/drawing.ts';
import type { Architecture, View } from '../../schemas/architecture.ts';
import { sentenceOf, wordsOf } from './edge-words.ts';

type Room = Pick<Sheet, 'width' | 'across' | 'margin'>;

/** Panels stand side by side. */
export const wideRoom = (panels: number): Room =>
  panels === 1 ? { width: 888, across: 6, margin: 152 } : { width: Math.floor(888 / panels) - 28, across: 2, margin: 'above' };
export const narrowRoom: Room = { width: 320, across: 2, margin: 'above' };

/** The column of a part, where the columns of the view mean something. */
export function columnOf({ columns }: View, part: DrawnPart): number | undefined {
  const at = columns?.indexOf(part.of[0]?.phase ?? '') ?? -1;
  return at < 0 ? undefined : at;
}

/** What stands above the columns. */
export const headsOf = (entries: Entries, { columns = [] }: View): readonly string[] =>
  columns.map((id) => find(entries, 'milestones', id)!.data.label);

/** Every part of a panel, a frame before what lies in it. */
export const partsIn = ({ groups }: DrawnPanel): readonly DrawnPart[] =>
  groups.flatMap(({ items }) => items.flatMap(({ frame, parts }) => (frame ? [frame, ...parts] : parts)));

export const sheetOf = (view: View, { groups, edges }: DrawnPanel, { width, across, margin }: Room): Sheet => ({
  width,
  across,
  margin,
  columns: margin === 'above' ? undefined : view.columns?.length,
  arrows: edges.map(({ id, from, to, kind, protocol }) => ({ id, from, to, kind, words: wordsOf({ kind, protocol }, edges) })),
  bands: groups.map(({ title, note, items, below }) => ({
    title,
    note,
    below: below && { kind: below.kind, text: below.text },
    items: items.map(({ frame, parts }) => ({ frame, parts: parts.map((it) => ({ ...it, column: columnOf(view, it) })) })),
  })),
});

/** The name of a part as a panel shows it, merged or not, and the sentence of an arrow. */
export function tellerOf({ components }: Pick<Architecture, 'components'>, panel: DrawnPanel) {
  const names = new Map([...components, ...partsIn(panel)].map(({ id, title }) => [id, title]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  const sentence = ({ from, to, kind, protocol, relations }: DrawnEdge): string =>
    sentenceOf(nameOf(from), { kind, protocol, text: relations.map(({ text }) => text).join(' ') }, nameOf(to));
  return { nameOf, sentence };
}
