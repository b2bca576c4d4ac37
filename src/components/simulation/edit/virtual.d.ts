/** What build/edit-parts.ts makes. */
declare module 'virtual:orrery/runner' {
  /** Classic, to stand in front of the reader's. */
  export const script: string;
}
declare module 'virtual:orrery/model-types' {
  /** The engine's declarations, by their names. */
  export const declarations: Readonly<Record<string, string>>;
  /** JavaScript's own, without those of a page. */
  export const library: string;
}
