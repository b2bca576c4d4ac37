/**
 * Leaves the check of schemas out of what a browser loads. Every model that the site ships was checked when the site was built, which runs them
 * all; the check would be a twelfth of the player.
 */
import type { Plugin } from 'vite';

/** What the check exports, doing nothing. A test compares it with the file itself. */
export const UNCHECKED =
  'export class SchemaError extends Error {}\nexport const checkSchema = () => {};\nexport const checkArguments = () => {};\n';

const FILE = '/src/engine/language/schema-check.ts';

/** Who imports the check from here gets it, because a reader's model was not run by the build. */
const UNTRUSTED = '/src/engine/untrusted.ts';
const WHOLE = '?whole';

const pathOf = (id: string) => id.split('?')[0]!.replaceAll('\\', '/');

/** For the pages' own build and for that of their workers; the code that renders the pages keeps the check. */
export const checkedModels = (): Plugin => ({
  name: 'orrery-checked-models',
  enforce: 'pre',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'client',
  async resolveId(source, importer, options) {
    if (importer === undefined || !pathOf(importer).endsWith(UNTRUSTED)) return undefined;
    const found = await this.resolve(source, importer, { ...options, skipSelf: true });
    return found && pathOf(found.id).endsWith(FILE) ? found.id + WHOLE : found;
  },
  load: (id) => (pathOf(id).endsWith(FILE) && !id.endsWith(WHOLE) ? UNCHECKED : undefined),
});
