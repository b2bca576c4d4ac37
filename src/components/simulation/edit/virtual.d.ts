/** What build/edit-parts/parts.ts makes. */
declare module 'virtual:orrery/runner' {
  /** Classic, to stand in front of the reader's. */
  export const script: string;
}
declare module 'virtual:orrery/log-runner' {
  /** The same, for a log that is held against an edited model. */
  export const script: string;
}
declare module 'virtual:orrery/service-runner' {
  /** The same, for a service of Starina. */
  export const script: string;
}
declare module 'virtual:orrery/model-types' {
  /** What a model imports, and what a service does, by their names. */
  export const declarations: Readonly<Record<string, string>>;
  /** JavaScript's own, without those of a page. */
  export const library: string;
}
