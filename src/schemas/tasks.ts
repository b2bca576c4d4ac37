/**
 * One piece of open work that somebody can take: what is there, what is missing, where in the code, and what proves that it is done. A task is
 * found by reading a repository, so it has a day; whether it can be begun is not written down but follows (facts/tasks.ts).
 */
import { z } from 'astro/zod';
import { asOf, citations, needsReason, observed, page, refersTo, slug, statement } from './evidence.ts';
import { area } from './milestones.ts';

/** How much there is to do, by what is known: of the code alone, not of who does it. */
export const taskSizes = ['lines', 'function', 'part', 'subsystem'] as const;
/** What follows for a task: it can be begun, it waits for another, or it is done. */
export const taskStates = ['ready', 'blocked', 'done'] as const;
export type TaskState = (typeof taskStates)[number];

export type TaskSize = (typeof taskSizes)[number];

const observation = z
  .strictObject({ asOf, status: z.enum(['open', 'done']), ...observed })
  .refine(needsReason, { message: 'an inferred status needs a why', path: ['why'] });

export const task = z.strictObject({
  system: refersTo('systems'),
  /** What to do, as an order: "Close what a listener accepted". */
  title: z.string().min(1).max(80),
  /** What the code does now. */
  exists: statement,
  /** What is to be there instead. */
  missing: z.string().min(1),
  size: z.enum(taskSizes),
  area,
  /** What one has to know: languages and tools, in lower case. */
  knows: z.array(z.string().regex(/^[a-z0-9+#. -]+$/, 'must be in lower case')).min(1),
  /** What one has to own; empty where an emulator is enough. */
  hardware: z.array(refersTo('platforms')),
  /** Where the work begins, in the code. */
  where: citations,
  /** What proves that it is done. `proposed`: no such test exists yet, or it has to be extended. */
  proof: z.strictObject({ text: z.string().min(1), proposed: z.boolean(), cite: citations.optional() }),
  /** The deliverable that it belongs to. */
  milestone: refersTo('milestones').optional(),
  deliverable: slug.optional(),
  /** What to read first. */
  read: z.strictObject({
    docs: z.array(page).optional(),
    rules: z.array(refersTo('rules')).optional(),
    models: z.array(refersTo('models')).optional(),
  }),
  /** Tasks that must be done before it. */
  after: z.array(refersTo('tasks')),
  /** What becomes possible beyond the tasks that wait for it. */
  unlocks: z.string().min(1).optional(),
  /** Oldest first. */
  status: z.array(observation).min(1),
});
export type Task = z.infer<typeof task>;
