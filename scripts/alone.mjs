// One process at a time: two that install or build in one folder would pull the files from under each other.
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Does `work` while no other process of this project does work of the same name. `waited` is true when another one did it first; `says` is
 * called once before waiting.
 */
export async function alone(name, folder, work, says = () => {}) {
  const lock = join(tmpdir(), `orrery-${name}-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`);
  let waited = false;
  while (!taken(lock)) {
    if (!waited) says();
    waited = true;
    await pause(200);
  }
  try {
    return await work(waited);
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Takes the lock; one that a dead process left behind is taken away first. */
function taken(lock) {
  try {
    writeFileSync(lock, `${process.pid}`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isAlive(lock)) rmSync(lock, { force: true });
    return false;
  }
}

function isAlive(lock) {
  let pid;
  try {
    pid = Number(readFileSync(lock, 'utf8'));
  } catch {
    return false;
  }
  if (!(pid > 0)) return true; // it is just being written
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
