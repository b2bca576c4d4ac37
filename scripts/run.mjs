// Runs a tool of node_modules/.bin with the project's own Node and waits for it.
import { spawnSync } from 'node:child_process';

const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0' };

/** Runs it and shows what it prints; true when it succeeded. */
export function run(tool, args, more = {}) {
  return spawnSync(tool, args, { stdio: 'inherit', shell: process.platform === 'win32', env: { ...env, ...more } }).status === 0;
}
