/**
 * A drawing as a picture that needs nothing else: the wide one of the page, by the same layout. It lies on its own ground, because a
 * picture cannot know on what it will be shown, and follows the theme of whoever looks at it.
 */
import { headsOf, partsIn, sheetOf, wideRoom } from '../../components/systems/bands-sheet.ts';
import { laidOut } from '../../drawing/bands/layout.ts';
import { cornered, endsOf, headOf, partingsOf, pathOf } from '../../drawing/bands/shapes.ts';
import type { LaidPart, Layout } from '../../drawing/bands/sheet.ts';
import type { Entries } from '../../facts/entries.ts';
import { element, Markup } from '../markup.ts';
import { oneLine, partsOf, type Figure, type FigurePanel, type FigurePart } from './figure.ts';

/** Gives the colour of a token of `tokens.css`. */
type Palette = (token: string) => string;
export interface Themes {
  readonly light: Palette;
  readonly dark: Palette;
}

const edge = 20;
const gap = 28;
const lineHeight = 15;
const label = "'National Park', Arial, Helvetica, 'Liberation Sans', sans-serif";
const text = "'Brygada 1918', 'Brygada 1918 Variable', Georgia, 'Times New Roman', serif";

/** Two hyphens end no comment of XML, but are not allowed in one. */
const comment = (lines: readonly string[]): string =>
  `<!--\n${lines.map((it) => `  ${oneLine(it).replaceAll(/-(?=-)|-$/g, '- ')}`).join('\n')}\n-->`;

/** What does not depend on the theme: the widths of lines are those of the page. */
const forms = `
text { font: 13px ${label} }
.small, .head { font-size: 12px }
.name { font: 16px ${text} }
.name, .small:not(.filled) { paint-order: stroke; stroke-width: 4px; stroke-linejoin: round }
path, line, rect { fill: none; stroke-width: 1.25px }
.hair, .parting, .frame, .library, .tool, .layer, .hardware line { stroke-width: 1px }
.border line { stroke-width: 3px }
.border.hardware line { stroke-width: 1px }
.border.trust line { stroke-width: 1.25px; stroke-dasharray: 7 5 }
.boundary { stroke-width: 3px }
.ends { stroke-width: 3px }
.absent, .replies, .event { stroke-dasharray: 5 3 }
.found { stroke-width: 2px }
`;

/** Each class with its colours. */
const colours = (of: Palette): string => `
.ground { fill: ${of('ground')}; stroke: none }
text { fill: ${of('ink')} }
.name, .small:not(.filled) { stroke: ${of('ground')} }
.quiet, .head { fill: ${of('ink-2')} }
.filled { fill: ${of('on-ink')} }
path, line, rect { stroke: ${of('ink')} }
.box { fill: ${of('ground')} }
.parting { stroke: ${of('line')} }
.library, .tool, .layer, .frame { stroke: ${of('rule')} }
.frame.boundary { stroke: ${of('ink')} }
.box.kernel, .frame.kernel { fill: ${of('ink')}; stroke: ${of('ink')} }
.box.inner { fill: ${of('ink')}; stroke: ${of('on-ink')} }
.inner ~ .hair { stroke: ${of('on-ink')} }
.ends { stroke: ${of('ground')} }
.tip { fill: ${of('ink')} }
.tip.open { fill: none }
.found { fill: ${of('ground')}; stroke: ${of('state-planned')} }
`;

const words = (lines: readonly string[], classes: string, x: number, y: number, step: number): readonly Markup[] =>
  lines.map((line, l) => element('text', { class: classes, x, y: y + l * step }, line));

/** What leads to its page, where the address of the site is known. */
const linked = (address: string | undefined, title: string, ...inner: readonly Markup[]): Markup =>
  element(address === undefined ? 'g' : 'a', { href: address }, element('title', {}, title), ...inner);

function box(it: LaidPart, { title, says, kind, isAbsent, address }: FigurePart): Markup {
  const { x, y, width: w, height: h, lines, isInKernel } = it;
  const is = ['box', kind, isAbsent ? 'absent' : '', isInKernel ? 'inner' : ''].filter((name) => name !== '').join(' ');
  const isFilled = kind === 'kernel' || isInKernel;
  const middle = y + h / 2 + 4.5;
  return linked(
    address,
    `${title}${isAbsent ? ', not found' : ''}: ${says}`,
    kind === 'device' ? element('path', { class: is, d: cornered(it) }) : element('rect', { class: is, x, y, width: w, height: h, rx: 2 }),
    ...(kind === 'service' ? [element('rect', { class: 'hair', x: x + 3, y: y + 3, width: w - 6, height: h - 6, rx: 2 })] : []),
    ...(kind === 'store' ? [element('line', { class: 'hair', x1: x, x2: x + w, y1: y + 4, y2: y + 4 })] : []),
    ...(kind === 'party' ? [element('path', { class: 'ends', d: endsOf(it) })] : []),
    ...lines.map((line, l) =>
      element(
        'text',
        {
          class: isFilled ? 'filled' : undefined,
          x: x + w / 2,
          y: middle + (l - (lines.length - 1) / 2) * lineHeight,
          'text-anchor': 'middle',
        },
        line,
      ),
    ),
    ...(isAbsent ? [element('circle', { class: 'found', cx: x, cy: y, r: 5 })] : []),
  );
}

