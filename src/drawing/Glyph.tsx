/**
 * The marks of systems, states and evidence, and the signs on the keys, on a grid of 16 units in the current colour.
 * Always beside its word: a glyph alone says nothing to a reader without eyes, so it is hidden from them.
 */
import { evidence, markOf, states } from './marks.ts';

/** The signs of moving through a run: they stand on keys, and nowhere else. */
const signs = {
  first: '<path d="M3 3h1.75v10H3zM13 3v10L5.5 8z"/>',
  back: '<path d="M11.5 3v10L4 8z"/>',
  forward: '<path d="M4.5 3v10L12 8z"/>',
  last: '<path d="M2.5 3v10L8 8zM8.5 3v10L14 8z"/>',
} as const;

const paths = { ...states, ...evidence, ...signs };

export type GlyphName = keyof typeof paths;

export const Glyph = ({ name }: { readonly name: GlyphName }) => <Drawn class={`glyph-${name}`} path={paths[name]} />;

/** The mark of the system that a mechanism belongs to: the first part of its id. */
export function SystemMark({ mechanism }: { readonly mechanism: string }) {
  const [system = ''] = mechanism.split('/');
  return <Drawn class={`in-accent ${system}`} path={markOf(system)} />;
}

const Drawn = (it: { readonly class: string; readonly path: string }) => (
  <svg
    class={`glyph ${it.class}`}
    viewBox="0 0 16 16"
    width="16"
    height="16"
    fill="currentColor"
    aria-hidden="true"
    dangerouslySetInnerHTML={{ __html: it.path }}
  />
);
