/**
 * One fetch into a bare git directory. Git runs without a shell, with nothing of the caller's environment but the search path and the
 * proxies, without any configuration of a user or of the system, and with a home in which there are no passwords. It asks nobody, runs no
 * hook, follows no redirect and no submodule, speaks https alone, and is ended when it takes too long or too much.
 *
 * All of a repository is fetched. A shallow copy lacks the commits that are cited; one without contents asks for them when they are read,
 * and a copy that is read must not fetch (`repositories/git.ts`); and without contents Git does not see that a file was renamed.
 */
import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { tooLarge, tooLong, whyOf } from './failure.ts';
import type { Rules } from './rules.ts';

/** Where the copy keeps what the repository shows first: its HEAD leads here. */
const shownFirst = 'refs/watch/head';

export interface Failure {
  readonly says: string;
  /** What Git printed, for whoever looks for the reason. */
  readonly printed: string;
}

const refs = [`+HEAD:${shownFirst}`, '+refs/heads/*:refs/heads/*', '+refs/tags/*:refs/tags/*'];
const options = [
  '--quiet',
  '--force',
  '--prune',
  // All of the branches, or none: a fetch that ends early leaves them as they were.
  '--atomic',
  '--no-tags',
  '--no-recurse-submodules',
  '--no-auto-maintenance',
  '--no-write-fetch-head',
];

const settingsOf = (rules: Rules): string[] => [
  `core.hooksPath=${devNull}`,
  // Nothing is ever thrown out: a commit that no branch leads to any more may be cited.
  'gc.auto=0',
  'maintenance.auto=false',
  // What is large goes to the disk as it comes, and not through memory.
  'core.bigFileThreshold=4m',
  'fetch.unpackLimit=1',
  'pack.threads=1',
  'credential.helper=',
  'core.askPass=',
  'transfer.bundleURI=false',
  'http.followRedirects=false',
  'http.sslVerify=true',
  `http.lowSpeedLimit=${rules.leastBytesASecond}`,
  `http.lowSpeedTime=${rules.slowSeconds}`,
  ...rules.settings,
];

const proxies = ['https_proxy', 'HTTPS_PROXY', 'no_proxy', 'NO_PROXY'];

const environment = (home: string): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  HOME: home,
  XDG_CONFIG_HOME: home,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: devNull,
  GIT_ALLOW_PROTOCOL: 'https',
  GIT_TERMINAL_PROMPT: '0',
  LC_ALL: 'C',
  ...Object.fromEntries(proxies.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))),
});

/** Makes a bare git directory with nothing in it, not even hooks. */
export const makeEmpty = async (directory: string, rules: Rules): Promise<Failure | undefined> =>
  (await run(['init', '--quiet', '--bare', '--template=', directory], directory, rules)) ??
  (await run([`--git-dir=${directory}`, 'symbolic-ref', 'HEAD', shownFirst], directory, rules));

/** Brings branches and tags up to what they are at an address. Undefined where it did. */
export const fetchInto = (directory: string, address: string, rules: Rules): Promise<Failure | undefined> =>
  run(
    [`--git-dir=${directory}`, ...settingsOf(rules).flatMap((it) => ['-c', it]), 'fetch', ...options, '--', address, ...refs],
    directory,
    rules,
  );

/** How often it is looked whether the copy has grown too large. */
const everyMilliseconds = 100;
const mostPrinted = 8_192;

function run(args: readonly string[], directory: string, rules: Rules): Promise<Failure | undefined> {
  return new Promise((resolve) => {
    const before = sizeOf(directory);
    // A group of its own, so that what Git started ends with it.
    const git = spawn(rules.git, args, { env: environment(directory), stdio: ['ignore', 'ignore', 'pipe'], detached: true });
    let [printed, ended] = ['', undefined as string | undefined];
    const end = (why: string): void => {
      ended ??= why;
      killGroup(git.pid);
    };
    const limit = setTimeout(() => end(tooLong(rules.mostMilliseconds)), rules.mostMilliseconds);
    const look = setInterval(() => {
      if (sizeOf(directory) - before > rules.mostBytes) end(tooLarge(rules.mostBytes));
    }, everyMilliseconds);
    remember(git.pid);
    const done = (failure: Failure | undefined): void => {
      clearTimeout(limit);
      clearInterval(look);
      forget(git.pid);
      resolve(failure);
    };
    git.stderr.on('data', (bytes: Buffer) => (printed = `${printed}${bytes.toString('utf8')}`.slice(-mostPrinted)));
    git.on('error', (error) => done({ says: 'Git is not installed, and the repositories are fetched with it.', printed: error.message }));
    git.on('close', (status) => {
      // A fetch may end by itself with more than was looked at last.
      if (status === 0 && sizeOf(directory) - before > rules.mostBytes) ended ??= tooLarge(rules.mostBytes);
      done(status === 0 && ended === undefined ? undefined : { says: ended ?? whyOf(printed), printed });
    });
  });
}

/** What runs now. A key that ends this process reaches this group alone, so the others are ended from here. */
const running = new Set<number>();
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const endAll = (): void => running.forEach(killGroup);
const leave = (): void => process.exit(2);

function remember(leader: number | undefined): void {
  if (leader === undefined) return;
  if (running.size === 0) {
    process.on('exit', endAll);
    for (const it of signals) process.on(it, leave);
  }
  running.add(leader);
}

function forget(leader: number | undefined): void {
  if (leader === undefined || !running.delete(leader) || running.size > 0) return;
  process.off('exit', endAll);
  for (const it of signals) process.off(it, leave);
}

function killGroup(leader: number | undefined): void {
  try {
    if (leader !== undefined) process.kill(-leader, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** Bytes of the packs of a copy, those that are still being written among them. */
function sizeOf(directory: string): number {
  const folder = join(directory, 'objects/pack');
  try {
    return readdirSync(folder).reduce((sum, name) => sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0), 0);
  } catch {
    return 0;
  }
}
