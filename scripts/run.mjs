// Runs a tool of node_modules/.bin with the project's own Node and waits for it.
import { spawnSync } from 'node:child_process';

const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0' };

/** Runs it and shows what it prints; true when it succeeded. */
export function run(tool, args, more = {}) {
  return spawnSync(tool, args, { stdio: 'inherit', shell: process.platform === 'win32', env: { ...env, ...more } }).status === 0;
}

/** Runs it and returns what it printed. */
export function read(tool, args, more = {}) {
  const { status, stdout, stderr } = spawnSync(tool, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    shell: process.platform === 'win32',
    env: { ...env, ...more },
  });
  return { ok: status === 0, stdout, stderr };
}
