import { describe, expect, test } from 'vitest';
import { preprocessCSS, resolveConfig } from 'vite';
import { layerOf, layers } from './layers.ts';

const root = '/site';
const ORDER = '@layer starlight, tokens, base, components, pages, print;';
const config = await resolveConfig({ configFile: false, css: { postcss: { plugins: [layers(root)] } } }, 'build');
const layered = async (file: string, css: string): Promise<string> =>
  (await preprocessCSS(css, `${root}/${file}`, config)).code
    .replace(/\s*([{};])\s*/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();

test.each([
  ['src/styles/tokens.css', 'tokens'],
  ['src/styles/fonts.css', 'tokens'],
  ['src/styles/prose.css', 'base'],
  ['src/components/spec/Rule.astro?astro&type=style&index=0&lang.css', 'components'],
  ['src/mechanisms/orbit/turn/view.css', 'components'],
  ['src/drawing/dial.css', 'components'],
  ['src/pages/rules/index.astro?astro&type=style', 'pages'],
  ['node_modules/x/y.css', undefined],
  ['../other/src/styles/a.css', undefined],
])('%s lies in the layer %s', (file, layer) => {
  expect(layerOf(`${root}/${file}`, root)).toBe(layer);
});

describe('a style sheet', () => {
  test('is put into its layer, behind the order of all layers', async () => {
    expect(await layered('src/components/a.css', '.a { top: 0; }')).toBe(`${ORDER}@layer components{.a{top: 0;}}`);
  });

  test('has what is for paper in the last layer', async () => {
    const css = '.a { top: 0; } @media print { .a { top: 1px; } } @media (width < 10rem) { .a { top: 2px; } }';
    expect(await layered('src/pages/a.css', css)).toBe(
      `${ORDER}@layer pages{.a{top: 0;}@media (width < 10rem){.a{top: 2px;}}}@layer print{@media print{.a{top: 1px;}}}`,
    );
  });

  test('stays as it is when it lies in a layer already, or is not ours', async () => {
    const once = await layered('src/styles/a.css', '.a { top: 0; }');
    expect(await layered('src/styles/a.css', once)).toBe(once);
    expect(await layered('node_modules/a.css', '.a { top: 0; }')).toBe('.a{top: 0;}');
  });
});
