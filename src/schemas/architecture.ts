/** The architecture of one system as a graph: what there is, how it is related, what happens step by step, and where the code lies. */
import { z } from 'astro/zod';
import {
  asOf,
  basis,
  citations,
  evidence,
  namedStatement,
  needsReason,
  needsWhy,
  needsWhySays,
  observed,
  pageOrSection,
  refersTo,
  rooted,
  slug,
} from './evidence.ts';

const componentKind = z.enum(['layer', 'kernel', 'service', 'process', 'library', 'device', 'store', 'tool', 'boundary']);

/** Whether a part that a document names was found in the code. */
const found = z
  .strictObject({ asOf, state: z.enum(['present', 'partial', 'absent']), ...observed })
  .refine(needsReason, { message: 'an inferred state needs a why', path: ['why'] });

const component = z
  .strictObject({
    id: slug,
    title: z.string().min(1),
    kind: componentKind,
    /** What it does. */
    text: z.string().min(1),
    /** The component that contains it. */
    inside: slug.optional(),
    /** Where it lies in the running system or in the repository. */
    path: z.string().optional(),
    /** It is somebody or something beyond the system: a user, a registry of the grid. */
    beyond: z.literal(true).optional(),
    /** It is a thread of what its kind names: a task, a goroutine. */
    thread: z.literal(true).optional(),
    /** The milestone that brings it. */
    phase: refersTo('milestones').optional(),
    /** The rules that speak of it. */
    rules: z.array(refersTo('rules')).min(1).optional(),
    found: found.optional(),
    ...evidence,
  })
  .refine(needsWhy, needsWhySays);
export type Component = z.infer<typeof component>;

export const relationKind = z.enum(['calls', 'replies', 'event', 'contains', 'supervises', 'mounts', 'boots', 'isolates', 'generates']);
export type RelationKind = z.infer<typeof relationKind>;

const relation = z
  .strictObject({
    id: slug,
    from: slug,
    to: slug,
    kind: relationKind,
    /** What carries it: Sutra, a function call, shared memory. */
    protocol: z.string().optional(),
    text: z.string().min(1),
    ...evidence,
  })
  .refine(needsWhy, needsWhySays);
export type Relation = z.infer<typeof relation>;

/** What happens, in order. A step goes along a relation, or happens at one component. */
const step = z
  .strictObject({
    relation: slug.optional(),
    at: slug.optional(),
    text: z.string().min(1),
    /** Where a simulation shows the same: one of its scenarios, after so many steps. */
    moment: z.strictObject({ model: refersTo('models'), scenario: z.string().min(1), step: z.int().min(0) }).optional(),
    cite: citations,
  })
  .refine(
    (it) => (it.relation === undefined) !== (it.at === undefined),
    'a step goes along a relation or happens at a component: give one of the two',
  );
const flow = z.strictObject({ id: slug, title: z.string().min(1), steps: z.array(step).min(1), cite: citations });

/** What stands together in a drawing, and the border below it: kept by hardware, by isolation, or a promise alone. */
const group = z.strictObject({
  /** The id of the panel that it stands in, where the view has several. */
  panel: slug.optional(),
  title: z.string().min(1),
  /** What is here, or what it may do, in a few words. */
  note: z.string().min(1).optional(),
  /** Its components, in their order. */
  show: z.array(slug).min(1),
  /** Components drawn as a frame around some of these: a container around its processes, a kernel around its modules. */
  frames: z.array(z.strictObject({ of: slug, show: z.array(slug).min(1) })).optional(),
  below: z
    .strictObject({
      kind: z.enum(['hardware', 'isolation', 'trust']),
      text: z.string().min(1),
      /** The component that this border is. */
      of: slug.optional(),
    })
    .optional(),
});

/**
 * A drawing of a part of the graph: which components it shows, in groups from the top, and the sentence that says what is to be seen.
 * With panels it shows several arrangements of it side by side, and each group says in which one it stands.
 */
