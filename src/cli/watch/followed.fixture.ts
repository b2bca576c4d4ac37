/** Orbit's repository on a forge of this machine, and a project that follows it; for the tests of the watch. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { stringify } from 'yaml';
import { cited, milestone, readme, rule, system, upstream } from '../../facts/entries.fixture.ts';
import type { Entry } from '../../facts/entries.ts';
import { called, type Called } from '../command/call.fixture.ts';
import { watchWith } from '../watch.ts';
import { Forge } from './forge.fixture.ts';
import { rules, type Rules } from './rules.ts';

/** Matches a text with these words in it. */
export const containing = (words: string): string => expect.stringContaining(words) as string;

export const roadmap = (land: string, more = ''): string =>
  `# Orbit\n\nA system that turns.\n\n## Roadmap\n\n- [x] Turn around\n- [${land}] Land on the moon\n${more}`;

/** Runs git in a folder, on a day. */
export function gitAt(folder: string, day: string, ...args: string[]): string {
  const at = `${day}T12:00:00Z`;
  const env = { PATH: process.env['PATH'], HOME: folder, GIT_CONFIG_NOSYSTEM: '1', GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at };
  const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
  const { status, stdout, stderr } = spawnSync('git', [...identity, ...args], { cwd: folder, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout.trim();
}

export class Followed {
  readonly forge: Forge;
  /** `orbit-os/orbit7`: each has a name of its own on the forge. */
  readonly name: string;
  /** Where its commits are made. */
  readonly work: string;
  /** The project with the records. */
  readonly project: string;
  /** Its first commit, of 2026-01-02. */
  readonly first: string;

  /** `like`: it begins as a copy of that, with what has been looked at. */
  constructor(forge: Forge, temporary: string, like?: Followed) {
    const folder = mkdtempSync(join(temporary, 'followed-'));
    this.forge = forge;
    this.name = `orbit-os/orbit-${folder.slice(-6)}`;
    this.work = join(folder, 'work');
    this.project = join(folder, 'project');
    if (like) {
      this.first = like.first;
      this.#become(like);
      return;
    }
    mkdirSync(this.work);
    gitAt(this.work, '2026-01-02', 'init', '--quiet', '--initial-branch=main');
    this.write('kernel/main.c', 'int turn;\nvoid spin(void) {\n\tturn = 1;\n}\n');
    this.first = this.commit('2026-01-02', { 'README.md': roadmap(' ') });
    mkdirSync(dirname(this.served), { recursive: true });
    gitAt(folder, '2026-01-02', 'clone', '--quiet', '--bare', this.work, this.served);
    this.#makeProject();
  }

  /** The repository as the forge has it. */
  get served(): string {
    return this.forge.directory(this.name);
  }

  /** The copy that the watch keeps of it. */
  get copy(): string {
    return join(this.project, '.astro/watch', this.name.replace('/', '+'), 'repo');
  }

  write(path: string, text: string | Buffer): void {
    mkdirSync(dirname(join(this.work, path)), { recursive: true });
    writeFileSync(join(this.work, path), text);
  }

  /** Commits these files, and all that was written; returns the whole id. */
  commit(day: string, files: Readonly<Record<string, string | Buffer>> = {}): string {
    for (const [path, text] of Object.entries(files)) this.write(path, text);
    gitAt(this.work, day, 'add', '--all');
    gitAt(this.work, day, 'commit', '--quiet', '--message', `of ${day}`);
    return gitAt(this.work, day, 'rev-parse', 'HEAD');
  }

  /** Brings what was committed onto the forge. */
  push(...refs: string[]): void {
    gitAt(this.work, '2026-01-02', 'push', '--quiet', '--force', this.served, ...(refs.length > 0 ? refs : ['main']));
  }

  /** Commits and pushes. */
  publish(day: string, files: Readonly<Record<string, string | Buffer>>): string {
    const commit = this.commit(day, files);
    this.push();
    return commit;
  }

  /** A copy of files is quicker than all that led to them. */
  #become(like: Followed): void {
    const copy = (from: string, to: string): void => cpSync(from, to, { recursive: true });
    copy(like.work, this.work);
    copy(like.served, this.served);
    copy(join(like.project, 'src'), join(this.project, 'src'));
    copy(like.copy, this.copy);
    this.source({});
  }

  #makeProject(): void {
    const commit = this.first.slice(0, 7);
    const at = (path: string, lines: [number, number]) => ({ source: 'orbit-upstream', commit, path, lines });
    this.record(system({ upstream: [{ asOf: 'undated', state: 'active', text: 'It is worked on.', cite: [cited()] }] }));
    this.record(readme());
    this.source({});
    this.record(rule('orbit.turn', { statement: 'It must turn.', cite: [at('kernel/main.c', [2, 4])] }));
    const status = [{ asOf: '2026-01-02', status: 'not-started' as const, cite: [at('README.md', [8, 8])] }];
    this.record(milestone('orbit-land', { title: 'Land on the moon', status }));
    for (const folder of ['records', 'upstream']) mkdirSync(join(this.project, 'src', folder), { recursive: true });
  }

  record({ file, data }: Pick<Entry, 'file' | 'data'>): void {
    mkdirSync(dirname(join(this.project, file)), { recursive: true });
    writeFileSync(join(this.project, file), stringify(data));
  }

  /** Writes the record of the repository's source. */
  source(more: Parameters<typeof upstream>[0]): void {
    const commits = [{ commit: this.first.slice(0, 7), date: '2026-01-02', what: 'the tree' }];
    this.record(upstream({ web: this.forge.web(this.name), tracked: ['README.md'], commits, ...more }));
  }

  /** What a fetch may cost here: a name and a certificate lead to the forge of this machine. */
  limits(more: Partial<Rules> = {}): Rules {
    return { ...rules, settings: [this.forge.resolved, this.forge.trusted], ...more };
  }

  run(limits: Partial<Rules>, ...args: string[]): Promise<Called> {
    return called(watchWith(this.limits(limits)), '--project', this.project, ...args);
  }

  /** All files of the project but the copies, by their paths. */
  files(): Map<string, string> {
    const src = join(this.project, 'src');
    const paths = readdirSync(src, { recursive: true }).map(String).sort();
    return new Map(paths.flatMap((it) => (statSync(join(src, it)).isFile() ? [[it, readFileSync(join(src, it), 'utf8')] as const] : [])));
  }

  text(file: string): string {
    return readFileSync(join(this.project, file), 'utf8');
  }

  /** Takes the repository off the forge. */
  vanish(): void {
    renameSync(this.served, `${this.served}-gone`);
  }

  /** Puts a copy of the served repository where `--from` finds it; returns the folder. */
  atHand(): string {
    const folder = join(dirname(this.project), 'at-hand');
    rmSync(folder, { recursive: true, force: true });
    cpSync(this.served, join(folder, this.name.replace('/', '+'), 'repo'), { recursive: true });
    return folder;
  }
}

/** A forge for the tests of one file, and projects that follow repositories on it. */
export class Watched {
  readonly temporary = mkdtempSync(join(tmpdir(), 'watch-'));
  #forge: Forge | undefined;
  #first: Followed | undefined;

  constructor() {
    beforeAll(async () => {
      this.#forge = await Forge.open(join(this.temporary, 'forge'));
    });
    afterAll(async () => {
      await this.forge.close();
      rmSync(this.temporary, { recursive: true });
    });
  }

  get forge(): Forge {
    return this.#forge!;
  }

  /** One that was never looked at. */
  followed(): Followed {
    return new Followed(this.forge, this.temporary);
  }

  /** One that was looked at: what is found from now on is news. */
  async settled(): Promise<Followed> {
    if (!this.#first) {
      this.#first = this.followed();
      expect(await this.#first.run({}, '--write')).toMatchObject({ status: 1, err: '' });
    }
    return new Followed(this.forge, this.temporary, this.#first);
  }
}
