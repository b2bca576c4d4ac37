/** What is worth doing with each mechanism. For pages and tests: a player has no need of it. */
import type { Try } from '../engine/language.ts';

const all = import.meta.glob<readonly Try[]>('./*/*/tries.ts', { eager: true, import: 'tries' });

/** Empty for a mechanism that has none. */
export const triesOf = (id: string): readonly Try[] => all[`./${id}/tries.ts`] ?? [];
