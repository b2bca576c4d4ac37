/**
 * One exercise on a model. Its kind says what an answer is and how it is graded; src/labs/ grades it. What follows from the model (the least
 * number of steps, which choice is right, which run refutes a wrong answer) is computed and never written down.
 */
import { z } from 'astro/zod';
import { pageOrSection, refersTo, statement } from './evidence.ts';

export const labKinds = ['reach', 'predict', 'find', 'write', 'mend', 'log'] as const;
export type LabKind = (typeof labKinds)[number];

/** Parameters and faults of the model, where they differ from the default. */
const settings = z.record(z.string(), z.union([z.number(), z.boolean()]));
export type LabSettings = z.infer<typeof settings>;

const simple = z.union([z.string(), z.number(), z.boolean(), z.null()]);
/** A value of the state as plain data: a row by its number, a set or a queue as a list. */
const plainValue = z.union([simple, z.array(simple)]);
export type LabValue = z.infer<typeof plainValue>;

/** One step as a scenario writes it: `{ call: { by: 1 } }`. */
const step = z.record(z.string(), z.record(z.string(), plainValue));
const steps = z.array(step);

/** A field of the state by its path: `tasks[1].phase`, or `calls`. */
const fieldPath = z.string().regex(/^\w+(\[\d+\]|\.\w+)*$/, 'must be the path of a field: tasks[1].phase');

/** A text that occurs exactly once in the file of the model, and what stands there instead. */
const edit = z.strictObject({ replaces: z.string().min(1), by: z.string() });
export type LabEdit = z.infer<typeof edit>;

const common = {
  /** What one does, as an order. */
  title: z.string().min(1).max(60),
  system: refersTo('systems'),
  model: refersTo('models'),
  /** What is asked: one to four sentences. Actions and fields are called as the player calls them. */
  task: z.string().min(1),
  /** What counts as solved, as a sentence. */
  solved: z.string().min(1),
  with: settings.optional(),
  /** Where it begins: one of the model's scenarios, with its settings, after so many steps. Left out: at the first state. */
  from: z.strictObject({ scenario: z.string().min(1), step: z.int().min(0) }).optional(),
  /** The labs that prepare for it. */
  after: z.array(refersTo('labs')),
  /** How long it takes somebody who has done those. */
  minutes: z.int().min(2).max(60),
  /** In steps, from vague to near; none is the solution. */
  hints: z.array(z.string().min(1)).min(2),
  /** Why the solution is right, by the lines of the project. */
  reason: statement,
  /** What it prepares for. `why`: why no open task fits. */
  leads: z
    .strictObject({ page: pageOrSection, rule: refersTo('rules'), task: refersTo('tasks').optional(), why: z.string().min(1).optional() })
    .refine((it) => (it.task === undefined) !== (it.why === undefined), 'give a task, or say why there is none'),
};

/** Reach a state within so many steps. */
const reach = z.strictObject({
  ...common,
  kind: z.literal('reach'),
  goal: z.union([
    /** A `sometimes` of the model. */
    z.strictObject({ sometimes: z.string().min(1) }),
    /** An `always` of the model that is to break. */
    z.strictObject({ breaks: z.string().min(1) }),
    z.strictObject({ fields: z.array(z.strictObject({ field: fieldPath, is: plainValue })).min(1) }),
  ]),
  /** The least number of steps, and `slack` more. */
  within: z.int().min(1),
  slack: z.int().min(1).optional(),
  solution: steps,
  wrong: z.array(steps).min(5),
});

const question = z.strictObject({
  ask: z.string().min(1),
  /** The value of a field after the step; the clause that refuses the step; the property that is broken after it. */
  about: z.union([z.strictObject({ field: fieldPath }), z.literal('refusal'), z.literal('broken')]),
  /** Exactly one is right. `nothing` where no clause refuses, or no property is broken. */
  choices: z.array(plainValue).min(2),
});
export type LabQuestion = z.infer<typeof question>;

