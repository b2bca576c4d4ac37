/** A sheet as lengths: columns as wide as there is room, rows as high as their words, channels as high as the arrows between them need. */
import { broken, widthOf } from './letters.ts';
import { labelled } from './labels.ts';
import { besideArrows, freePlace, nameHeight, namesIn, roomsBeside, uprightsWithin, type Name } from './names.ts';
import { placed, type Placing, type Row } from './place.ts';
import { endsOf, type Ends } from './ports.ts';
import { routed, type Route } from './route.ts';
import type { Box, LaidBand, LaidBorder, LaidPart, Layout, Point, Sheet } from './sheet.ts';
import { tracksOf, type Net } from './tracks.ts';

/** Sizes of letters, and the height of a line of them. */
const sizes = { part: 13, small: 12, line: 15 } as const;
const frame = { side: 9, top: 24, below: 9 } as const;
const gutter = 22;
const lane = 10;
const track = 20;
const widest = 156;

/** A kernel is a filled frame: an arrow to what lies in it would not be seen there, so it ends at its border. */
const filledAround = (it: LaidPart, parts: readonly LaidPart[]): LaidPart => {
  if (!it.isInKernel) return it;
  const { y, height } = parts.find(
    (other) =>
      other.isFrame && other.y <= it.y && it.y + it.height <= other.y + other.height && other.x <= it.x && it.x < other.x + other.width,
  )!;
  return { ...it, y, height };
};

interface Columns {
  readonly x: readonly number[];
  readonly width: number;
  /** The middle of each gutter, from before the first column. */
  readonly gutters: readonly number[];
}

export function laidOut(sheet: Sheet): Layout {
  const placing = placed(sheet);
  const routes = routed(placing, sheet.arrows);
  const columns = columnsOf(sheet, placing, routes);
  const rows = rowsOf(placing, columns);
  const boxes = new Map(rows.flatMap(({ parts }) => parts).map((it) => [it.part.id, it]));
  const passX = passesOf(routes, columns);
  const ends = endsOf(routes, (id) => boxes.get(id)!, passX);
  const channels = channelsOf(routes, ends, passX, placing.rows.length);
  const underNames = (names: readonly Name[]) => {
    const heights = stacked(sheet, placing, rows, channels.counts, names);
    const parts = rows.flatMap(({ parts: all }, r) => all.map((it) => ({ ...it, y: it.y + heights.rows[r]! })));
    const at = new Map(parts.map((it) => [it.part.id, filledAround(it, parts)]));
    const trackY = (channel: number, key: string): number => channels.trackOf(channel, key) * track + heights.tracks[channel]!;
    const arrows = routes.map((route) => ({ ...route, points: pointsOf(route, at, ends.get(route), passX(route), trackY) }));
    return { heights, parts, arrows };
  };
  // Which arrows pass a name does not depend on how it is broken: once known, it is broken again for the room beside them.
  const whole = underNames(namesIn(sheet));
  const rooms = sheet.margin === 'above' ? roomsBeside(whole.heights.bands, whole.arrows) : undefined;
  const { heights, parts, arrows } = rooms ? underNames(namesIn(sheet, rooms)) : whole;
  const borders = heights.borders.map((it) => bordered(it, sheet, arrows));
  const bands = sheet.margin === 'above' ? heights.bands.map((it) => besideArrows(it, arrows)) : heights.bands;
  return {
    width: sheet.width,
    height: heights.total,
    bands,
    parts,
    borders,
    arrows: labelled(arrows, parts, borders, bands, sheet.width),
    columns: columns.x.map((x) => x + columns.width / 2),
  };
}

