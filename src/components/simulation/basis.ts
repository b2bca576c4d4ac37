/** What a mechanism rests on, as it stands beside its title. */
import type { About, Basis } from '../../engine/language.ts';

/** The glyph of evidence that stands before the word. */
export const basisGlyphs = { documented: 'documented', observed: 'found', illustration: 'inferred' } as const satisfies Record<
  Basis,
  string
>;

/** `documented, phase 2`. */
export const basisSays = ({ basis, standsFor }: About): string => `${basis}, ${standsFor}`;
