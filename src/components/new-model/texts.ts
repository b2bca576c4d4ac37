/** The files of the walk and of the examples as they are opened in the editor. A page loads each when it is asked for. */

type Load = () => Promise<string>;

/** By the name of the file, without its ending. */
const named = (files: Readonly<Record<string, Load>>): Readonly<Record<string, Load>> =>
  Object.fromEntries(Object.entries(files).map(([path, load]) => [/([^/]+)\.ts$/.exec(path)![1]!, load]));

/** The lock, as it grows step by step; `scenario` is all of it, and what a blank model begins with. */
export const lock = named(import.meta.glob<string>('./lock/*.ts', { query: '?raw', import: 'default' }));
export const examples = named(import.meta.glob<string>('./examples/*.ts', { query: '?raw', import: 'default' }));
