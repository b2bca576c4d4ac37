/** One exercise on a model: what to reach, and what an answer must withstand. */
import { z } from 'astro/zod';
import { refersTo } from './evidence.ts';

export const lab = z.strictObject({
  title: z.string().min(1),
  model: refersTo('models'),
  /** Parameters and faults of the model, where they differ from the default. */
  config: z.record(z.string(), z.union([z.number(), z.boolean()])),
  task: z.string().min(1),
  /** What counts as solved, as a sentence. */
  solved: z.string().min(1),
  /** Faults of the model that an answer must find. */
  kills: z.array(z.string().min(1)),
  after: z.array(refersTo('labs')),
});
export type Lab = z.infer<typeof lab>;
