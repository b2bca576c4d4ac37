/**
 * What one version of a document tells of progress, item by item: what it is, how far it is, and on which lines that stands. Read from the
 * document alone, without any record, so that two versions can be compared with each other.
 */
import type { MilestoneStatus } from '../../schemas/milestones.ts';
import type { PlatformState } from '../../schemas/platforms.ts';
import { roadmapItems } from '../check-list.ts';
import type { Value } from '../json.ts';
import { mentionsIn, phaseParts } from '../phases.ts';
import type { Piece } from '../pieces.ts';
import { rowsOf, tableOf } from '../platform-table.ts';
import { stateOfMark, stateOfWords, statusOfItem, statusOfWords } from '../words.ts';
import { networksIn } from './networks.ts';

export type ItemKind = 'milestone' | 'deliverable' | 'platform' | 'network';

export interface Item {
  readonly kind: ItemKind;
  /** What stays when the words change: the number of a phase, the identifier of a platform, the name of a network. Undefined where the document has none. */
  readonly key: string | undefined;
  /** Its words, without the marks that tell its state. */
  readonly words: string;
  /** Undefined where the document gives none, or one that is no known word. */
  readonly state: MilestoneStatus | PlatformState | undefined;
  /** The words of the item that it belongs to: the phase of a deliverable, the group of an entry. */
  readonly under: string | undefined;
  /** First and last line, counted from 1. */
  readonly lines: readonly [from: number, to: number];
  /** More lines that tell its state: the row of a phase beside its heading, the sentence above a list. */
  readonly also: readonly (readonly [from: number, to: number])[];
}

const linesOf = ({ from, to }: Piece): [number, number] => [from, to];

/** The items of a document in Markdown, or of a copy: phases where it has some, else a table of platforms, networks and the items of a roadmap. */
export function itemsOf(pieces: readonly Piece[]): Item[] {
  if (mentionsIn({ pieces }).length > 0) return phasesOf(pieces);
  const table = tableOf({ pieces });
  const rows = table ? rowsOf({ pieces }, table.head, table.columns).rows : [];
  return [
    ...rows.map((row): Item => ({
      kind: 'platform',
      key: row.identifier,
      words: row.name,
      state: stateOfWords(row.state ?? ''),
      under: undefined,
      lines: [pieces[row.pieces[0]!]!.from, pieces[row.pieces.at(-1)!]!.to],
      also: legendOf(pieces, row.state ?? ''),
    })),
    ...networksIn(pieces).map(({ piece, name, state, told }): Item => ({
      kind: 'network',
      key: name,
      words: pieces[piece]!.text,
      state,
      under: undefined,
      lines: linesOf(pieces[piece]!),
      also: told === undefined ? [] : [linesOf(pieces[told]!)],
    })),
    ...roadmapItems({ pieces }).map((at): Item => {
      const { words, status } = statusOfItem(pieces[at]!);
      return { kind: 'milestone', key: undefined, words, state: status, under: undefined, lines: linesOf(pieces[at]!), also: [] };
    }),
  ];
}

/** Where a sign that stands without a word is explained: `🔨 means "Partially supported".` */
function legendOf(pieces: readonly Piece[], state: string): [number, number][] {
  const sign = /\p{Extended_Pictographic}/u.exec(state)?.[0];
  if (sign === undefined || /\p{L}/u.test(state)) return [];
  return pieces.filter(({ kind, text }) => kind === 'prose' && text.includes(sign) && /\bmeans\b/.test(text)).map(linesOf);
}

/** A phase is its heading, with the row of the table beside it; its deliverables stand below, under labels that may tell their state. */
function phasesOf(pieces: readonly Piece[]): Item[] {
  const mentions = mentionsIn({ pieces });
  const numbers = [...new Set(mentions.map((it) => it.number))];
  return numbers.flatMap((number): Item[] => {
    const heading = mentions.find((it) => it.number === number && it.in === 'heading');
    const row = mentions.find((it) => it.number === number && it.in === 'table');
    const main = heading ?? row!;
    const words = (heading ?? row)!.title;
    const phase: Item = {
      kind: 'milestone',
      key: String(number),
      words,
      state: statusOfWords(main.words) ?? (row && statusOfWords(row.words)),
      under: undefined,
      lines: linesOf(pieces[main.piece]!),
      also: heading && row ? [linesOf(pieces[row.piece]!)] : [],
    };
    const parts = heading ? phaseParts(pieces, heading.piece) : [];
    return [
      phase,
      ...parts.map(({ piece, status }): Item => ({
        kind: 'deliverable',
        key: undefined,
        words: pieces[piece]!.text,
        state: status,
        under: words,
        lines: linesOf(pieces[piece]!),
        also: [],
      })),
    ];
  });
}

/** The items of a list of groups in JSON: each group, and what it holds. An object without a title tells nothing. */
export function itemsOfStatusList(list: Value): Item[] {
  return (list.members?.get('groups')?.value.items ?? []).flatMap((group): Item[] => {
    const title = textOf(group, 'title');
    if (title === undefined) return [];
    const whole = itemOf(group, 'milestone', title, undefined);
    return [
      whole,
      ...(group.members?.get('items')?.value.items ?? []).flatMap((it): Item[] => {
        const words = textOf(it, 'title');
        return words === undefined ? [] : [itemOf(it, 'deliverable', words, title)];
      }),
    ];
  });
}

const textOf = (value: Value, name: string): string | undefined => {
  const found = value.members?.get(name)?.value.plain;
  return typeof found === 'string' && found !== '' ? found : undefined;
};

function itemOf(value: Value, kind: ItemKind, words: string, under: string | undefined): Item {
  const lines: [number, number] = [value.line, value.members?.get('status')?.line ?? value.toLine];
  return { kind, key: undefined, words, state: stateOfMark(textOf(value, 'status') ?? ''), under, lines, also: [] };
}
