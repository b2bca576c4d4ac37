/** One system: what it is, what it wants, what became of it, and how one begins. */
import { z } from 'astro/zod';
import {
  asOf,
  citations,
  day,
  evidence,
  labelled,
  namedStatement,
  needsWhy,
  needsWhySays,
  refersTo,
  slug,
  statement,
  web,
} from './evidence.ts';

/** What became of the project, as a word and a glyph. */
const upstreamState = z.enum(['active', 'alpha', 'rewritten', 'moved', 'quiet', 'unknown']);
export type UpstreamState = z.infer<typeof upstreamState>;

const upstreamObservation = z.strictObject({ asOf, state: upstreamState, text: z.string().min(1), cite: citations });

/** The questions that are put to every system, in the order in which they are shown. */
export const questions = [
  'kernel',
  'privileged',
  'isolation',
  'ipc',
  'permissions',
  'scheduling',
  'memory',
  'storage',
  'network',
  'compatibility',
  'update',
  'boot',
  'targets',
] as const;
/** The answer to one question, as documented (`stated`), as found in the repository, as concluded, or unknown with the reason. */
const answer = z
  .strictObject({
    text: z.string().min(1),
    ...evidence,
    /** Differences between document and repository that bear on the answer: both clocks are shown beside it. */
    differs: z.array(refersTo('drift')).optional(),
  })
  .refine(needsWhy, needsWhySays);

/** A command that a contributor types, as it stood on a day. */
const command = z
  .strictObject({
    id: slug,
    /** What it is for. */
    does: z.enum(['get', 'build', 'run', 'test', 'debug', 'document']),
    /** What is typed; more than one line is allowed. Null where the project names none: then `text` says so. */
    run: z.string().min(1).nullable(),
    /** What it does, and what to expect. */
    text: z.string().min(1),
    /** The one that somebody who begins should type; without one, the first that was found. */
    main: z.literal(true).optional(),
    /** It is of another time, or of a phase that has not begun: kept, and not offered. */
    older: z.literal(true).optional(),
    /** What stands in it for something of the reader's, with real values, the usual one first. */
    fill: z.array(z.strictObject({ is: z.string().min(1), values: z.array(z.string().min(1)).min(1), says: z.string().min(1) })).optional(),
    /** The day of the commit that shows it, or `undated`; `documented` for the primary source. */
    asOf: z.union([asOf, z.literal('documented')]),
    /** Where no source names it: the usual one, concluded. */
    basis: z.literal('inferred').optional(),
    why: z.string().min(1).optional(),
    cite: citations,
  })
  .refine(needsWhy, needsWhySays);

export const system = z.strictObject({
  title: z.string().min(1),
  /** Its place in every list of systems. */
  order: z.int().min(1),
  /** What it is, in one short sentence without the name. */
  summary: statement,
  /** Two to five words beside the summary. */
  tagline: statement,
  /** Languages and versions, as the primary source names them. */
  builtWith: labelled,
  licence: statement,
  kernelKind: statement,
  /** The state of the project as its primary source shows it: a word for the table, and the sentence. */
  documented: z.strictObject({
    mark: z.enum(['complete', 'partial', 'planned', 'unknown', 'unnamed']),
    label: z.string().min(1),
    text: z.string().min(1),
    cite: citations,
  }),
  /** What its repositories showed later, oldest first. */
  upstream: z.array(upstreamObservation).min(1),
  repository: z.strictObject({ web, text: z.string().min(1), cite: citations }),
  goals: z.array(namedStatement),
  nonGoals: z.array(namedStatement),
  /** Whatever else the sources state of the system as a whole. */
  statements: z.array(namedStatement),
  answers: z.strictObject(Object.fromEntries(questions.map((name) => [name, answer])) as Record<(typeof questions)[number], typeof answer>),
  start: z.strictObject({
    /** The flow of its architecture that says what one sees after the start. */
    see: slug.optional(),
    /** What must be on the machine first. */
    needs: z.array(namedStatement),
    commands: z.array(command),
    /** How it takes contributions. */
    contributing: z.array(namedStatement),
    /** Warnings that save an hour: a moved repository, a renamed flag. */
    beware: z.array(namedStatement),
    /** The day on which these were last compared with the repository. */
    compared: day,
  }),
  /** All its milestones, in their order, and all its platforms: a record that is lost is missed here. */
  milestones: z.array(refersTo('milestones')),
  platforms: z.array(refersTo('platforms')),
});
export type System = z.infer<typeof system>;
