// Runs a tool of node_modules/.bin beside others.
import { spawn } from 'node:child_process';

/** What it prints is kept until it ends, so that the lines of two do not mix. `more` goes into its environment. */
export function runBeside(tool, args, more = {}) {
  return new Promise((resolve) => {
    const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0', ...more };
    const child = spawn(tool, args, { stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32', env });
    const printed = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => printed.push(chunk));
    child.on('error', (error) => resolve({ ok: false, text: `${tool} could not be started: ${error.message}\n` }));
    child.on('close', (status) => resolve({ ok: status === 0, text: Buffer.concat(printed).toString() }));
  });
}
