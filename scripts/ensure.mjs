// Installs the packages when they are missing or are not those of the lockfile.
// Plain JavaScript for Node 20: it runs before the Node that the project brings along is there.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { alone } from './alone.mjs';
import { firstMissing } from './installed.mjs';

const [major] = process.versions.node.split('.').map(Number);
if (major < 20) {
  console.error(`Orrery needs Node 20 or newer, and this is ${process.version}: install a newer one and run the command again.`);
  process.exit(1);
}
const folder = process.cwd();
const odd = /[#?]/.exec(folder)?.[0];
if (odd) {
  console.error(`The path of this folder, ${folder}, has a '${odd}' in it, and Astro cannot build below it: move or rename the folder.`);
  process.exit(1);
}

if (firstMissing(folder) !== undefined)
  process.exitCode = await alone('install', folder, install, () => console.log('Waiting for another process that installs the packages.'));

/** Returns the exit status. Packages that are there stay there when it fails: npm install puts them back, npm ci would not. */
function install() {
  if (firstMissing(folder) === undefined) return 0;
  console.log('Installing the packages, which takes about a minute the first time.');
  const npm = process.env.npm_execpath;
  const how = existsSync('node_modules') ? ['install', '--no-save'] : ['ci'];
  const args = [...how, '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, error } = npm
    ? spawnSync(process.execPath, [npm, ...args], { stdio: 'inherit' })
    : spawnSync('npm', args, { stdio: 'inherit', shell: true });
  const missing = firstMissing(folder);
  if (status === 0 && missing === undefined) return 0;
  const why = error ? ` (${error.message})` : status === 0 ? ` (${missing} is still missing)` : '';
  console.error(
    `The packages could not be installed${why}: check the connection and run the command again, or run npm ci for a fresh start.`,
  );
  return 1;
}
