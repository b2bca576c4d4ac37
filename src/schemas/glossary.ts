/** One term, and what it means in each system that uses it. */
import { z } from 'astro/zod';
import { evidence, needsWhy, needsWhySays, refersTo } from './evidence.ts';

const meaning = z
  .strictObject({
    system: refersTo('systems'),
    text: z.string().min(1),
    ...evidence,
  })
  .refine(needsWhy, needsWhySays);

export const term = z.strictObject({
  /** As it is written in a sentence. */
  term: z.string().min(1),
  meanings: z.array(meaning).min(1),
  /** Other words for the same thing that the sources use. */
  aliases: z.array(z.string().min(1)),
  /** Words that this site does not use for it. */
  avoid: z.array(z.string().min(1)),
  seeAlso: z.array(refersTo('glossary')),
});
export type Term = z.infer<typeof term>;
