/** One target of one system: a board, a virtual machine, a class of machines, a network. */
import { z } from 'astro/zod';
import { asOf, citations, namedStatement, needsNote, needsReason, observed, refersTo, slug, statement } from './evidence.ts';

/** `partial` needs a note, `unknown` a why. `unnamed`: the source makes no claim. `deferred`: it says not now. */
export const platformState = z.enum(['supported', 'partial', 'planned', 'deferred', 'unknown', 'unnamed', 'removed']);
export type PlatformState = z.infer<typeof platformState>;

const observation = z
  .strictObject({ asOf, state: platformState, ...observed })
  .refine(needsNote('partial'), {
    message: 'a partial state needs a note that says which part',
    path: ['note'],
  })
  .refine(needsReason, { message: 'an unknown or inferred state needs a why', path: ['why'] });

export const platform = z.strictObject({
  system: refersTo('systems'),
  title: z.string().min(1),
  /** The row of the matrix: the same target of two systems has the same word. */
  target: slug,
  group: z.enum(['virtual', 'board', 'machine', 'network']),
  architecture: z.enum(['aarch64', 'riscv64', 'x86_64', 'several', 'unknown']),
  /** What is written on a command line, oldest first: a name and the day from which it is known. */
  identifiers: z.array(z.strictObject({ name: z.string().min(1), asOf, cite: citations })),
  /** The models that the target stands for. */
  covers: z.array(z.strictObject({ name: z.string().min(1), cite: citations })),
  /** Oldest first; the first is what the primary source says, if it says anything. */
  states: z.array(observation).min(1),
  /** The support that the project aims at, where it says so. */
  tier: statement.optional(),
  /** How the target is booted. */
  boot: statement.optional(),
  /** Whatever else the sources state of this target. */
  statements: z.array(namedStatement),
});
export type Platform = z.infer<typeof platform>;
