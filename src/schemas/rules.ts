/** One normative statement of one system, and the properties of a model that check it. */
import { z } from 'astro/zod';
import { evidence, needsWhy, needsWhySays, page, refersTo } from './evidence.ts';

export const rule = z
  .strictObject({
    system: refersTo('systems'),
    /** In our words; the word of its modality is in it. */
    statement: z.string().min(1),
    /** `typical`: the source says "typically", or "where applicable". */
    modality: z.enum(['must', 'should', 'may', 'typical']),
    ...evidence,
    /** The properties that check it, by model and by the property's own sentence. Empty: nothing checks it yet. */
    checkedBy: z.array(z.strictObject({ model: refersTo('models'), property: z.string().min(1) })),
    /** The page of this site that explains it. */
    page: page.optional(),
  })
  .refine(needsWhy, needsWhySays);
export type Rule = z.infer<typeof rule>;
