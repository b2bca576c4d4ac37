/** How a verdict on the graph of a system is shown: a glyph and a word. */
import type { StateName } from '../../drawing/marks.ts';

export const verdictWords: Record<'holds' | 'broken', { readonly glyph: StateName; readonly word: string }> = {
  holds: { glyph: 'holds', word: 'Holds' },
  broken: { glyph: 'violated', word: 'Broken by' },
};
