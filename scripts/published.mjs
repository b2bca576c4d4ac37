// The build below a path: the tests read it beside the one at the root of a host, and it is what the workflow publishes.
// Run by itself it builds that site.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildCommand } from './build.mjs';
import { run } from './run.mjs';

/** Where it lies, from the root of the project. */
export const folder = join('.astro', 'published');

/** Where it will be: the workflow names its own host and path, and any other run of the tests these. */
export const origin = (process.env.PUBLISH_SITE_URL || 'https://site.test').replace(/\/$/, '');
export const base = `/${process.env.PUBLISH_BASE_PATH || 'orrery'}/`.replace(/\/+/g, '/');

/** The repository whose pages are edited and in which mistakes are reported: the workflow names its own. */
export const repository = (process.env.PUBLISH_REPOSITORY_URL || 'https://forge.test/orrery/orrery').replace(/\/$/, '');

/** What such a build is told. */
export const env = { SITE_URL: origin, BASE_PATH: base, REPOSITORY_URL: repository };

if (import.meta.url === pathToFileURL(process.argv[1]).href)
  process.exitCode = run('node', [...buildCommand, '--silent', '--outDir', folder], env) ? 0 : 1;
