/** Orbit's repository of two commits, and a project that cites it, in a temporary folder; for the tests of the command. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { stringify } from 'yaml';
import { cited, readme, rule, system, upstream } from '../../facts/entries.fixture.ts';
import type { Citation } from '../../schemas/evidence.ts';
import { command } from '../citations.ts';
import { called, type Called } from '../command/call.fixture.ts';

export function write(path: string, text: string | Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

export function git(folder: string, ...args: string[]): string {
  const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
  const { status, stdout, stderr } = spawnSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' });
  expect([status, stderr.includes('fatal')]).toEqual([0, false]);
  return stdout.trim();
}

/** The numbers of the sum: statements, citations, in a repository, from single files, not here, problems, without lines or mark. */
export const sum = (out: string): number[] | undefined => /^orbit((?: +\d+)+)$/m.exec(out)?.[1]!.trim().split(/ +/).map(Number);

/** It cites no repository, so that only the rules do. */
const aSystem = system({ upstream: [{ asOf: 'undated', state: 'active', text: 'It is worked on.', cite: [cited()] }] });

/** A repository for the tests of one file, and an empty project for each of them. */
export class Orbit {
  readonly temporary = mkdtempSync(join(tmpdir(), 'orrery-citations-'));
  /** The folder that the command is given. */
  readonly repositories = join(this.temporary, 'repositories');
  readonly directory = join(this.repositories, 'orbit-os+orbit', 'repo');
  /** The two commits. */
  first = '';
  second = '';
  project = '';

  constructor() {
    beforeAll(() => this.#makeRepository());
    beforeEach(() => {
      this.project = this.folder('project-');
      mkdirSync(join(this.project, 'src/upstream'), { recursive: true });
    });
    afterAll(() => rmSync(this.temporary, { recursive: true }));
  }

  #makeRepository(): void {
    const work = join(this.temporary, 'work');
    mkdirSync(work);
    git(work, 'init', '--quiet', '--initial-branch=main');
    const body = ['int turn;', 'void spin(void) {', '\tturn = 1;', '}', '\u001b[2Jhidden\u202e'];
    write(join(work, 'kernel/main.c'), `${body.join('\n')}\n`);
    write(join(work, 'kernel/gone.c'), 'gone\n');
    write(join(work, 'large.bin'), Buffer.alloc(5 * 1024 * 1024, 120));
    git(work, 'add', '.');
    git(work, 'commit', '--quiet', '-m', 'one');
    this.first = git(work, 'rev-parse', 'HEAD');
    const changed = body.join('\n').replace('\tturn = 1;', '    turn  = 1;').replace('int turn', 'int turns');
    write(join(work, 'kernel/main.c'), `/* new */\n${changed}\n`);
    rmSync(join(work, 'kernel/gone.c'));
    git(work, 'add', '.');
    git(work, 'commit', '--quiet', '-m', 'two');
    this.second = git(work, 'rev-parse', 'HEAD');
    git(work, 'branch', 'abcdef9');
    mkdirSync(dirname(this.directory), { recursive: true });
    git(this.temporary, 'clone', '--quiet', '--bare', work, this.directory);
  }

  /** A new empty folder. */
  folder(name = 'folder-'): string {
    return mkdtempSync(join(this.temporary, name));
  }

  /** A citation of the first commit. */
  at(more: object, path = 'kernel/main.c', commit = this.first): object {
    return { source: 'orbit-upstream', commit: commit.slice(0, 7), path, ...more };
  }

  /** Writes a project whose rules carry these citations; `web` is the address of the repository. */
  records(cites: Record<string, readonly object[]>, web = 'https://example.org/orbit-os/orbit'): void {
    const known = [this.first, this.second, 'abcdef9999', 'eeeeee1'];
    const commits = known.map((it) => ({ commit: it.slice(0, 7), date: '2026-01-02', what: 'a tree' }));
    const rules = Object.entries(cites).map(([id, cite]) => rule(`orbit.${id}`, { statement: `It must ${id}.`, cite: cite as Citation[] }));
    for (const { file, data } of [aSystem, readme(), upstream({ web, commits }), ...rules])
      write(join(this.project, file), stringify(data));
  }

  run(...args: string[]): Promise<Called> {
    return called(command, '--project', this.project, ...args);
  }
}
