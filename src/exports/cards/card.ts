/**
 * The card of a page: what stands for it where its address is shared. A picture of 1200 by 630 with the page's title and lead,
 * and the mark and the accent of its system, in the dark print. Leaves out how the tree becomes a picture: `render.ts`.
 */
import type { ContainerNode, Node } from '@takumi-rs/core';
import { markOf, site } from '../../drawing/marks.ts';

/** In pixels, as every service that shows such cards asks for. */
export const cardSize = { width: 1200, height: 630 } as const;

/** Where the card of a page lies; `page` is root-relative and ends in a slash. */
export const cardAddress = (page: string): string => `/cards${page === '/' ? '/index' : page.replace(/\/$/, '')}.png`;

export interface Card {
  readonly title: string;
  readonly lead: string;
  readonly system: { readonly id: string; readonly title: string } | undefined;
  /** The address of the page, as it is shown. */
  readonly address: string;
}

export interface TitleSize {
  /** In pixels. */
  readonly size: number;
  /** The lines that a title may take in it. */
  readonly lines: number;
}

/** The sizes that a title may have; the first in which it fits is its own. */
export const titleSizes: readonly TitleSize[] = [
  { size: 96, lines: 1 },
  { size: 76, lines: 2 },
  { size: 56, lines: 3 },
];

/** Gives the colour of a token of `tokens.css`, and of `accent-<system>`. */
export type Palette = (token: string) => string;

/** The card as a tree of boxes and texts. What does not fit in the smallest size ends in an ellipsis. */
export function cardTree({ title, lead, system, address }: Card, colour: Palette): ContainerNode {
  const accent = colour(system ? `accent-${system.id}` : 'brass');
  return box('card', [
    box('header', [glyph(site.orrery, 40, colour('brass')), text('name', 'Orrery')]),
    box('body', [
      ...(system ? [box('tab', [], { backgroundColor: accent })] : []),
      ...(system ? [box('system', [glyph(markOf(system.id), 40, accent), text('system-name', system.title)])] : []),
      text('title', title),
      text('lead', lead),
    ]),
    text('address', address),
  ]);
}

const box = (className: string, children: Node[], style: ContainerNode['style'] = {}): ContainerNode => ({
  type: 'container',
  className,
  children,
  style,
});
const text = (className: string, words: string): Node => ({ type: 'text', className, text: words });

/** A mark of the 16 unit grid, in one colour. */
const glyph = (path: string, size: number, colour: string): Node => ({
  type: 'image',
  width: size,
  height: size,
  src: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" width="${size}" height="${size}" color="${colour}" fill="${colour}">${path}</svg>`,
});

/** The style sheet of every card whose title has this size. */
export const cardStyles = ({ size, lines }: TitleSize, colour: Palette): string => `
.card { display: flex; flex-direction: column; width: ${cardSize.width}px; height: ${cardSize.height}px; padding: 0 72px 44px; background: ${colour('ground')}; color: ${colour('ink')}; font-family: 'Brygada'; }
.header { display: flex; align-items: center; gap: 14px; height: 100px; flex-shrink: 0; border-bottom: 6px double ${colour('line')}; }
.name { font-size: 36px; font-weight: 500; }
.body { display: flex; flex-direction: column; flex-grow: 1; justify-content: center; position: relative; }
.tab { position: absolute; top: 0; left: 0; width: 128px; height: 12px; }
.system { display: flex; align-items: center; gap: 14px; margin-bottom: 16px; }
.system-name { font-family: 'National Park'; font-size: 32px; color: ${colour('ink-2')}; ${oneLine} }
.title { display: block; margin: 0 -8px; padding: 0 8px 0.25em; font-size: ${size}px; font-weight: 500; line-height: 1.1; text-wrap: balance; letter-spacing: -0.008em; ${clamped(lines)} }
.lead { display: block; padding-bottom: 8px; font-size: 32px; line-height: 1.35; color: ${colour('ink-2')}; ${clamped(3)} }
.address { flex-shrink: 0; font-family: 'National Park'; font-size: 24px; color: ${colour('ink-3')}; ${oneLine} }
`;

const oneLine = 'white-space: nowrap; overflow: hidden; text-overflow: ellipsis;';
const clamped = (lines: number): string =>
  `-webkit-line-clamp: ${lines}; overflow: hidden; text-overflow: ellipsis; overflow-wrap: anywhere;`;
