/**
 * Leaves the check of schemas out of what a browser loads. Every model that the site ships was checked when the site was built, which runs them
 * all; the check would be a twelfth of the player.
 */
import type { Plugin } from 'vite';

/** What the check exports, doing nothing. A test compares it with the file itself. */
export const UNCHECKED =
  'export class SchemaError extends Error {}\nexport const checkSchema = () => {};\nexport const checkArguments = () => {};\n';

const FILE = '/src/engine/language/schema-check.ts';

/** For the pages' own build and for that of their workers; the code that renders the pages keeps the check. */
export const checkedModels = (): Plugin => ({
  name: 'orrery-checked-models',
  enforce: 'pre',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'client',
  load: (id) => (id.split('?')[0]!.replaceAll('\\', '/').endsWith(FILE) ? UNCHECKED : undefined),
});
