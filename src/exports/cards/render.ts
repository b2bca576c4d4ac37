/** Draws cards as pictures, with the two faces of the site. The renderer is loaded by whoever calls: a build without an address needs none. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Renderer, type MeasuredNode } from '@takumi-rs/core';
import { cardSize, cardStyles, cardTree, titleSizes, type Card, type Palette, type TitleSize } from './card.ts';

/** The faces by the names that `cardStyles` gives them. */
const faces = [
  { name: 'Brygada', file: '@fontsource-variable/brygada-1918/files/brygada-1918-latin-wght-normal.woff2' },
  { name: 'National Park', file: '@fontsource/national-park/files/national-park-latin-500-normal.woff2' },
] as const;

export class CardPainter {
  readonly #renderer: Renderer;
  readonly #colour: Palette;

  private constructor(renderer: Renderer, colour: Palette) {
    this.#renderer = renderer;
    this.#colour = colour;
  }

  /** A painter that has read its fonts. */
  static async with(colour: Palette): Promise<CardPainter> {
    const renderer = new Renderer();
    const { resolve } = createRequire(import.meta.url);
    for (const { name, file } of faces) await renderer.registerFont({ name, data: readFileSync(resolve(file)) });
    return new CardPainter(renderer, colour);
  }

  /** A PNG of 1200 by 630. */
  async png(card: Card): Promise<Uint8Array> {
    const size = await this.titleSize(card);
    return this.#renderer.render(cardTree(card, this.#colour), { ...this.#options(size), format: 'png' });
  }

  /** The first size in which the title needs no more lines than that size may have; the last one for whatever is longer. */
  async titleSize(card: Card): Promise<TitleSize> {
    for (const { size, lines } of titleSizes.slice(0, -1)) {
      const { title } = await this.measured(card, { size, lines: 99 }); // what is cut away is not measured
      if (linesIn(title) <= lines) return { size, lines };
    }
    return titleSizes.at(-1)!;
  }

  /** The boxes of a card whose title has this size. */
  async measured(card: Card, size: TitleSize): Promise<MeasuredCard> {
    const { children } = await this.#renderer.measure(cardTree(card, this.#colour), this.#options(size));
    const [header, body, address] = children as [MeasuredNode, MeasuredNode, MeasuredNode];
    const [title, lead] = body.children.slice(-2) as [MeasuredNode, MeasuredNode];
    return { header, body, title, lead, address };
  }

  #options(size: TitleSize) {
    return { ...cardSize, css: [cardStyles(size, this.#colour)] };
  }
}

/** The boxes of a card that hold text; the transform of each is absolute. */
interface MeasuredCard {
  readonly header: MeasuredNode;
  readonly body: MeasuredNode;
  readonly title: MeasuredNode;
  readonly lead: MeasuredNode;
  readonly address: MeasuredNode;
}

/** How many lines the text of a box takes. */
export const linesIn = ({ runs }: MeasuredNode): number => new Set(runs.map(({ y }) => Math.round(y))).size;
