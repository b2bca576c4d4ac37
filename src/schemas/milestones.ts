/** One phase, roadmap item or area of a system: its goal, what it delivers, what it waits for, and how its status went. */
import { z } from 'astro/zod';
import { asOf, citations, needsNote, needsReason, observed, page, refersTo, slug, statement } from './evidence.ts';

/** `partial`: done in part, with a note. `moved`: it became something else, with a note. `dropped`: a later list leaves it out. */
export const milestoneStatus = z.enum(['complete', 'partial', 'in-progress', 'not-started', 'unknown', 'moved', 'dropped']);
export type MilestoneStatus = z.infer<typeof milestoneStatus>;

const observation = z
  .strictObject({ asOf, status: milestoneStatus, ...observed })
  .refine(needsNote('partial', 'moved'), {
    message: 'a partial or moved status needs a note that says which part, or where to',
    path: ['note'],
  })
  .refine(needsReason, { message: 'an unknown or inferred status needs a why', path: ['why'] });

export const area = z.enum([
  'boot',
  'kernel',
  'memory',
  'scheduling',
  'isolation',
  'capabilities',
  'ipc',
  'storage',
  'network',
  'graphics',
  'containers',
  'management',
  'security',
  'platforms',
  'update',
  'observability',
  'testing',
  'tooling',
  'compatibility',
  'applications',
]);

const deliverable = z.strictObject({
  /** Unique within the milestone; its address is the milestone's page and this as a fragment. */
  id: slug,
  title: z.string().min(1),
  area,
  /** Only where a source speaks of this one deliverable; otherwise its status is inferred from the milestone's. */
  status: z.array(observation).optional(),
  /** What the copy of the source did to this item, where it was damaged. */
  damage: z.string().optional(),
  rules: z.array(refersTo('rules')).optional(),
  /** Pages of this site that explain it, as root-relative addresses. */
  docs: z.array(page).optional(),
  models: z.array(refersTo('models')).optional(),
  cite: citations,
});
export type Deliverable = z.infer<typeof deliverable>;

export const milestone = z.strictObject({
  system: refersTo('systems'),
  /** Its place in the source's own list, from 0 or from 1 as the source counts. */
  order: z.int().min(0),
  /** What the source calls it: `Phase 3`, `Roadmap item 5`. */
  label: z.string().min(1),
  title: z.string().min(1),
  goal: statement,
  /** Oldest first; the first is what the primary source says, if it says anything. */
  status: z.array(observation).min(1),
  /** What must be there first. `stated` in the source's order, or `derived` from its text; the sentence says from which. */
  needs: z.array(
    z.strictObject({ milestone: refersTo('milestones'), basis: z.enum(['stated', 'derived']), why: z.string().min(1), cite: citations }),
  ),
  deliverables: z.array(deliverable),
  platforms: z.array(refersTo('platforms')).optional(),
});
export type Milestone = z.infer<typeof milestone>;
