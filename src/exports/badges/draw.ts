/** A badge as a picture that needs nothing else, and as the data from which shields.io draws its own. */
import { element, Markup } from '../markup.ts';
import { markOf, states } from '../../drawing/marks.ts';
import { says, type Badge } from './badge.ts';
import { families, textWidth } from './text-width.ts';

/** Gives the colour of a token of `tokens.css`. */
type Palette = (token: string) => string;

const size = { height: 20, text: 12, glyph: 12, edge: 7, gap: 5, middle: 8 };
const baseline = 14;

/** Where each part of a badge begins, and how wide it is as a whole, in pixels. */
function layout({ label, message }: Badge) {
  const labelAt = size.edge + size.glyph + size.gap;
  const lineAt = labelAt + textWidth(label, size.text) + size.middle;
  const glyphAt = lineAt + size.middle;
  const messageAt = glyphAt + size.glyph + size.gap;
  return { labelAt, lineAt, glyphAt, messageAt, width: Math.ceil(messageAt + textWidth(message, size.text) + size.edge) };
}

/** The size of the picture in pixels. */
export const badgeSize = (badge: Badge) => ({ width: layout(badge).width, height: size.height });

/**
 * The picture: a plate of ink with the system's mark, what it is about, a line, and the state's glyph and words. It is the
 * dark print on every ground, because a picture cannot know the theme of the page that shows it.
 */
export function badgeSvg(badge: Badge, dark: Palette): string {
  const { system, label, message, glyph } = badge;
  const { height } = size;
  const { width, ...at } = layout(badge);
  const plate = { x: 0.5, y: 0.5, width: width - 1, height: height - 1, rx: 2, fill: dark('plate'), stroke: dark('rule') };
  const picture = element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': says(badge) },
    element('title', {}, says(badge)),
    element('rect', plate),
    drawn(markOf(system), size.edge, dark(`accent-${system}`)),
    written(label, at.labelAt, dark('ink-2')),
    element('path', { d: `M${round(at.lineAt)} 4v12`, stroke: dark('line') }),
    drawn(states[glyph], at.glyphAt, dark(`state-${glyph}`)),
    written(message, at.messageAt, dark('ink')),
  );
  return `${picture.text}\n`;
}

/** A mark or glyph of the 16 unit grid. */
const drawn = (path: string, x: number, colour: string): Markup =>
  element('g', { transform: `translate(${round(x)} 4) scale(.75)`, color: colour, fill: 'currentColor' }, new Markup(path));

const written = (text: string, x: number, colour: string): Markup =>
  element(
    'text',
    {
      x: round(x),
      y: baseline,
      fill: colour,
      'font-family': families,
      'font-size': size.text,
      textLength: textWidth(text, size.text),
      lengthAdjust: 'spacingAndGlyphs',
    },
    text,
  );

const round = (value: number): number => Math.round(value * 10) / 10;

/** The endpoint format of shields.io, version 1. Its text is white, so its colours are those of the light theme. */
export const shieldsEndpoint = ({ label, message, glyph }: Badge, dark: Palette, light: Palette): object => ({
  schemaVersion: 1,
  label,
  message,
  color: light(`state-${glyph}`).replace('#', ''),
  labelColor: dark('plate').replace('#', ''),
});
