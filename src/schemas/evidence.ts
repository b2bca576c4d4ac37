/**
 * The values that every collection is made of: who says it, on what basis, and when it was so.
 * Leaves out what a single collection needs; that stands in the collection's own file.
 * No schema here transforms its input, so each can be published as JSON Schema.
 */
import { z } from 'astro/zod';

/** The collections, in the order in which a reader meets them. A record's address begins with the collection's name. */
export const collectionNames = [
  'systems',
  'platforms',
  'milestones',
  'architecture',
  'rules',
  'glossary',
  'sources',
  'drift',
  'tasks',
  'labs',
  'paths',
] as const;
export type CollectionName = (typeof collectionNames)[number];

/** Lower case words joined by hyphens: what stands in addresses. */
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower case words joined by hyphens');

/** A path from the root. A pattern and not `startsWith`, which JSON Schema would name as a format that no validator knows. */
export const rooted = z.string().regex(/^\//, 'must begin with a slash');

/** A page of this site: one slash first and one last, and nothing that a browser would take for another host or for a step up. */
export const page = z
  .string()
  .regex(/^\/([a-z0-9]+([.-][a-z0-9]+)*\/)*$/, 'must be the address of a page of this site, from the root, ending in a slash');

/** A page of this site, or a section of one. */
export const pageOrSection = z
  .string()
  .regex(
    /^\/([a-z0-9]+([.-][a-z0-9]+)*\/)*(#[a-z0-9]+(-[a-z0-9]+)*)?$/,
    'must be the address of a page of this site, perhaps with # and a section',
  );

/** An address on the web that a reader may be sent to, and behind which a path can be written. */
export const web = z
  .url({ protocol: /^https$/, hostname: z.regexes.domain, error: 'must be an address that begins with https://' })
  .refine((address) => !/[?#@\\\s]/.test(address), 'must be an address without a query, a fragment or a user');

/** Whether a path can be written behind `/blob/<commit>/`: nothing steps up, nothing begins a query or a fragment. */
export const isRepositoryPath = (path: string): boolean =>
  !/[#?\\\s]|:\/\//.test(path) && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');

/** Which collection a string refers to; `facts/schema-walk.ts` walks the schemas and checks that the record exists. */
export const references = z.registry<{ refersTo: CollectionName | 'models' }>();
export const refersTo = (collection: CollectionName | 'models') => z.string().min(1).register(references, { refersTo: collection });

/** No system that is documented here is older, and no day that is cited lies ahead. */
const isInOurTime = (text: string): boolean => text >= '1970' && text < '2100';
const dayOnly = 'must be a day that exists, written "2026-08-21"';
/** A calendar day, written `"2026-08-21"`. It must exist: the thirtieth of February is refused. */
export const day = z.iso.date(dayOnly).refine(isInOurTime, dayOnly);

/** First and last line, both counted from 1 and both included. */
export const lineRange = z
  .tuple([z.int().min(1), z.int().min(1)])
  .refine(([from, to]) => from <= to, 'the first line must not come after the last');

/**
 * A primary source by its lines (`source`, `lines`), or a place in a project's repository (`source`, `commit`, `path`) narrowed by one of
 * `lines`, `whole` and `absent`. What two ranges show takes two citations.
 */
export const citation = z
  .strictObject({
    /** The id of the cited document in `sources`. */
    source: refersTo('sources'),
    /** The lines that say it; for upstream those of the file at that commit. */
    lines: lineRange.optional(),
    /** The commit, as in the source's list of commits; only for upstream. */
    commit: z
      .string()
      .regex(/^[0-9a-f]{6,40}$/, 'must be 6 to 40 hexadecimal digits (quote it in YAML)')
      .optional(),
    /** The path inside the repository at that commit; only for upstream. */
    path: z
      .string()
      .min(1)
      .refine(isRepositoryPath, 'must be a path inside the repository: no slash first or last, no "..", no "#", "?", backslash or blank')
      .optional(),
    /** The statement is about the file or the folder as a whole, so no line of it shows more than another; only for upstream. */
    whole: z.enum(['file', 'folder']).optional(),
    /** The statement is that something is not there: what was looked for in this file or folder, as a clause after "searched for"; only for upstream. */
    absent: z.string().min(1).max(160).optional(),
  })
  .refine((it) => (it.commit === undefined) === (it.path === undefined), 'commit and path belong together')
  .refine((it) => it.lines !== undefined || it.commit !== undefined, 'give either lines (primary source) or commit and path (upstream)')
  .refine((it) => [it.lines, it.whole, it.absent].filter((each) => each !== undefined).length <= 1, 'give one of lines, whole and absent');
export type Citation = z.infer<typeof citation>;

/** Every fact has at least one. */
export const citations = z.array(citation).min(1, 'a fact needs at least one citation');

/** `stated`: the source says it. `inferred`: concluded from it. `unknown`: the source is silent, damaged, or contradicts itself. */
export const basis = z.enum(['stated', 'inferred', 'unknown']);
export type Basis = z.infer<typeof basis>;

/** What an inferred or unknown value must carry: the reason, as a sentence. */
export const needsWhy = <T extends { basis?: Basis | undefined; why?: string | undefined }>(it: T): boolean =>
  it.basis === undefined || it.basis === 'stated' || it.why !== undefined;
export const needsWhySays = { message: 'an inferred or unknown value needs a why', path: ['why'] };

/** What every fact carries. Left out, the basis is `stated`. */
export const evidence = {
  basis: basis.optional(),
  /** Why it is inferred, or why it is unknown. */
  why: z.string().optional(),
  cite: citations,
};

/** One sentence of our own, with its evidence. */
export const statement = z
  .strictObject({
    /** The fact in our own words. */
    text: z.string().min(1),
    ...evidence,
  })
  .refine(needsWhy, needsWhySays);

/** A statement with the one to three words that stand for it in a table. */
export const labelled = z
  .strictObject({ label: z.string().min(1).max(24), text: z.string().min(1), ...evidence })
  .refine(needsWhy, needsWhySays);

/** A statement that has an address of its own on its page, and in search. */
export const namedStatement = z
  .strictObject({
    /** Unique within its record. */
    id: slug,
    /** Two to five words. */
    title: z.string().min(1),
    text: z.string().min(1),
    ...evidence,
  })
  .refine(needsWhy, needsWhySays);
export type NamedStatement = z.infer<typeof namedStatement>;

const dayOrUndated = 'must be a day that exists, written "2026-08-21", or the word undated';
/** The day of an observation, or `undated` for a copy that carries no date (the source's entry says why). */
export const asOf = z.union([z.iso.date(dayOrUndated).refine(isInOurTime, dayOrUndated), z.literal('undated')], dayOrUndated);

/** What an observation over time carries besides its day and its state, which each collection names itself. */
export const observed = {
  /** Written by `npm run history`, which reads the versions of a document and may write it anew; left out for what a person wrote. */
  by: z.literal('history').optional(),
  /** What the source adds to the word of the state: required for some words. */
  note: z.string().optional(),
  basis: basis.exclude(['unknown']).optional(),
  /** Why it is unknown, or why it is inferred. */
  why: z.string().optional(),
  cite: citations,
};

interface Observation {
  readonly status?: string;
  readonly state?: string;
  readonly note?: string | undefined;
  readonly basis?: Basis | undefined;
  readonly why?: string | undefined;
}
const wordOf = (it: Observation): string => it.status ?? it.state ?? '';

/** States of these words need a note. */
export const needsNote =
  (...words: readonly string[]) =>
  (it: Observation): boolean =>
    !words.includes(wordOf(it)) || it.note !== undefined;

/** An observation that is unknown or inferred needs a reason. */
export const needsReason = (it: Observation): boolean => (wordOf(it) !== 'unknown' && it.basis !== 'inferred') || it.why !== undefined;
