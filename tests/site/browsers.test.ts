/** What is sent to a browser uses no built-in that the oldest supported browsers lack; the README names them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dist, root } from './built-site.ts';

/** Built-ins that Chrome 120, Firefox 121 or Safari 17.2 lack. The bundler lowers syntax, and leaves these as they are. */
const tooNew =
  /\b(?:Map|Object)\.groupBy\(|\.(?:union|intersection|difference|symmetricDifference|isDisjointFrom)\(|Promise\.(?:withResolvers|try)\b|Array\.fromAsync\b|RegExp\.escape\b|\bIterator\.from\b|\.(?:values|keys|entries)\(\)\.(?:map|filter|some|every|find|reduce|flatMap|toArray|take|drop)\(/;

test('S3: no script of the site calls a built-in that a supported browser lacks', () => {
  const folder = join(dist, '_astro');
  const scripts = readdirSync(folder).filter((file) => file.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(20);
  const wrong = scripts.flatMap((file) => {
    const found = tooNew.exec(readFileSync(join(folder, file), 'utf8'));
    return found ? [`${file}: ${found[0]}`] : [];
  });
  expect(wrong).toEqual([]);
});

test('the supported browsers are those that the site is built for', () => {
  const targets = /const browsers = \[([^\]]+)\]/.exec(readFileSync(join(root, 'astro.config.mjs'), 'utf8'))?.[1] ?? '';
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const named = [...targets.matchAll(/'([a-z]+)([\d.]+)'/g)].map(([, name = '', version = '']) => `${name} ${version}`);
  expect(named).toHaveLength(4);
  for (const each of named) expect(readme.toLowerCase()).toContain(each);
});
