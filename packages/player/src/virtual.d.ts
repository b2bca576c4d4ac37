/** What build/base-sheet.ts makes of the site's tokens, marks and tables. */
declare module 'virtual:orrery/player-base' {
  const text: string;
  export default text;
}
