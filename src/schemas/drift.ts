/** One difference between what a primary source says and what was found later. */
import { z } from 'astro/zod';
import { asOf, citations, refersTo } from './evidence.ts';

export const drift = z.strictObject({
  system: refersTo('systems'),
  title: z.string().min(1),
  /** `contradicted`: the code read does otherwise. `not-found`: it was looked for and not seen, which proves no absence. */
  class: z.enum(['changed', 'removed', 'renamed', 'moved', 'contradicted', 'not-found']),
  documented: z.strictObject({ text: z.string().min(1), cite: citations }),
  observed: z.strictObject({ text: z.string().min(1), asOf, cite: citations }),
  /** The fault of a model that does what was found: with it on, a search finds what it leads to. */
  shownBy: z.strictObject({ model: refersTo('models'), fault: z.string().min(1) }).optional(),
});
export type Drift = z.infer<typeof drift>;