const frame = ({ x, y, width, height }: LaidPart, { title, says, kind, address }: FigurePart): Markup =>
  linked(address, `${title}: ${says}`, element('rect', { class: `frame ${kind}`, x, y, width, height, rx: 2 }));

function arrow({ points, arrow: it }: Layout['arrows'][number], { drawn }: FigurePanel, nameOf: (id: string) => string): Markup {
  const { kind, relations } = drawn.edges.find(({ id }) => id === it.id)!;
  const isOpen = kind === 'replies' || kind === 'event';
  const says = `${nameOf(it.from)}, ${kind}, ${nameOf(it.to)}: ${relations.map((each) => each.text).join(' ')}`;
  return linked(
    undefined,
    says.replaceAll('`', ''),
    element('path', { class: `line ${kind}`, d: pathOf(points) }),
    element('path', { class: `tip${isOpen ? ' open' : ''}`, d: headOf(points) }),
  );
}

const border = ({ kind, y, pieces }: Layout['borders'][number]): Markup =>
  element(
    'g',
    { class: `border ${kind}` },
    ...pieces.flatMap(({ from, to }) => [
      element('line', { x1: from, x2: to, y1: y, y2: y }),
      ...(kind === 'hardware' ? [element('line', { x1: from, x2: to, y1: y - 4, y2: y - 4 })] : []),
    ]),
  );

/** In the order of the page: what is drawn later lies above. */
function drawnPanel(layout: Layout, panel: FigurePanel, heads: readonly string[]): readonly Markup[] {
  const { bands, borders, parts, arrows, width } = layout;
  // The layout keeps the ids of parts, and both lists have a frame before what lies in it.
  const ids = partsIn(panel.drawn).map(({ id }) => id);
  const figureParts = new Map(partsOf(panel).map((it, i) => [ids[i]!, it]));
  const partOf = ({ part }: LaidPart): FigurePart => figureParts.get(part.id)!;
  const frames = parts.filter(({ isFrame }) => isFrame);
  return [
    ...heads.map((head, i) => element('text', { class: 'head', x: layout.columns[i], y: -14, 'text-anchor': 'middle' }, head)),
    ...partingsOf(layout).map((y) => element('line', { class: 'parting', x1: 0, x2: width, y1: y, y2: y })),
    ...borders.map(border),
    ...frames.map((it) => frame(it, partOf(it))),
    ...arrows.map((it) => arrow(it, panel, (id) => figureParts.get(id)!.title)),
    ...arrows.flatMap(({ label: its }) => (its ? words(its.lines.slice(0, 1), 'small', its.x, its.y + 11, 14) : [])),
    ...arrows.flatMap(({ label: its }) => (its ? words(its.lines.slice(1), 'small quiet', its.x, its.y + 25, 14) : [])),
    ...borders.flatMap(({ label: its }) => words(its.lines, 'small', its.x, its.y + 11, 14)),
    ...frames.map(({ part, x, y }) => element('text', { class: `small${part.kind === 'kernel' ? ' filled' : ''}`, x: x + 9, y: y + 16 }, part.title)),
    ...bands.flatMap(({ title: { x, y, lines, notes } }) => [
      ...words(lines, 'name', x, y + 15, 19),
      ...words(notes, 'small quiet', x, y + lines.length * 19 + 12, lineHeight),
    ]),
    ...parts.filter(({ isFrame }) => !isFrame).map((it) => box(it, partOf(it))),
  ]; // prettier-ignore
}

export function svgOf(figure: Figure, entries: Entries, { light, dark }: Themes): string {
  const { view, panels, title, sentence, head, system } = figure;
  const layouts = panels.map(({ drawn }) => laidOut(sheetOf(view, drawn, wideRoom(panels.length))));
  const heads = headsOf(entries, view);
  const isNamed = panels.some((it) => it.title !== undefined);
  const above = heads.length > 0 ? 30 : isNamed ? 48 : 0;
  const width = layouts.reduce((sum, it) => sum + it.width + gap, -gap) + 2 * edge;
  const height = Math.max(...layouts.map((it) => it.height)) + above + 2 * edge;
  let x = edge;
  const drawn = panels.map((panel, p) => {
    const at = x;
    x += layouts[p]!.width + gap;
    const { title: name, note } = panel.drawn;
    const named = [
      ...(name === undefined ? [] : words([name], 'name', 0, -34, 19)),
      ...(note === undefined ? [] : words([note], 'small quiet', 0, -17, 15)),
    ];
    return element('g', { transform: `translate(${at} ${edge + above})` }, ...named, ...drawnPanel(layouts[p]!, panel, heads));
  });
  const styles = `${forms}${colours(light)}@media (prefers-color-scheme: dark) {${colours(dark)}}\n`;
  const picture = element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}`, 'aria-labelledby': 'title', role: 'group' },
    element('title', { id: 'title' }, `${title}: ${system}`),
    element('desc', {}, sentence),
    new Markup(`<style>${styles}</style>`),
    element('rect', { class: 'ground', width, height }),
    ...drawn,
  );
  return `${comment(head)}\n${picture.text}\n`;
}