/** Say what a step does before it is done. Any choice of answers but one is wrong, and there are at least five of those. */
const predict = z.strictObject({ ...common, kind: z.literal('predict'), step, questions: z.array(question).min(1).max(4) });

/** Say which fault is on, by playing. Every other of `among` is wrong, and so is that there is none. */
const find = z.strictObject({
  ...common,
  kind: z.literal('find'),
  /** The fault that is on. */
  hidden: z.string().min(1),
  /** The faults that a reader chooses from, the hidden one among them. */
  among: z.array(z.string().min(1)).min(5),
});

/** What is tried with an answer, and what has to be found. */
const trial = z.strictObject({
  /** What must be, as a sentence. */
  says: z.string().min(1),
  /** Beside the settings of the lab. */
  with: settings.optional(),
  /** An error that is put into the text around the answer. */
  edits: z.array(edit).min(1).optional(),
  finds: z.union([
    /** Every property holds in every reachable state. */
    z.strictObject({ holds: z.literal('everywhere') }),
    /** The property is broken somewhere: it notices the fault or the edits. */
    z.strictObject({ breaks: z.string().min(1) }),
    /** The `sometimes` is reached. */
    z.strictObject({ reaches: z.string().min(1) }),
    /** The action happens somewhere. */
    z.strictObject({ fires: z.string().min(1) }),
    /** The scenario of the model ends as the model says. */
    z.strictObject({ plays: z.string().min(1) }),
    /** The steps can be done, one after the other. */
    z.strictObject({ allows: steps.min(1) }),
    /** The steps can be done but for the last. */
    z.strictObject({ refuses: steps.min(1) }),
    /** Nothing stops but where it may. */
    z.strictObject({ stops: z.literal('never') }),
    /** As many states and transitions as with the text as shipped. */
    z.strictObject({ counts: z.literal('as shipped') }),
  ]),
});
export type LabTrial = z.infer<typeof trial>;

const code = {
  ...common,
  /** What the answer is: a clause, a property, or what an action does. Says what "not vacuous" means (src/labs/code.ts). */
  part: z.enum(['guard', 'property', 'effect']),
  /** The text of the model's file that is taken out: it occurs there exactly once. */
  replaces: z.string().min(1),
  /** What the reader begins with in its place. */
  by: z.string(),
  must: z.array(trial).min(2),
  solution: z.string().min(1),
  wrong: z.array(z.string()).min(5),
};

/** Write a part of the model that is missing. */
const write = z.strictObject({ ...code, kind: z.literal('write') });
/** Find and correct the error in a part of the model. */
const mend = z.strictObject({ ...code, kind: z.literal('mend') });

/** Explain a log: say which variant of the mechanism it is of, or which line no run explains. */
const log = z.strictObject({
  ...common,
  kind: z.literal('log'),
  /** Made up for the lab. */
  log: z.string().min(1),
  /** A shipped map by its model, or a text of one (src/logs/log-map.ts). */
  map: z.string().min(1),
  /** Exactly one explains the whole log. Left out: which line is the first that none explains is asked. */
  variants: z
    .array(z.strictObject({ says: z.string().min(1), with: settings }))
    .min(6)
    .optional(),
});

/** What would give a lab away, or has another name in the public interface. */
const withheld: readonly string[] = ['solution', 'wrong', 'hidden', 'replaces', 'with'];

/** The fields of a lab, or of its schema, that are published as they are. */
export const shownFields = <Of>(fields: Readonly<Record<string, Of>>): Record<string, Of> =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !withheld.includes(name)));

/** By kind, so that the public interface can leave fields of each out. */
export const labsByKind = { reach, predict, find, write, mend, log } as const;
export const lab = z.discriminatedUnion('kind', [reach, predict, find, write, mend, log]);
export type Lab = z.infer<typeof lab>;
export type LabOf<Kind extends LabKind> = Extract<Lab, { readonly kind: Kind }>;
