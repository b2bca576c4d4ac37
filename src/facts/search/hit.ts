/** What search finds: a page, or a single record on one. */

/** The words of the filter, in its order. */
export const kinds = ['Start', 'Task', 'Lab', 'Simulation', 'Page', 'Part', 'Term', 'Rule', 'Milestone', 'Platform', 'Difference'] as const;
export type Kind = (typeof kinds)[number];

/**
 * How much of a hit its text holds. `page`: all that stands on a page of its own. `summary`: a page of which only the title and a few
 * sentences are searched, because its records are hits themselves. `record`: a single item on some page.
 */
export const extents = ['page', 'summary', 'record'] as const;
export type Extent = (typeof extents)[number];

export interface SearchHit {
  /** Root-relative, without the base path. */
  readonly address: string;
  /** In words; the id stands below it. */
  readonly title: string;
  readonly kind: Kind;
  /** What it is more exactly, where the kind says too little: a flow, a deliverable, a command. */
  readonly what?: string | undefined;
  readonly id?: string | undefined;
  /** The system's title. */
  readonly system?: string | undefined;
  /** What else it is called. */
  readonly aliases: readonly string[];
  readonly text: string;
  readonly extent: Extent;
}