function columnsOf({ width, margin }: Sheet, placing: Placing, routes: readonly Route[]): Columns {
  const { across } = placing;
  const start = margin === 'above' ? 0 : margin;
  const asked = Array.from({ length: across + 1 }, (_, g) => {
    const lanes = routes.filter(({ past }) => past?.by === 'gutter' && past.gutter === g).length;
    const between = routes.filter(
      (it) => it.way === 'side' && Math.min(it.from.to, it.to.to) + 1 === g && Math.max(it.from.from, it.to.from) === g,
    );
    const words = Math.max(0, ...between.flatMap(({ arrow }) => arrow.words.map((it) => widthOf(it, sizes.small) + 22)));
    const isOuter = g === 0 || g === across;
    const bare = Math.max(isOuter ? frame.side + 2 : gutter, lanes === 0 ? 0 : lanes * lane + (isOuter ? 14 : 12));
    return { bare, named: Math.max(bare, words) };
  });
  // The words of a part come before those of an arrow: where both have no room, the gutter has none for the arrow.
  const sum = (all: readonly number[]): number => all.reduce((total, it) => total + it, 0);
  const isRoomy = width - start - sum(asked.map(({ named }) => named)) >= across * widestWord(placing);
  const gutters = asked.map(({ bare, named }) => (isRoomy ? named : bare));
  const room = width - start - sum(gutters);
  const wide = Math.min(widest, Math.floor(room / across));
  const spare = Math.floor((room - wide * across) / Math.max(1, across - 1));
  const x: number[] = [];
  const middles: number[] = [];
  let at = start;
  for (let g = 0; g <= across; g++) {
    const its = gutters[g]! + (g > 0 && g < across ? spare : 0);
    middles.push(at + its / 2);
    at += its;
    if (g < across) x.push(at);
    at += wide;
  }
  return { x, width: wide, gutters: middles };
}

/** How wide a part must be for the longest word of any. */
const widestWord = ({ rows }: Placing): number =>
  Math.max(...rows.flatMap(({ cells }) => cells.flatMap((it) => it?.title.split(' ').map((word) => widthOf(word, sizes.part) + 8) ?? [])));

interface LaidRow {
  /** Their heights are counted from the top of the row. */
  readonly parts: readonly LaidPart[];
  readonly height: number;
}

function rowsOf({ rows }: Placing, columns: Columns): readonly LaidRow[] {
  return rows.map((row) => {
    const frameAt = (column: number) => row.frames.find(({ from, to }) => from <= column && column <= to);
    const top = row.frames.length > 0 ? frame.top : 0;
    const texts = row.cells.map((part) => (part ? broken(part.title, sizes.part, columns.width - 12) : []));
    const high = Math.max(38, ...texts.map((it) => it.length * sizes.line + 14));
    const cells = row.cells.flatMap((part, column): LaidPart[] => {
      if (!part) return [];
      const box = { x: columns.x[column]!, y: top, width: columns.width, height: high };
      const around = frameAt(column);
      const y = around || top === 0 ? top : top / 2;
      return [{ part, lines: texts[column]!, isFrame: false, isInKernel: around?.part.kind === 'kernel', ...box, y }];
    });
    return { parts: [...framesOf(row, columns, high), ...cells], height: top === 0 ? high : top + high + frame.below };
  });
}

const framesOf = ({ frames }: Row, { x, width }: Columns, high: number): LaidPart[] =>
  frames.map(({ part, from, to }) => ({
    part,
    lines: [part.title],
    isFrame: true,
    isInKernel: false,
    x: x[from]! - frame.side,
    y: 0,
    width: x[to]! + width - x[from]! + 2 * frame.side,
    height: frame.top + high + frame.below,
  }));

/** Where arrows pass rows in a gutter: each on a lane of its own. */
function passesOf(routes: readonly Route[], { gutters }: Columns): (route: Route) => number | undefined {
  const lanes = Map.groupBy(
    routes.filter(({ past }) => past?.by === 'gutter'),
    ({ past }) => (past?.by === 'gutter' ? past.gutter : 0),
  );
  return (route) => {
    if (route.past?.by !== 'gutter') return undefined;
    const its = lanes.get(route.past.gutter)!;
    return Math.round(gutters[route.past.gutter]! + (its.indexOf(route) - (its.length - 1) / 2) * lane);
  };
}

