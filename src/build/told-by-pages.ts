/**
 * Leaves out of what a browser loads what only pages tell of a model: its question, what it shows, what is scaled down, where it is listed, and
 * which moment of its run is its small picture. The build writes these into pages, and every player would carry them.
 */
import type { Plugin } from 'vite';

const MODEL = /\/src\/mechanisms\/[^/]+\/[^/]+\/model\.ts$/;
/** A field of `about` as the format of the project has it, on one line or with its text on the next; one that stands otherwise is left, and only weighs. */
const FIELD =
  /^ {4}(?:picture: \{[^{}\n]*\},|group: '[^'\n]*',|(?:question|shows|scaledDown):\n? *(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"),)$/gm;

/** For the pages' own build and for that of their workers. The lines stay, empty, so that every other keeps its number. */
export const withoutToldByPages = (): Plugin => ({
  name: 'orrery-told-by-pages',
  enforce: 'pre',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'client',
  transform: (code, id) => {
    if (!MODEL.test(id.split('?')[0]!.replaceAll('\\', '/'))) return undefined;
    const left = code.replace(FIELD, (field) => '\n'.repeat(field.split('\n').length - 1));
    return left === code ? undefined : { code: left, map: null };
  },
});
