// Runs a tool of node_modules/.bin with the project's own Node.
import { spawn, spawnSync } from 'node:child_process';

const settings = (more) => ({
  shell: process.platform === 'win32',
  env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0', ...more },
});

/** Runs it, shows what it prints and waits for it; true when it succeeded. */
export function run(tool, args, more = {}) {
  return spawnSync(tool, args, { stdio: 'inherit', ...settings(more) }).status === 0;
}

/** Runs it beside others: what it prints is kept until it ends, so that their lines do not mix. */
export function runBeside(tool, args, more = {}) {
  return new Promise((resolve) => {
    const child = spawn(tool, args, { stdio: ['ignore', 'pipe', 'pipe'], ...settings(more) });
    const printed = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => printed.push(chunk));
    child.on('error', (error) => resolve({ ok: false, text: `${tool} could not be started: ${error.message}\n` }));
    child.on('close', (status) => resolve({ ok: status === 0, text: Buffer.concat(printed).toString() }));
  });
}
