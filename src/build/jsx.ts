/**
 * JSX without Babel: Vite's own compiler makes the same calls of it, and @astrojs/preact, which gives each component to Babel first, has no option
 * for that. Leaves out the dev server, where Babel also names hooks.
 */
import type { Plugin } from 'vite';

const BABEL = 'vite:preact-jsx'; // @preact/preset-vite 2.x

export function jsxWithoutBabel(): Plugin {
  const changed = new WeakSet<object>(); // a build resolves its configuration more than once
  return {
    name: 'orrery-jsx',
    apply: 'build',
    config: () => ({ oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } } }),
    configResolved({ plugins }) {
      const babel = plugins.find(({ name }) => name === BABEL);
      if (babel && changed.has(babel)) return;
      if (!babel?.transform)
        throw new Error(`There is no plugin ${BABEL} that transforms: @preact/preset-vite has changed, and jsx.ts has to.`);
      delete babel.transform;
      changed.add(babel);
    },
  };
}
