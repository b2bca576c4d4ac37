/** A cited document: a primary source, or a project's repository. */
import { z } from 'astro/zod';
import { day, isRepositoryPath, lineRange, refersTo, web } from './evidence.ts';

/** A stretch of a primary source that carries no fact, with the reason. */
const ignored = z.strictObject({ lines: lineRange, why: z.string().min(1) });
/** What the copy lost or glued together, so that a reader of the lines is warned. */
const damage = z.strictObject({ lines: lineRange, text: z.string().min(1) });
/** Lines `from` to `to` of the copy are lines `first` to `last` of the document: one by one where there are as many, else each of them lies somewhere there. */
const stretch = z
  .tuple([z.int().min(1), z.int().min(1), z.int().min(1), z.int().min(1)])
  .refine(([from, to, first, last]) => from <= to && first <= last, 'must be [from, to, first, last], the first line not after the last');
const hashes = z
  .string()
  .regex(/^\s*[0-9a-f]{6}(\s+[0-9a-f]{6})*\s*$/, 'must be six hexadecimal digits for each line, separated by white space');
/** The document in the project's own repository that the copy is of, at a commit whose text agrees with it. */
const stands = z.strictObject({
  source: refersTo('sources'),
  commit: z.string().regex(/^[0-9a-f]{6,40}$/, 'must be 6 to 40 hexadecimal digits (quote it in YAML)'),
  path: z.string().min(1).refine(isRepositoryPath, 'must be a path inside the repository'),
  /** The hash of each line of the document, as in `lineHashes`; left out where the document was not at hand when this was written. */
  lineHashes: hashes.optional(),
  /** The lines that agree, in the order of the copy, as `npm run sources -- <folder> --repositories <folder>` finds them. */
  lines: z.array(stretch).min(1),
});
export type Stretch = z.infer<typeof stretch>;

const primary = z.strictObject({
  kind: z.literal('primary'),
  system: refersTo('systems'),
  title: z.string().min(1),
  /** The name of the file in the folder that `npm run sources` is given. */
  file: z.string().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits'),
  /** The number of lines; a last line without a line feed counts. */
  lineCount: z.int().min(1).max(100_000),
  /** The first 6 hexadecimal digits of each line's SHA-256, separated by white space: they name the line that changed, and hold no text. */
  lineHashes: hashes,
  /** What the document is in the project: a README, an architecture document. */
  what: z.string().min(1),
  /** What is known of its age. */
  age: z.string().min(1),
  /** Left out where the document at such a commit could not be read. */
  stands: stands.optional(),
  damage: z.array(damage),
  ignored: z.array(ignored),
  /** Lines of the page that showed the document, which are cited and are in no version of the document itself, with the reason. */
  outside: z.array(ignored).optional(),
});

const upstream = z.strictObject({
  kind: z.literal('upstream'),
  system: refersTo('systems'),
  title: z.string().min(1),
  /** Where the repository is read on the web; a path at a commit is `<web>/blob/<commit>/<path>`. */
  web,
  /** The day on which it was read. */
  read: day,
  /** How it was read: whole, or file by file; and what that leaves unsaid. */
  how: z.string().min(1),
  /** Documents that tell of progress, whose versions `npm run history` reads. */
  tracked: z.array(z.string().min(1).refine(isRepositoryPath, 'must be a path inside the repository')).optional(),
  /** The commits that citations name. `date` is null where the copy carries none. */
  commits: z.array(z.strictObject({ commit: z.string().regex(/^[0-9a-f]{6,40}$/), date: day.nullable(), what: z.string().min(1) })).min(1),
});

export const source = z.discriminatedUnion('kind', [primary, upstream]);
export type Source = z.infer<typeof source>;
export type PrimarySource = z.infer<typeof primary>;
export type UpstreamSource = z.infer<typeof upstream>;