interface Channels {
  readonly counts: readonly number[];
  readonly trackOf: (channel: number, key: string) => number;
}

/** Where a route passes the rows between two channels; undefined where it needs only one. */
const uprightOf = ({ past }: Route, { from, to }: Ends, lane: number | undefined): number | undefined =>
  lane ?? (past?.by === 'source' ? from : past?.by === 'target' ? to : undefined);

/** The level piece at one end of a route: that of its bundle, or its own. */
const keyAt = ({ bundle, arrow }: Route, at: 'source' | 'target'): string => (bundle.at === at ? bundle.key : `${arrow.id} ${at}`);

/** In which channel a route has its level pieces, under which key, and where uprights join them. */
function netsOf(route: Route, ends: Ends, pass: number | undefined): readonly { channel: number; net: Net }[] {
  const { way, channels, bundle } = route;
  const { from, to } = ends;
  const x = uprightOf(route, ends, pass);
  const isDown = way === 'down';
  if (x === undefined) {
    if (from === to) return [];
    const joins = [
      { x: from, above: isDown || way === 'below' },
      { x: to, above: !isDown && way !== 'above' },
    ];
    return [{ channel: channels[0], net: { key: bundle.key, joins } }];
  }
  const piece = (channel: number, at: 'source' | 'target', end: number) => ({
    channel,
    net: {
      key: keyAt(route, at),
      joins: [
        { x: end, above: (at === 'source') === isDown },
        { x, above: (at === 'source') !== isDown },
      ],
    },
  });
  return [...(from === x ? [] : [piece(channels[0], 'source', from)]), ...(to === x ? [] : [piece(channels[1], 'target', to)])];
}

function channelsOf(
  routes: readonly Route[],
  ends: ReadonlyMap<Route, Ends>,
  passX: (route: Route) => number | undefined,
  rows: number,
): Channels {
  const all = routes.filter((it) => it.way !== 'side').flatMap((it) => netsOf(it, ends.get(it)!, passX(it)));
  const channels = Array.from({ length: rows + 1 }, (_, channel) => {
    const nets = Map.groupBy(all.filter((it) => it.channel === channel), ({ net }) => net.key); // prettier-ignore
    return tracksOf([...nets].map(([key, its]) => ({ key, joins: its.flatMap(({ net }) => net.joins) })));
  });
  return { counts: channels.map(({ count }) => count), trackOf: (channel, key) => channels[channel]!.trackOf.get(key) ?? 0 };
}

interface Stack {
  readonly rows: readonly number[];
  /** The height of the first track of each channel. */
  readonly tracks: readonly number[];
  readonly bands: readonly LaidBand[];
  readonly borders: readonly { readonly kind: string; readonly text: string; readonly y: number }[];
  readonly total: number;
}

