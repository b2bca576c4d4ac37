/** What stands above a page of prose, between its two lines of hyphens. */
import { z } from 'astro/zod';

export const frontmatter = z.strictObject({
  title: z.string().min(1),
  /** The lead. */
  description: z.string().min(1),
  /** Its place in the sidebar, among the pages of its folder. */
  sidebar: z.strictObject({ order: z.int().min(0), label: z.string().min(1).optional() }).optional(),
});
