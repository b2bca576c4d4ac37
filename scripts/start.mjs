// npm start: builds the site and serves it.
import { run } from './run.mjs';

console.log('Building the site.');
if (!run('astro', ['build', '--silent'])) {
  console.error('The site could not be built: the lines above say why.');
  process.exit(1);
}
// Astro prints the address, and takes the next free port when 4321 is taken.
process.exitCode = run('astro', ['preview', ...process.argv.slice(2)]) ? 0 : 1;
