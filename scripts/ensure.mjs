// Installs the packages when they are missing or were installed from another lockfile.
// Plain JavaScript for Node 20: it runs before the Node that the project brings along is there.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const [major] = process.versions.node.split('.').map(Number);
if (major < 20) {
  console.error(`Orrery needs Node 20 or newer, and this is ${process.version}: install a newer one and run the command again.`);
  process.exit(1);
}

const stamp = 'node_modules/.orrery-stamp';
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).update(`${process.platform} ${process.arch}`).digest('hex');
const there = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';

if (there !== wanted) {
  console.log('Installing the packages, which takes about a minute the first time.');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, error } = npm
    ? spawnSync(process.execPath, [npm, ...args], { stdio: 'inherit' })
    : spawnSync('npm', args, { stdio: 'inherit', shell: true });
  if (status !== 0) {
    console.error(
      `The packages could not be installed${error ? ` (${error.message})` : ''}: check the connection and run the command again.`,
    );
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}
