/**
 * A drawing as it is written in the languages of other tools: every part with a name that is an identifier in all of them, and only the
 * arrows that the picture has. How a language quotes is told in its own file.
 */
import type { Address } from '../address-below.ts';
import { addressOf } from '../../facts/addresses.ts';
import type { Entry } from '../../facts/entries.ts';
import { drawingOf, panelsOf, type DrawnGroup, type DrawnPanel, type DrawnPart } from '../../facts/graph/drawing.ts';
import type { RelationKind, View } from '../../schemas/architecture.ts';
import { license } from '../../../package.json';

export interface FigurePart {
  /** Unlike that of any other part of the figure; a part that stands in several panels has one for each. */
  readonly name: string;
  readonly title: string;
  readonly kind: DrawnPart['kind'];
  /** What it does, or which parts it stands for. */
  readonly says: string;
  readonly isAbsent: boolean;
  readonly isBeyond: boolean;
  /** Where it is told, if the site knows its own address. */
  readonly address: string | undefined;
}

/** Parts that lie in a frame, or one part alone. */
export interface FigureItem {
  readonly frame: FigurePart | undefined;
  readonly parts: readonly FigurePart[];
}

export interface FigureGroup {
  readonly name: string;
  readonly title: string;
  /** The border below it, as a sentence. */
  readonly border: string | undefined;
  readonly items: readonly FigureItem[];
}

export interface FigureEdge {
  readonly from: FigurePart;
  readonly to: FigurePart;
  readonly kind: RelationKind;
  readonly protocol: string | undefined;
  readonly says: string;
}

export interface FigurePanel {
  /** That of the system as it is arranged here. */
  readonly name: string;
  /** Undefined where the figure has this panel alone. */
  readonly title: string | undefined;
  readonly groups: readonly FigureGroup[];
  readonly edges: readonly FigureEdge[];
  readonly drawn: DrawnPanel;
}

export interface Figure {
  readonly view: View;
  readonly system: string;
  readonly title: string;
  /** What is to be seen. */
  readonly sentence: string;
  /** Lines for the head of a file: what it is, where it is from, and how it may be used. */
  readonly head: readonly string[];
  readonly panels: readonly FigurePanel[];
}

/** Ids are words joined by hyphens, so two underscores stand in none. The prefix keeps clear of the words of every language. */
const nameOf = (what: 'system' | 'part' | 'panel', id: string, panel?: string): string =>
  `${what}_${[id, ...(panel === undefined ? [] : [panel])].join('__').replaceAll('-', '_')}`;

/** Backticks set names from code on a page; elsewhere they say nothing. */
const plain = (text: string): string => text.replaceAll('`', '');
const joined = (title: string, note: string | undefined): string => (note === undefined ? title : `${title} (${note})`);
const keptBy = { hardware: 'kept by hardware', isolation: 'kept by isolation', trust: 'a promise alone' } as const;

/** Expects a view of this architecture; `address` is that of the build, and links are made only where it is a whole one. */
export function figureOf(architecture: Entry<'architecture'>, view: View, system: string, address: Address): Figure {
  const whole = (path: string): string | undefined => {
    const it = address(path);
    return it.startsWith('/') ? undefined : it;
  };
  const told = (id: string): string | undefined => whole(addressOf(architecture, { id, field: 'components' }));
  const page = whole(addressOf(architecture, { id: view.id, field: 'views' }));
  const ids = panelsOf(view).map(({ id }) => id);
  return {
    view,
    system,
    title: view.title,
    sentence: plain(view.text),
    head: [
      `${view.title}. A drawing of the architecture of ${system}.`,
      `From Orrery${page === undefined ? '' : `, ${page}`}, where every part and relation has its source.`,
      `Licence of the data: ${license}. The sources that it cites belong to their authors.`,
    ],
    panels: drawingOf(architecture.data, view).map((drawn, p) => panelOf(drawn, nameOf('system', architecture.id, ids[p]), ids[p], told)),
  };
}

function panelOf(drawn: DrawnPanel, name: string, id: string | undefined, told: (id: string) => string | undefined): FigurePanel {
  const parts = new Map<string, FigurePart>();
  const partOf = (part: DrawnPart): FigurePart => {
    const made = figurePart(part, nameOf('part', part.id, id), told(part.of[0]!.id));
    parts.set(part.id, made);
    return made;
  };
  const groups = drawn.groups.map((group, g): FigureGroup => ({
    name: `${id === undefined ? '' : `${nameOf('panel', id)}__`}group_${g + 1}`,
    title: joined(plain(group.title), group.note),
    border: group.below && `Below it a border, ${keptBy[group.below.kind]}: ${plain(group.below.text)}`,
    items: group.items.map(({ frame, parts: its }) => ({ frame: frame && partOf(frame), parts: its.map(partOf) })),
  }));
  const frames = framesIn(drawn.groups);
  return {
    name,
    title: drawn.title === undefined ? undefined : joined(drawn.title, drawn.note),
    groups,
    edges: drawn.edges
      .filter(({ from, to }) => frames.get(from) !== to && frames.get(to) !== from)
      .map(({ from, to, kind, protocol, relations }) => ({
        from: parts.get(from)!,
        to: parts.get(to)!,
        kind,
        protocol: protocol && plain(protocol),
        says: plain(relations.map(({ text }) => text).join(' ')),
      })),
    drawn,
  };
}

/** In which frame a part lies. What lies in a frame needs no arrow to or from it, and no tool would draw one. */
const framesIn = (groups: readonly DrawnGroup[]): ReadonlyMap<string, string> =>
  new Map(groups.flatMap(({ items }) => items.flatMap(({ frame, parts }) => (frame ? parts.map((it) => [it.id, frame.id] as const) : []))));

const figurePart = ({ title, kind, of, found }: DrawnPart, name: string, address: string | undefined): FigurePart => ({
  name,
  title: plain(title),
  kind,
  says: plain(of.length === 1 ? of[0]!.text : `Stands for ${of.map((it) => it.title).join(', ')}.`),
  isAbsent: found === 'absent',
  isBeyond: kind === 'party',
  address,
});

/** Every part of a panel, each frame before what lies in it. */
export const partsOf = ({ groups }: FigurePanel): readonly FigurePart[] =>
  groups.flatMap(({ items }) => items.flatMap(({ frame, parts }) => (frame ? [frame, ...parts] : parts)));

/** Whether an item stands beyond the system: its frame decides. */
export const isOutside = ({ frame, parts }: FigureItem): boolean => (frame ?? parts[0]!).isBeyond;

/** What an arrow is called: its verb, and what carries it. */
export const edgeWords = ({ kind, protocol }: FigureEdge): string => (protocol === undefined ? kind : `${kind} by ${protocol}`);

/** A text in one line, without what no language takes. */
export const oneLine = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Cs}\u2028\u2029\uFFFE\uFFFF]+/gu, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim();

/** Lines of text, each further in by so many steps. */
export const indented = (lines: readonly string[], by = 1): readonly string[] => lines.map((it) => `${'  '.repeat(by)}${it}`);
