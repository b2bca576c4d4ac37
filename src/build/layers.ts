/**
 * Puts every style sheet of ours into the cascade layer of its folder, so that what a rule weighs follows from where it stands and not from
 * how its selector is spelled: tokens, then what every page has, then components and pictures, then pages, then what paper changes.
 * Starlight's own layers come before all of them.
 */
import { relative } from 'node:path';
import type { AtRule, ChildNode, Plugin } from 'postcss';

/** In the order of their weight. */
const LAYERS = ['starlight', 'tokens', 'base', 'components', 'pages', 'print'] as const;
type Layer = (typeof LAYERS)[number];

const folders: readonly (readonly [start: string, layer: Layer])[] = [
  ['src/styles/tokens.css', 'tokens'],
  ['src/styles/fonts.css', 'tokens'],
  ['src/styles/', 'base'],
  ['src/components/', 'components'],
  ['src/drawing/', 'components'],
  ['src/mechanisms/', 'components'],
  ['src/pages/', 'pages'],
];

/** The layer of a style sheet, or of the styles in an Astro file; undefined for what is not ours. */
export function layerOf(file: string, root: string): Layer | undefined {
  const path = relative(root, file.split('?')[0] ?? '').replaceAll('\\', '/');
  return folders.find(([start]) => path.startsWith(start))?.[1];
}

const isAt = (node: ChildNode, name: string): node is AtRule => node.type === 'atrule' && node.name === name;
const isForPaper = (node: ChildNode): boolean => isAt(node, 'media') && node.params === 'print';
/** What must stand before everything else, and what names no rule. */
const staysOutside = (node: ChildNode): boolean =>
  isAt(node, 'charset') || isAt(node, 'import') || isAt(node, 'layer') || node.type === 'comment';

/** A plugin of PostCSS. Styles of an Astro file pass it twice: once they lie in a layer, nothing is left to do. */
export function layers(root: string): Plugin {
  return {
    postcssPlugin: 'orrery-layers',
    OnceExit(sheet, { AtRule, result }) {
      const layer = layerOf(result.opts.from ?? '', root);
      const loose = sheet.nodes.filter((node) => !staysOutside(node));
      if (layer === undefined || loose.length === 0) return;
      const paper = loose.filter(isForPaper);
      const screen = loose.filter((node) => !isForPaper(node));
      const into = (name: Layer, nodes: readonly ChildNode[]): void => {
        if (nodes.length === 0) return;
        const wrapper = new AtRule({ name: 'layer', params: name, nodes: [] });
        wrapper.append(...nodes); // and so takes them out of the sheet
        sheet.append(wrapper);
      };
      into(layer, screen);
      into('print', paper);
      sheet.prepend(new AtRule({ name: 'layer', params: LAYERS.join(', ') }));
    },
  };
}
