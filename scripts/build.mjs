// npm run build: the site. Young objects have more room than usual: rendering makes so many that a sixth of the time went into
// collecting them (processor time 35 to 38 s with 16 MiB, 30 to 31 s with 64).
import { pathToFileURL } from 'node:url';
import { run } from './run.mjs';

/** What `node` is told to build the site. */
export const buildCommand = ['--max-semi-space-size=64', 'node_modules/astro/bin/astro.mjs', 'build'];

if (import.meta.url === pathToFileURL(process.argv[1]).href)
  process.exitCode = run('node', [...buildCommand, ...process.argv.slice(2)]) ? 0 : 1;
