/** The watch over a forge of this machine: what each change of a repository, and each fault of a server or a disk, comes to. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readContent } from '../records/reader.ts';
import { called } from './command/call.fixture.ts';
import { command as history } from './history.ts';
import { command } from './watch.ts';
import { fetchInto, makeEmpty } from './watch/fetch.ts';
import { Followed, gitAt, roadmap } from './watch/followed.fixture.ts';
import { Forge } from './watch/forge.fixture.ts';

let temporary = '';
let forge: Forge;
beforeAll(async () => {
  temporary = mkdtempSync(join(tmpdir(), 'watch-'));
  forge = await Forge.open(join(temporary, 'forge'));
});
afterAll(async () => {
  await forge.close();
  rmSync(temporary, { recursive: true });
});

const followed = (): Followed => new Followed(forge, temporary);
const containing = (text: string): string => expect.stringContaining(text) as string;

/** A project that has looked once: what it finds from now on is news. */
async function settled(): Promise<Followed> {
  const it = followed();
  expect(await it.run({}, '--write')).toMatchObject({ status: 1, err: '' });
  return it;
}

describe('what changed', () => {
  test('nothing: the day is noted, and that is no news', async () => {
    const it = await settled();
    expect(it.text('src/records/at-head.txt')).toContain(`orbit-upstream head ${it.first.slice(0, 8)} 2026-01-02 looked 20`);
    expect(it.text('src/upstream/cited-lines.txt').match(/^orbit-upstream/gm)).toHaveLength(2);
    const before = it.files();
    const again = await it.run({}, '--write');
    expect(again).toMatchObject({ status: 0, out: containing('## What did not change'), err: '' });
    expect(again.out).not.toContain('## What changed');
    expect(it.files()).toEqual(before);
  });

  test('a new commit: what it says, what the records are to hold, what became of the cited places', async () => {
    const it = await settled();
    const before = it.files();
    it.write('kernel/main.c', '/* new */\nint turn;\nvoid spin(void) {\n\tturn = 1;\n}\n');
    const second = it.publish('2026-02-03', { 'README.md': roadmap('x', '- [ ] Come back\n') });
    const seen = await it.run({});
    expect(seen).toMatchObject({ status: 1, err: '' });
    for (const line of [
      `- From \`${it.first.slice(0, 8)}\` of 2026-01-02 to \`${second.slice(0, 8)}\` of 2026-02-03, 1 commit ([what changed](${forge.web(it.name)}/compare/${it.first}...${second})).`,
      `  - 2026-02-03 \`${second.slice(0, 7)}\``,
      '    - `Land on the moon: not-started -> complete`',
      '    - `new: Come back, not-started`',
      `    - \`orbit-land\`: \`complete\` on 2026-02-03 (\`${second.slice(0, 7)}\`)`,
      '- cited places: 1 changed, 1 moved',
      `  - changed: \`orbit-upstream ${it.first.slice(0, 7)} README.md 8-8\``,
    ])
      expect(seen.out.split('\n')).toContain(line);
    expect(it.files()).toEqual(before);

    expect(await it.run({}, '--write')).toMatchObject({ status: 1, out: containing('changed  src/content/milestones/orbit-land.yaml'), err: '' });
    expect(it.text('src/content/milestones/orbit-land.yaml')).toContain(`      - { source: orbit-upstream, commit: '${second.slice(0, 7)}', path: README.md, lines: [8, 8] }`);
    expect(it.text('src/content/sources/orbit-upstream.yaml')).toContain(`{ commit: '${second.slice(0, 7)}', date: '2026-02-03', what: 'a version of README.md' }`);
    expect(it.text('src/records/at-head.txt')).toContain(`orbit-upstream ${it.first.slice(0, 7)} kernel/main.c 2-4 moved 3-5`);
    expect(it.text('src/upstream/cited-lines.txt')).toContain(`orbit-upstream ${second.slice(0, 7)} README.md 8-8 `);
    expect(it.text('src/records/history.txt')).toContain('milestones/orbit-land');
    expect(readContent(it.project).problems).toEqual([]);
    // The commands by themselves find nothing that is left to be written.
    expect(await called(history, '--brief', '--project', it.project, join(it.project, '.astro/watch'))).toMatchObject({ status: 0 });
    const written = it.files();
    expect(await it.run({}, '--write')).toMatchObject({ status: 0 });
    expect(it.files()).toEqual(written);
  });

  test('a place that changed and is as it was again', async () => {
    const it = await settled();
    it.publish('2026-02-03', { 'kernel/main.c': 'int turn;\nvoid spin(void) {}\n' });
    await it.run({}, '--write');
    it.publish('2026-02-04', { 'kernel/main.c': 'int turn;\nvoid spin(void) {\n\tturn = 1;\n}\n' });
    expect((await it.run({}, '--write')).out).toContain('- cited places: 1 unchanged again');
    expect(it.text('src/records/at-head.txt')).not.toContain('kernel/main.c');
  });

  test('a force-push: the lost commit is named, and what it showed stays where it was', async () => {
    const it = await settled();
    const hashes = it.text('src/upstream/cited-lines.txt');
    gitAt(it.work, '2026-01-05', 'checkout', '--quiet', '--orphan', 'other');
    it.publish('2026-01-05', { 'README.md': roadmap(' '), 'kernel/main.c': 'int turns;\n' });
    it.push('other:main');
    const { status, out } = await it.run({}, '--write');
    expect(status).toBe(1);
    expect(out).toContain('- **Its branch was rewritten**');
    expect(out).toContain(`- **No branch and no tag leads any more to** 1 cited commit: \`${it.first.slice(0, 7)}\`.`);
    // The copy throws nothing out, so the lines that are cited can still be read.
    expect(out).not.toContain('not in order');
    expect(it.text('src/upstream/cited-lines.txt')).toBe(hashes);
    expect(it.text('src/content/milestones/orbit-land.yaml')).toContain(`commit: ${it.first.slice(0, 7)}`);
    // A copy that is made now lacks the commit; its hashes stay all the same.
    rmSync(it.copy, { recursive: true });
    expect((await it.run({}, '--write')).out).toContain('1 cited commit');
    expect(it.text('src/upstream/cited-lines.txt')).toBe(hashes);
  });

  test('a tracked file that was renamed, and one that is gone', async () => {
    const it = await settled();
    const { files } = { files: it.text('src/content/milestones/orbit-land.yaml') };
    gitAt(it.work, '2026-02-03', 'mv', 'README.md', 'GUIDE.md');
    it.publish('2026-02-03', {});
    expect(await it.run({}, '--write')).toMatchObject({
      status: 2,
      out: containing(': `README.md` was not compared with the records: it is named `GUIDE.md` now, and the record of the source is to say so.'),
    });
    expect(it.text('src/content/milestones/orbit-land.yaml')).toBe(files);
    it.source({ tracked: ['PLAN.md'] });
    expect((await it.run({})).out).toContain('`PLAN.md` was not compared with the records: it is gone.');
    // Under its new name it is followed, and what it was before is cited by its name of then.
    it.source({ tracked: ['GUIDE.md'] });
    const third = it.publish('2026-02-04', { 'GUIDE.md': roadmap('x') });
    expect((await it.run({}, '--write')).status).toBe(1);
    expect(it.text('src/content/milestones/orbit-land.yaml')).toContain(`commit: '${third.slice(0, 7)}', path: GUIDE.md, lines: [8, 8]`);
  });
});
