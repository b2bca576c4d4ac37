/** The styles of the built site: what is written is there, whatever the bundler thinks of it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mechanismIds } from '../../src/mechanisms/registry.ts';
import { dist, named, readSite, root, textOf } from './built-site.ts';

const site = readSite(dist);

/** A picture that is drawn with shared parts alone has no style of its own. */
const styled = mechanismIds.filter((id) => existsSync(join(root, 'src/mechanisms', id, 'view.css')));

test.each(styled)('a page with %s has the style of its picture', (id) => {
  const source = readFileSync(join(root, 'src/mechanisms', id, 'view.css'), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const classes = [...new Set([...source.matchAll(/\.([a-z][\w-]*)(?=[^{}]*\{)/g)].map(([, name]) => name!))];
  const page = site.pages.find(({ address }) => address === `simulations/${id}/`)!;
  const own = named(page, 'style').map(textOf).join('');
  expect(classes.length).toBeGreaterThan(1);
  expect(classes.filter((name) => !own.includes(`.${name}`))).toEqual([]);
  expect(own, 'in the layer of its folder').toMatch(/@layer components ?\{/);
});

test('every folder of the source but the engine may have side effects', () => {
  const { sideEffects } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { sideEffects: string[] };
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((it) => it.isDirectory() && it.name !== 'engine');
  for (const { name } of folders) expect(sideEffects).toContain(`./src/${name}/**`);
});
