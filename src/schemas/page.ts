/** What stands above a page of prose, between its two lines of hyphens. */
import { z } from 'astro/zod';

export const frontmatter = z.strictObject({
  title: z.string().min(1),
  /** The lead. */
  description: z.string().min(1),
  /** Its place in the sidebar, among the pages of its folder. */
  sidebar: z.strictObject({ order: z.int().min(0), label: z.string().min(1).optional() }).optional(),
});

/** What the head of an instrument's page says beside its title: the page then begins with the instrument. No file of prose has it. */
export const instrument = z.object({
  instrument: z
    .object({
      /** What a reader would ask of it, and what it is. */
      question: z.string(),
      what: z.string(),
      /** The system whose mark stands there, and what the mechanism rests on, as a glyph and in words. */
      system: z.string(),
      name: z.string(),
      basis: z.string(),
      glyph: z.enum(['documented', 'found', 'inferred']),
      /** What the build found. */
      holds: z.boolean(),
      verdict: z.string(),
    })
    .optional(),
});
