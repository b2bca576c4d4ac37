/**
 * Leaves out of what a browser loads which moment of its run a model shows as its small picture: only the build draws these, and every page of a
 * simulation would carry it.
 */
import type { Plugin } from 'vite';

const MODEL = /\/src\/mechanisms\/[^/]+\/[^/]+\/model\.ts$/;
/** The field as the format of the project has it; a line that stands otherwise is left, and only weighs. */
const FIELD = /^ {4}picture: \{[^{}\n]*\},\n/m;

/** For the pages' own build and for that of their workers. The line stays, empty, so that every other keeps its number. */
export const withoutMoments = (): Plugin => ({
  name: 'orrery-picture-moments',
  enforce: 'pre',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'client',
  transform: (code, id) =>
    MODEL.test(id.split('?')[0]!.replaceAll('\\', '/')) && FIELD.test(code) ? { code: code.replace(FIELD, '\n'), map: null } : undefined,
});
