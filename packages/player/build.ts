/**
 * npm run package: makes the package for other sites in packages/player/dist. With `--keep` it also keeps the faces as text and tells the sizes
 * in sizes.json and in the README; it refuses while the faces have changed and the version was not raised.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { mechanismIds } from '../../src/mechanisms/registry.ts';
import { declarations } from './build/declarations.ts';
import { facesText, keptText, wanting } from './build/faces.ts';
import { tellSizes, toldSizes } from './build/readme.ts';
import { buildScripts } from './build/scripts.ts';
import { sizesOf } from './build/sizes.ts';

const here = import.meta.dirname;
const root = join(here, '../..');
const dist = join(here, 'dist');
const at = (name: string): string => join(here, name);

await buildScripts(root, dist);
const types = declarations(root);
for (const [name, text] of types) {
  mkdirSync(dirname(join(dist, name)), { recursive: true });
  writeFileSync(join(dist, name), text);
}
copyFileSync(join(root, 'LICENSE'), at('LICENSE'));

if (process.argv.includes('--keep')) keep();

function keep(): void {
  const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8')) as { version: string };
  const faces = facesText(types);
  const kept = existsSync(at('faces.txt')) ? readFileSync(at('faces.txt'), 'utf8') : keptText(version, faces);
  const wants = wanting(kept, faces, version);
  if (wants?.includes('raise the version')) {
    console.error(wants);
    process.exitCode = 1;
    return;
  }
  writeFileSync(at('faces.txt'), keptText(version, faces));
  const told = toldSizes(sizesOf(dist, mechanismIds));
  writeFileSync(at('sizes.json'), `${JSON.stringify(told, undefined, 2)}\n`);
  writeFileSync(at('README.md'), tellSizes(readFileSync(at('README.md'), 'utf8'), told));
}
