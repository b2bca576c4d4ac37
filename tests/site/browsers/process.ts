/** Programs that a test starts and ends: a browser, its driver, a screen. */
import { spawn, type ChildProcess } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

/** The first of some programs that is installed, as a path. */
export function installed(...names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(':');
  const paths = names.flatMap((name) => (name.startsWith('/') ? [name] : folders.map((folder) => join(folder, name))));
  return paths.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

interface Started {
  /** What the pattern found in what it printed. */
  readonly said: RegExpExecArray;
  end(): Promise<void>;
}

/** Starts a program and waits until it prints what the pattern finds. Throws, with what it printed, when it ends before. */
export function start(path: string, args: readonly string[], ready: RegExp, env: NodeJS.ProcessEnv = {}): Promise<Started> {
  const child: ChildProcess = spawn(path, args, { stdio: ['ignore', 'pipe', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const end = async (): Promise<void> => {
    child.kill();
    await ended;
  };
  return new Promise((resolve, reject) => {
    let printed = '';
    for (const stream of child.stdio.slice(1))
      stream?.on('data', (chunk: Buffer) => {
        printed += chunk.toString();
        const said = ready.exec(printed);
        if (said) resolve({ said, end });
      });
    child.once('error', reject);
    child.once('exit', (status) => reject(new Error(`${path} ended with ${status} before it was ready:\n${printed}`)));
  });
}