/** Channels and rows from the top: in a channel first the tracks, then the border, then the name of the next band. */
function stacked(
  { bands, margin, width }: Sheet,
  { rows }: Placing,
  laid: readonly LaidRow[],
  counts: readonly number[],
  names: readonly Name[],
): Stack {
  const out: { rows: number[]; tracks: number[]; bands: LaidBand[]; borders: { kind: string; text: string; y: number }[] } = {
    rows: [], tracks: [], bands: [], borders: [],
  }; // prettier-ignore
  let y = 0;
  let bandTop = 0;
  for (let r = 0; r <= rows.length; r++) {
    const band = rows[r]?.band;
    const before = r > 0 ? rows[r - 1]!.band : -1;
    const isNew = band !== before;
    if (isNew && margin !== 'above' && r > 0) y = Math.max(y, bandTop + nameHeight(names[before]!) + 4);
    out.tracks.push(y + 16);
    const inner = counts[r]! > 0 ? 16 + (counts[r]! - 1) * track + 18 : 0;
    const isBetween = r > 0 && r < rows.length;
    y += isBetween ? Math.max(inner, isNew ? 34 : 28) : inner;
    const border = isNew && before >= 0 && r < rows.length ? bands[before]!.below : undefined;
    if (border) {
      y += 16;
      out.borders.push({ ...border, y });
      y += 22;
    }
    if (band === undefined) break;
    if (isNew) {
      bandTop = y + (margin === 'above' && r > 0 && !border ? 8 : 0);
      const title = { x: 0, y: bandTop + (margin === 'above' ? 0 : 4), ...names[band]! };
      out.bands.push({ band: bands[band]!, x: 0, y: bandTop, width, height: 0, title });
      if (margin === 'above') y = bandTop + nameHeight(names[band]!) + 10;
    }
    out.rows.push(y);
    y += laid[r]!.height;
  }
  if (margin !== 'above') y = Math.max(y, bandTop + nameHeight(names.at(-1)!) + 4);
  return { ...out, total: Math.ceil(y + 2) };
}

function pointsOf(
  route: Route,
  at: ReadonlyMap<string, LaidPart>,
  ends: Ends | undefined,
  pass: number | undefined,
  trackY: (channel: number, key: string) => number,
): readonly Point[] {
  const [a, b] = [at.get(route.arrow.from)!, at.get(route.arrow.to)!];
  if (route.way === 'side') return sideways(a, b);
  const { from, to } = ends!;
  const start = { x: from, y: route.way === 'up' || route.way === 'above' ? a.y : a.y + a.height };
  const end = { x: to, y: route.way === 'up' || route.way === 'below' ? b.y + b.height : b.y };
  const x = uprightOf(route, ends!, pass);
  if (x === undefined) {
    if (from === to) return [start, end];
    const y = trackY(route.channels[0], route.bundle.key);
    return [start, { x: from, y }, { x: to, y }, end];
  }
  const out = trackY(route.channels[0], keyAt(route, 'source'));
  const into = trackY(route.channels[1], keyAt(route, 'target'));
  return [
    start,
    ...(from === x ? [] : [{ x: from, y: out }, { x, y: out }]),
    ...(to === x ? [] : [{ x, y: into }, { x: to, y: into }]),
    end,
  ]; // prettier-ignore
}

/** From one part to the one beside it, at the height of the lower of the two middles; two arrows lie beside each other. */
function sideways(a: Box, b: Box): readonly Point[] {
  const isRight = a.x < b.x;
  const y = Math.round(Math.max(a.y + a.height / 2, b.y + b.height / 2)) + (isRight ? -6 : 6);
  return [
    { x: isRight ? a.x + a.width : a.x, y },
    { x: isRight ? b.x : b.x + b.width, y },
  ];
}

/** Half of the width of an opening in a border. */
const opening = 7;

function bordered(
  { kind, text, y }: { readonly kind: string; readonly text: string; readonly y: number },
  { width, margin }: Sheet,
  arrows: readonly { readonly points: readonly Point[] }[],
): LaidBorder {
  const start = margin === 'above' ? 0 : margin;
  const doors = [...new Set(arrows.flatMap(({ points }) => uprightsWithin(points, y, y)))].sort((a, b) => a - b);
  const lines = broken(text, sizes.small, width - start);
  const wide = Math.max(...lines.map((it) => widthOf(it, sizes.small)));
  const label = { x: freePlace(start, width, wide, doors), y: y + 4, width: wide, height: 14 * lines.length, lines };
  const edges = [start, ...doors.flatMap((x) => [x - opening, x + opening]), width];
  const pieces = Array.from({ length: edges.length / 2 }, (_, i) => ({ from: edges[2 * i]!, to: edges[2 * i + 1]! }));
  return { kind, text, y, pieces: pieces.filter(({ from, to }) => to > from), label };
}
