/** A way through the site for one kind of reader: about an hour, from reading to exercises to a task that can be begun. */
import { z } from 'astro/zod';
import { pageOrSection, refersTo } from './evidence.ts';

/** What a reader takes from it, as a sentence. */
const why = z.string().min(1);

const step = z.union([
  z.strictObject({ read: pageOrSection, why }),
  z.strictObject({ play: refersTo('models'), why }),
  /** The questions about a system. */
  z.strictObject({ ask: refersTo('systems'), why }),
  z.strictObject({ lab: refersTo('labs'), why }),
  /** The first of these tasks that can be begun; one is done some day, so there may be several. */
  z.strictObject({ take: z.array(refersTo('tasks')).min(1), why }),
]);
export type PathStep = z.infer<typeof step>;

export const path = z.strictObject({
  order: z.int().min(1),
  /** Whom it is for: "For somebody who writes Rust". */
  title: z.string().min(1).max(60),
  /** What one needs, and what one can do at its end. */
  text: z.string().min(1),
  steps: z.array(step).min(5).max(10),
});
export type Path = z.infer<typeof path>;
