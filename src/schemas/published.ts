/**
 * The shapes of the public interface: what `/api/v1/` serves. They are the authoring schemas with the address of each
 * record and with everything that an author may leave out filled in, so that a reader of the data needs no rule of ours.
 * A field may be added within version 1; a field that goes or changes its meaning, and a word that leaves a closed list or
 * enters it, makes version 2. `tests/site/compatibility.ts` compares with an earlier build.
 */
import { z } from 'astro/zod';
import { architecture } from './architecture.ts';
import { drift } from './drift.ts';
import { basis, citation, citations, collectionNames, rooted, type CollectionName } from './evidence.ts';
import { term } from './glossary.ts';
import { labsByKind, shownFields, type LabKind } from './labs.ts';
import { milestone, milestoneStatus } from './milestones.ts';
import { path } from './paths.ts';
import { platform } from './platforms.ts';
import { rule } from './rules.ts';
import { source } from './sources.ts';
import { system } from './systems.ts';
import { task, taskStates } from './tasks.ts';

/** What every record has besides its own fields. `url` is root-relative and carries the base path. */
const addressed = { id: z.string().min(1), url: rooted };
/** Every citation of the record and of what is inside it, each once. */
const cited = { citations };

/** On which side it stands: a primary source says it, or it was found in a repository. */
const sided = { side: z.enum(['documented', 'found']) };
const milestoneObservations = z.array(milestone.shape.status.element.safeExtend(sided)).min(1);

const deliverable = milestone.shape.deliverables.element.extend({
  url: rooted,
  status: milestoneObservations.optional(),
  /** As documented, and on what basis. `unknown` without a citation where no primary source names the milestone. */
  documented: z.strictObject({ status: milestoneStatus, basis, why: z.string().optional(), cite: z.array(citation) }),
});

const simulation = z.strictObject({
  ...addressed,
  title: z.string(),
  system: z.string(),
  basis: z.enum(['documented', 'observed', 'illustration']),
  properties: z.array(z.strictObject({ says: z.string(), kind: z.enum(['always', 'eventually', 'sometimes']), holds: z.boolean() })),
  faults: z.array(z.string()),
  /** What the build found when it checked the model in its default configuration. */
  checked: z.strictObject({ states: z.int(), transitions: z.int(), depth: z.int(), exhaustive: z.boolean() }),
});

/** The hashes of the lines have had this name since the first version of the interface. */
const primarySource = source.options[0].omit({ lineHashes: true }).extend({ ...addressed, linePrints: source.options[0].shape.lineHashes });

/**
 * A lab without what would give it away: its solution, what the model has in its place, and what is known to be wrong. `config` is its settings, empty for the usual ones, and
 * `kills` the faults that an answer must notice; both have had these names since the first version of the interface.
 */
const publishedLab = <Kind extends LabKind>(kind: Kind) =>
  z.strictObject({
    ...(shownFields<z.ZodType>(labsByKind[kind].shape) as { kind: z.ZodLiteral<Kind> }),
    ...addressed,
    ...cited,
    config: z.record(z.string(), z.union([z.number(), z.boolean()])),
    kills: z.array(z.string().min(1)),
  });

const records = {
  systems: system.extend({ ...addressed, ...cited }),
  platforms: platform.extend({
    ...addressed,
    ...cited,
    states: z.array(platform.shape.states.element.safeExtend(sided)).min(1),
  }),
  milestones: milestone.extend({ ...addressed, ...cited, status: milestoneObservations, deliverables: z.array(deliverable) }),
  architecture: architecture.extend({ ...addressed, ...cited }),
  rules: rule.safeExtend({ ...addressed, ...cited }),
  glossary: term.extend({ ...addressed, ...cited }),
  sources: z.discriminatedUnion('kind', [primarySource, source.options[1].extend(addressed)]),
  drift: drift.extend({ ...addressed, ...cited }),
  tasks: task.extend({ ...addressed, ...cited, state: z.enum(taskStates) }),
  labs: z.discriminatedUnion('kind', [
    publishedLab('reach'),
    publishedLab('predict'),
    publishedLab('find'),
    publishedLab('write'),
    publishedLab('mend'),
    publishedLab('log'),
  ]),
  paths: path.extend(addressed),
  simulations: simulation,
};
export type PublishedName = CollectionName | 'simulations';
export const publishedNames: readonly PublishedName[] = [...collectionNames, 'simulations'];

/** The version of every file below `/api/v1/`. */
export const version = '1.6.0';

/** A file of `/api/v1/`: its records, and the schema that it obeys. */
export const fileOf = (name: PublishedName) =>
  z.strictObject({
    $schema: z.string(),
    version: z.literal(version),
    collection: z.literal(name),
    count: z.int(),
    records: z.array(records[name] as z.ZodType),
  });

/** `/api/v1/index.json`: which files there are. */
export const indexFile = z.strictObject({
  $schema: z.string(),
  version: z.literal(version),
  collections: z.array(
    z.strictObject({
      name: z.enum(publishedNames as [PublishedName, ...PublishedName[]]),
      url: z.string(),
      schema: z.string(),
      count: z.int(),
    }),
  ),
});
