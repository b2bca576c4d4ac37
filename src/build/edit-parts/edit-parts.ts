/**
 * What the editor of models is made of and no import can give: the engine as the text of a script, because the sandbox runs it in front of the
 * reader's; the declarations that a model is typed by, and what is told of them; and the part of TypeScript that a page needs.
 */
import type { Plugin } from 'vite';
import { part } from './kept.ts';
import type { PartName } from './parts.ts';

/** Classic scripts, by the module that holds the text of each. */
const RUNNERS: Readonly<Record<string, PartName>> = {
  'virtual:orrery/runner': 'runner',
  'virtual:orrery/log-runner': 'log-runner',
  'virtual:orrery/service-runner': 'service-runner',
};
const MODULES: Readonly<Record<string, PartName>> = {
  'virtual:orrery/model-types': 'model-types',
  'virtual:orrery/language-reference': 'language-reference',
};
const published = /[\\/]typescript[\\/]lib[\\/]typescript\.js$/;

/** For the pages' own build, for that of their workers, and for the dev server. `root` is the project's folder. */
export function editParts(root: string): Plugin {
  return {
    name: 'orrery-edit-parts',
    enforce: 'pre',
    resolveId: (id) => (Object.hasOwn(RUNNERS, id) || Object.hasOwn(MODULES, id) ? `\0${id}` : undefined),
    async load(id) {
      const [runner, module] = [RUNNERS[id.slice(1)], MODULES[id.slice(1)]];
      if (runner !== undefined) return `export const script = ${JSON.stringify(await part(root, runner))};`;
      if (module !== undefined) return part(root, module);
      if (published.test(id.split('?')[0]!)) return { code: await part(root, 'typescript'), map: null };
      return undefined;
    },
  };
}
