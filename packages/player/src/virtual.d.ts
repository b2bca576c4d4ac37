/** What build/base-sheet.ts makes of the site's tokens, marks and tables. */
declare module 'virtual:orrery/player-base' {
  const text: string;
  export default text;
}

/** What src/mechanisms/registry.ts lists, without what loads it: the package loads a model by its address. */
declare module 'virtual:orrery/mechanism-ids' {
  export const mechanismIds: readonly string[];
}
