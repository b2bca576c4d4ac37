// npm start: builds the site and serves it.
import { existsSync } from 'node:fs';
import { alone } from './alone.mjs';
import { buildCommand } from './build.mjs';
import { run, runAndListen } from './run.mjs';

const waiting = () => console.log('Waiting for another npm start that builds the site.');
const isThere = await alone('build', process.cwd(), (waited) => (waited && existsSync('dist/index.html')) || build(), waiting);
if (!isThere) process.exit(1);
// Astro prints the address, and takes the next free port when 4321 is taken.
process.exitCode = run('astro', ['preview', ...process.argv.slice(2)]) ? 0 : 1;

async function build() {
  console.log('Building the site.');
  const { ok, spoke, ended } = await runAndListen('node', [...buildCommand, '--silent']);
  if (!ok)
    console.error(
      spoke
        ? 'The site could not be built: the lines above say why.'
        : `The site could not be built, and the build did not say why (${ended}). npx astro build says more.`,
    );
  return ok;
}
