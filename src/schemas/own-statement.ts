/**
 * What a project states of itself, in a file `orrery.json` of its own repository: how far its milestones are and what it runs on. It is the
 * one schema here that others write for, so its descriptions are published with it, and an editor checks a file while it is typed. What
 * JSON Schema cannot say, that the first line comes before the last, is told by `npm run drift` alone.
 */
import { z } from 'astro/zod';
import { day, slug } from './evidence.ts';
import { milestoneStatus } from './milestones.ts';
import { platformState } from './platforms.ts';

/** What the file is called; it lies at the top of the repository. */
export const ownStatementFile = 'orrery.json';
/** What its schema is called below `/api/v1/schema/`. */
export const ownStatementSchema = 'own-statement';

/** In JSON Schema: these members are there, and those are not. */
const having = (there: readonly string[], not: readonly string[] = []): object => ({
  required: there,
  properties: Object.fromEntries([...there.map((it) => [it, true]), ...not.map((it) => [it, false])]),
});

const text = z.string('must be a text').min(1, 'must not be empty');
const path = z
  .string('must be a path')
  .regex(
    /^(?!(?:.*\/)?\.{0,2}(?:\/|$))[^#?\\\s]+$/,
    'must be the path of a file in the repository, without a slash first or last, "..", "#", "?" or a blank',
  )
  .describe('A file of the repository, from its top.');
const linesSays = 'must be the first and the last line, both counted from 1, such as [3, 9]';
const line = z.int(linesSays).min(1, linesSays);
const lines = z
  .tuple([line, line], linesSays)
  .refine(([from, to]) => from <= to, linesSays)
  .describe('The first and the last line that show it, counted from 1.');
const link = z
  .string('must be an address')
  .max(500, 'must be an address of at most 500 characters')
  .regex(/^https:\/\/[^\s/?#@]+\.[^\s/?#@]+(?:\/\S*)?$/, 'must be an address that begins with https://')
  .describe('An address where it can be read.');

const evidence = z
  .strictObject({ path: path.optional(), lines: lines.optional(), link: link.optional() }, 'must be an object with path and lines, or link')
  .refine(
    (it) => (it.link === undefined ? it.path !== undefined && it.lines !== undefined : it.path === undefined && it.lines === undefined),
    'must have either path and lines, or link',
  )
  .meta({
    description: 'What a reader opens to see that it is so: lines of a file of the repository, or an address.',
    oneOf: [having(['link'], ['path', 'lines']), having(['path', 'lines'], ['link'])],
  });

/** Words that say too little alone. */
const needsNote = ['partial', 'moved', 'unknown'];
const noteSays = { message: `is missing: ${needsNote.join(', ')} need one that says which part, where to, or why`, path: ['note'] };
const hasNote = (it: { readonly state: string; readonly note?: string | undefined }): boolean =>
  !needsNote.includes(it.state) || it.note !== undefined;
const noteRule = { if: { required: ['state'], properties: { state: { enum: needsNote } } }, then: having(['note']) };

const stated = {
  day: day.describe('The day on which it is so, such as 2026-08-21.'),
  note: text.optional().describe(`One sentence: which part is done, where it went, why nobody knows. ${needsNote.join(', ')} need it.`),
};

const milestone = z
  .strictObject(
    {
      id: slug.optional().describe("Its id in Orrery, the last part of its page's address."),
      title: text
        .optional()
        .describe('What the project calls it. Without an id it is found by this title, and one that Orrery does not have is new.'),
      state: milestoneStatus,
      ...stated,
      evidence,
    },
    'must be an object',
  )
  .refine((it) => it.id !== undefined || it.title !== undefined, 'must have an id or a title')
  .refine(hasNote, noteSays)
  .meta({ anyOf: [having(['id']), having(['title'])], ...noteRule });

const platform = z
  .strictObject(
    {
      identifier: text.describe('What is written on a command line to choose it; or its id in Orrery, where it has none.'),
      // `unnamed` is a word for silence, and a statement is none.
      state: platformState.exclude(['unnamed']),
      ...stated,
      evidence: evidence.optional(),
    },
    'must be an object',
  )
  .refine(hasNote, noteSays)
  .meta(noteRule);

export const ownStatement = z
  .strictObject(
    {
      $schema: z.string('must be the address of this schema').optional().describe('The address of this schema, for an editor.'),
      system: slug.describe('The id of the project in Orrery.'),
      milestones: z
        .array(milestone, 'must be a list')
        .optional()
        .describe('All milestones: one that is left out is taken as given up. Without this list nothing is stated of them.'),
      platforms: z
        .array(platform, 'must be a list')
        .optional()
        .describe('All platforms: one that is left out is taken as given up. Without this list nothing is stated of them.'),
    },
    'must be an object',
  )
  .refine((it) => it.milestones !== undefined || it.platforms !== undefined, 'must have milestones, platforms or both')
  .meta({ anyOf: [having(['milestones']), having(['platforms'])] });
export type OwnStatement = z.infer<typeof ownStatement>;
