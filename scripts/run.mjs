// Runs a tool of node_modules/.bin with the project's own Node and waits for it.
import { spawn, spawnSync } from 'node:child_process';

const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0' };
const shell = process.platform === 'win32';

/** Runs it and shows what it prints; true when it succeeded. */
export function run(tool, args, more = {}) {
  return spawnSync(tool, args, { stdio: 'inherit', shell, env: { ...env, ...more } }).status === 0;
}

/** Runs it and passes on what it prints; resolves to whether it succeeded, whether it said anything, and how it ended. */
export function runAndListen(tool, args) {
  return new Promise((resolve) => {
    const child = spawn(tool, args, { stdio: ['inherit', 'pipe', 'pipe'], shell, env });
    let spoke = false;
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ])
      // prettier-ignore
      from.on('data', (part) => {
        spoke ||= part.toString().trim() !== '';
        to.write(part);
      });
    child.on('error', (error) => resolve({ ok: false, spoke, ended: error.message }));
    child.on('close', (code, signal) => resolve({ ok: code === 0, spoke, ended: signal ?? `exit status ${code}` }));
  });
}
