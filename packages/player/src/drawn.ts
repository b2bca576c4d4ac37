/** What a picture returns. The package brings Preact along, so that whoever writes a picture needs none, and no types of it. */
import { h as make } from 'preact';

/** An element of a picture, as `h` makes it, or what stands in one. */
export type Drawn = object | string | number | bigint | boolean | null | undefined;

/** A function from properties to a part of a picture. */
export type FunctionComponent<Props> = (props: Props) => Drawn;

/** Makes an element: `h('p', { class: 'said' }, 'text')`, or of a function, `h(Row, { index: 0 })`. Attributes are those of HTML and SVG. */
export const h = make as unknown as <Props extends object>(
  is: string | FunctionComponent<Props>,
  properties: (Props & { readonly key?: string | number }) | null,
  ...children: readonly (Drawn | readonly Drawn[])[]
) => object;