const view = z
  .strictObject({
    id: slug,
    title: z.string().min(1),
    groups: z.array(group).min(1),
    /** The relations that are drawn; left out, all between the parts that are shown. */
    relations: z.array(slug).optional(),
    panels: z
      .array(
        z.strictObject({ id: slug, title: z.string().min(1), note: z.string().min(1).optional(), relations: z.array(slug).optional() }),
      )
      .optional(),
    /** Milestones as columns: each part stands in that of its phase. */
    columns: z.array(refersTo('milestones')).min(2).max(8).optional(),
    /** Several components drawn as one, under a name of its own. */
    merge: z.array(z.strictObject({ as: slug, title: z.string().min(1), kind: componentKind, of: z.array(slug).min(2) })).optional(),
    text: z.string().min(1),
    ...evidence,
  })
  .refine(needsWhy, needsWhySays)
  .refine((it) => it.panels === undefined || it.panels.length === 2 || it.panels.length === 3, {
    message: 'a drawing has two or three panels, or none',
    path: ['panels'],
  })
  .refine((it) => it.panels === undefined || it.relations === undefined, {
    message: 'the relations of panels stand in each panel',
    path: ['relations'],
  })
  .refine((it) => it.panels === undefined || it.columns === undefined, { message: 'panels have no columns', path: ['columns'] });
export type View = z.infer<typeof view>;

/**
 * What the graph must not, or must alone, have. Sets of parts include whatever lies inside them.
 * `forbid`: no way leads from one to the other by relations of these kinds, but one that passes through a part that is named.
 * `only`: a part contains these and nothing else. `sole`: nobody else has a relation of these kinds to it.
 */
const constraint = z
  .strictObject({
    id: slug,
    title: z.string().min(1),
    text: z.string().min(1),
    forbid: z
      .strictObject({
        from: z.array(slug).min(1),
        to: z.array(slug).min(1),
        by: z.array(relationKind).min(1),
        through: z.array(slug).optional(),
      })
      .optional(),
    only: z.strictObject({ in: slug, may: z.array(slug).min(1) }).optional(),
    sole: z.strictObject({ to: z.array(slug).min(1), by: z.array(relationKind).min(1), from: z.array(slug).min(1) }).optional(),
    /** The rule that says so. */
    rule: refersTo('rules').optional(),
    /** The difference that explains why the graph, which also has what was found, breaks it. */
    broken: refersTo('drift').optional(),
    ...evidence,
  })
  .refine(needsWhy, needsWhySays)
  .refine((it) => [it.forbid, it.only, it.sole].filter((each) => each !== undefined).length === 1, 'give one of forbid, only and sole');
export type Constraint = z.infer<typeof constraint>;

/** A place in the running system's file tree. */
const place = z.strictObject({
  path: rooted,
  text: z.string().min(1),
  writable: z.boolean().nullable(),
  cite: citations,
});
/** What a reader of any system looks for, in the order in which it is listed: each is told on a page, or said to be told by no source. */
export const subjectNames = [
  'overview',
  'principles',
  'kernel',
  'memory',
  'scheduling',
  'ipc',
  'security',
  'drivers',
  'storage',
  'network',
  'boot',
  'services',
  'compatibility',
  'update',
  'graphics',
  'operations',
] as const;
const subject = z
  .strictObject({
    id: z.enum(subjectNames),
    /** The pages that tell of it, the best first. */
    pages: z.array(pageOrSection).min(1).max(3).optional(),
    /** That no source covers it, in one sentence. */
    none: z.string().min(1).optional(),
    basis: basis.optional(),
    why: z.string().optional(),
    /** What was searched; a subject that pages tell of has its citations there. */
    cite: citations.optional(),
  })
  .refine(needsWhy, needsWhySays)
  .refine((it) => (it.pages === undefined) !== (it.none === undefined), 'a subject has pages, or one sentence that no source covers it')
  .refine(
    (it) => (it.none === undefined) === (it.cite === undefined),
    'a subject that no source covers cites what was searched, another cites on its pages',
  );

/** A folder or file of the repository. */
const code = z.strictObject({ path: z.string().min(1), text: z.string().min(1), cite: citations });

export const architecture = z.strictObject({
  title: z.string().min(1),
  components: z.array(component).min(1),
  relations: z.array(relation),
  flows: z.array(flow),
  /** Its drawings; the first is that of the overview. */
  views: z.array(view),
  /** What holds of its parts and relations; each is asked of the graph at every build. */
  constraints: z.array(constraint),
  /** Where each subject is told. */
  subjects: z.array(subject).optional(),
  places: z.array(place),
  /** Which tree the code map shows, and from when. */
  codeOf: z.string().min(1),
  code: z.array(code),
  /** Whatever else the sources state of how it is built. */
  statements: z.array(namedStatement),
});
export type Architecture = z.infer<typeof architecture>;
