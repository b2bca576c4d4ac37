/** The architecture of one system as a graph: what there is, how it is related, what happens step by step, and where the code lies. */
import { z } from 'astro/zod';
import { citations, evidence, namedStatement, needsWhy, needsWhySays, rooted, slug } from './evidence.ts';

const component = z
  .strictObject({
    id: slug,
    title: z.string().min(1),
    kind: z.enum(['layer', 'kernel', 'service', 'process', 'library', 'device', 'store', 'tool', 'boundary']),
    /** What it does. */
    text: z.string().min(1),
    /** The component that contains it. */
    inside: slug.optional(),
    /** Where it lies in the running system or in the repository. */
    path: z.string().optional(),
    ...evidence,
  })
  .refine(needsWhy, needsWhySays);

const relation = z
  .strictObject({
    id: slug,
    from: slug,
    to: slug,
    kind: z.enum(['calls', 'replies', 'event', 'contains', 'supervises', 'mounts', 'boots', 'isolates', 'generates']),
    /** What carries it: Sutra, a function call, shared memory. */
    protocol: z.string().optional(),
    text: z.string().min(1),
    ...evidence,
  })
  .refine(needsWhy, needsWhySays);

/** What happens, in order. A step goes along a relation, or happens at one component. */
const step = z
  .strictObject({ relation: slug.optional(), at: slug.optional(), text: z.string().min(1), cite: citations })
  .refine(
    (it) => (it.relation === undefined) !== (it.at === undefined),
    'a step goes along a relation or happens at a component: give one of the two',
  );
const flow = z.strictObject({ id: slug, title: z.string().min(1), steps: z.array(step).min(1), cite: citations });

/** What stands together in a drawing, and the border below it: kept by hardware, by isolation, or a promise alone. */
const group = z.strictObject({
  title: z.string().min(1),
  /** What is here, in a few words. */
  note: z.string().min(1).optional(),
  /** Its components, in their order. */
  show: z.array(slug).min(1),
  below: z.strictObject({ kind: z.enum(['hardware', 'isolation', 'trust']), text: z.string().min(1) }).optional(),
});

/** A drawing of a part of the graph: which components it shows, in groups from the top, and the sentence that says what is to be seen. */
const view = z
  .strictObject({ id: slug, title: z.string().min(1), groups: z.array(group).min(1), text: z.string().min(1), ...evidence })
  .refine(needsWhy, needsWhySays);
export type View = z.infer<typeof view>;

/** A place in the running system's file tree. */
const place = z.strictObject({
  path: rooted,
  text: z.string().min(1),
  writable: z.boolean().nullable(),
  cite: citations,
});
/** A folder or file of the repository. */
const code = z.strictObject({ path: z.string().min(1), text: z.string().min(1), cite: citations });

export const architecture = z.strictObject({
  title: z.string().min(1),
  components: z.array(component).min(1),
  relations: z.array(relation),
  flows: z.array(flow),
  /** Its drawings; the first is that of the overview. */
  views: z.array(view),
  places: z.array(place),
  /** Which tree the code map shows, and from when. */
  codeOf: z.string().min(1),
  code: z.array(code),
  /** Whatever else the sources state of how it is built. */
  statements: z.array(namedStatement),
});
export type Architecture = z.infer<typeof architecture>;
