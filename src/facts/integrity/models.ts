/** What facts need to know of a model: what records and pages may name of it. */
export interface ModelFacts {
  /** The checked sentences. */
  readonly properties: readonly string[];
  readonly scenarios: readonly string[];
  /** How many steps of each scenario can be taken. */
  readonly steps: ReadonlyMap<string, number>;
  /** Each parameter with its bounds, both included. */
  readonly parameters: ReadonlyMap<string, { readonly least: number; readonly most: number }>;
  readonly faults: readonly string[];
  /** The declarations of its file that are short enough to be shown on a page. */
  readonly declares: readonly string[];
}

/** By the model's id. A map, because an id comes from a file and may be the name of something that every object has. */
export type Models = ReadonlyMap<string, ModelFacts>;
