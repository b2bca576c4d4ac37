/** The watch over a forge of this machine: what each change of a repository comes to, and how it is told and written. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cited, system } from '../facts/entries.fixture.ts';
import { readContent } from '../records/reader.ts';
import { called } from './command/call.fixture.ts';
import { command as history } from './history.ts';
import { command } from './watch.ts';
import { containing, gitAt, roadmap, Watched } from './watch/followed.fixture.ts';
import { code, cutAt } from './watch/quoted.ts';
import { rules } from './watch/rules.ts';

const watched = new Watched();

describe('what changed', () => {
  test('nothing: the day is noted, and that is no news', async () => {
    const it = await watched.settled();
    expect(it.text('src/records/at-head.txt')).toContain(`orbit-upstream head ${it.first.slice(0, 8)} 2026-01-02 looked 20`);
    expect(it.text('src/upstream/cited-lines.txt').match(/^orbit-upstream/gm)).toHaveLength(2);
    const before = it.files();
    const again = await it.run({}, '--write');
    expect(again).toMatchObject({ status: 0, out: containing('## What did not change'), err: '' });
    expect(again.out).not.toContain('## What changed');
    expect(it.files()).toEqual(before);
  });

  test('a new commit: what it says, what the records are to hold, what became of the cited places', async () => {
    const it = await watched.settled();
    const before = it.files();
    it.write('kernel/main.c', '/* new */\nint turn;\nvoid spin(void) {\n\tturn = 1;\n}\n');
    const second = it.publish('2026-02-03', { 'README.md': roadmap('x', '- [ ] Come back\n') });
    const seen = await it.run({});
    expect(seen).toMatchObject({ status: 1, err: '' });
    for (const line of [
      `- From \`${it.first.slice(0, 8)}\` of 2026-01-02 to \`${second.slice(0, 8)}\` of 2026-02-03, 1 commit ([what changed](${watched.forge.web(it.name)}/compare/${it.first}...${second})).`,
      `  - 2026-02-03 \`${second.slice(0, 7)}\``,
      '    - `Land on the moon: not-started -> complete`',
      '    - `new: Come back, not-started`',
      `    - \`orbit-land\`: \`complete\` on 2026-02-03 (\`${second.slice(0, 7)}\`)`,
      '- cited places: 1 changed, 1 moved',
      `  - changed: \`orbit-upstream ${it.first.slice(0, 7)} README.md 8-8\``,
    ])
      expect(seen.out.split('\n')).toContain(line);
    expect(it.files()).toEqual(before);

    expect(await it.run({}, '--write')).toMatchObject({
      status: 1,
      out: containing('changed  src/content/milestones/orbit-land.yaml'),
      err: '',
    });
    expect(it.text('src/content/milestones/orbit-land.yaml')).toContain(
      `      - { source: orbit-upstream, commit: '${second.slice(0, 7)}', path: README.md, lines: [8, 8] }`,
    );
    expect(it.text('src/content/sources/orbit-upstream.yaml')).toContain(
      `{ commit: '${second.slice(0, 7)}', date: '2026-02-03', what: 'a version of README.md' }`,
    );
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
    const it = await watched.settled();
    it.publish('2026-02-03', { 'kernel/main.c': 'int turn;\nvoid spin(void) {}\n' });
    await it.run({}, '--write');
    it.publish('2026-02-04', { 'kernel/main.c': 'int turn;\nvoid spin(void) {\n\tturn = 1;\n}\n' });
    expect((await it.run({}, '--write')).out).toContain('- cited places: 1 unchanged again');
    expect(it.text('src/records/at-head.txt')).not.toContain('kernel/main.c');
  });

  test('a force-push: the lost commit is named, and what it showed stays where it was', async () => {
    const it = await watched.settled();
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
    const it = await watched.settled();
    const { files } = { files: it.text('src/content/milestones/orbit-land.yaml') };
    gitAt(it.work, '2026-02-03', 'mv', 'README.md', 'GUIDE.md');
    it.publish('2026-02-03', {});
    expect(await it.run({}, '--write')).toMatchObject({
      status: 2,
      out: containing(
        ': `README.md` was not compared with the records: it is named `GUIDE.md` now, and the record of the source is to say so.',
      ),
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

test('what the project states of itself is held against the records, and changes none of them', async () => {
  const it = await watched.settled();
  it.record(
    system({
      repository: { text: 'Its repository.', web: watched.forge.web(it.name), cite: [cited()] },
      upstream: [{ asOf: 'undated', state: 'active', text: 'It is worked on.', cite: [cited()] }],
    }),
  );
  const milestone = it.text('src/content/milestones/orbit-land.yaml');
  const statement = (state: string): string =>
    `{ "system": "orbit", "milestones": [\n{ "id": "orbit-land", "state": "${state}", "day": "2026-02-03", "evidence": { "path": "README.md", "lines": [8, 8] } }] }\n`;
  it.publish('2026-02-03', { 'orrery.json': statement('in-progress') });
  const first = await it.run({}, '--write');
  expect(first).toMatchObject({ status: 1, err: '' });
  expect(first.out).toContain(
    '- `orrery.json`:\n  - what differs from the records, and did not before:\n    - line 2, changed: `“orbit-land” is stated as in-progress',
  );
  expect(it.text('src/content/milestones/orbit-land.yaml')).toBe(milestone);
  // Told once; a fault of the file likewise, and that it is gone.
  it.publish('2026-02-04', { 'kernel/b.c': 'int b;\n' });
  expect((await it.run({}, '--write')).out).not.toContain('orrery.json');
  it.publish('2026-02-05', { 'orrery.json': statement('done') });
  expect((await it.run({}, '--write')).out).toContain('    - line 2, invalid: `milestones[0].state must be one of complete, ');
  gitAt(it.work, '2026-02-06', 'rm', '--quiet', 'orrery.json');
  it.publish('2026-02-06', {});
  expect((await it.run({}, '--write')).out).toContain('`orrery.json` was not compared with the records: it is gone.');
  expect((await it.run({})).out).not.toContain('orrery.json');
});

describe('what is written', () => {
  test('a disk that takes only some of it: no file of the records is another one', async () => {
    const it = await watched.settled();
    const before = it.files();
    it.publish('2026-02-03', { 'README.md': roadmap('x') });
    let left = 2;
    const write = (path: string, text: string): void => {
      writeFileSync(path, left > 0 ? text : text.slice(0, 10));
      if (left-- <= 0) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    };
    const says = 'No file was changed, because not all that is to be written could be (ENOSPC).';
    expect(await it.run({ write }, '--write')).toMatchObject({
      status: 2,
      out: containing(`## What could not be written\n\n- ${says}`),
      err: `${says}\n`,
    });
    expect(it.files()).toEqual(before);
  });

  test('the report goes into a file; one that cannot be written is told', async () => {
    const it = await watched.settled();
    const report = join(it.project, 'report.md');
    expect(await it.run({}, '--report', report)).toEqual({ status: 0, out: '', err: '' });
    expect(readFileSync(report, 'utf8')).toMatch(/^# Upstream on 20\d\d-\d\d-\d\d\n/);
    expect(await it.run({}, '--report', join(it.project, 'no/where.md'))).toMatchObject({ status: 2, err: containing('(ENOENT)') });
    if (existsSync('/dev/full')) {
      expect(await it.run({}, '--report', '/dev/full')).toMatchObject({ status: 2, err: containing('(ENOSPC)') });
      expect(existsSync('/dev/full')).toBe(true);
    }
  });

  test('a history that cannot be read: the records are left as they are', async () => {
    const it = await watched.settled();
    writeFileSync(join(it.project, 'src/records/history.txt'), 'nonsense\n');
    const before = it.files();
    it.publish('2026-02-03', { 'README.md': roadmap('x') });
    expect(await it.run({}, '--write')).toMatchObject({ status: 2, out: containing('The records would not be sound with what was found') });
    expect(it.files()).toEqual(before);
  });
});

describe('words of others', () => {
  test('in documents, names of files and branches: they stand in the report as code, on one line', async () => {
    const it = await watched.settled();
    const hostile = '- [ ] @octocat <img src=x onerror=alert(1)> [a](javascript:alert(1)) `#1` ``` \u202eback\n';
    const name = 'a`@octocat`<b>$(touch ran).md';
    gitAt(it.work, '2026-02-03', 'mv', 'README.md', name);
    it.commit('2026-02-03');
    it.push('main', 'main:refs/heads/$(touch${IFS}ran)', 'main:refs/heads/--upload-pack=touch');
    const renamed = await it.run({});
    expect(renamed.out).toContain('it is named ``a`@octocat`<b>$(touch ran).md`` now');
    gitAt(it.work, '2026-02-03', 'mv', name, 'README.md');
    it.publish('2026-02-04', { 'README.md': roadmap(' ', hostile) });
    const { out } = await it.run({}, '--write');
    const lines = out.split('\n').filter((one) => one.includes('octocat'));
    expect(outsideCode(out)).not.toMatch(/octocat|<img|javascript|onerror|\u202e|IFS|upload-pack/);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.filter((one) => !/^ +- .*(`+).*\1$/.test(one))).toEqual([]);
  });

  test('a text that is all of one sign is quoted as what it is', () => {
    expect(['`', '``a', '', 'a\nb', '\u001b[2J'].map(code)).toEqual(['`` ` ``', '``` ``a ```', '` `', '`a b`', '`(U+001B)[2J`']);
    expect(code('x'.repeat(1_000)).length).toBeLessThan(210);
  });

  test('a long report ends at the end of a line, and says so', () => {
    const text = Array.from({ length: 10_000 }, (_, i) => `line ${i}`).join('\n');
    const cut = cutAt(text, 60_000);
    expect(cut.length).toBeLessThanOrEqual(60_000);
    expect(cut).toMatch(/line \d+\n\nThe report is longer than this; `npm run watch` prints all of it\.\n$/);
  });
});

/** A text in Markdown without its spans of code. */
const outsideCode = (text: string): string => text.replaceAll(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, '');

test('the command itself trusts no other certificate and no other name', () => {
  expect(rules).toMatchObject({ git: 'git', settings: [], mostBytes: 256 * 1024 * 1024, mostMilliseconds: 90_000, slowSeconds: 20 });
  expect(Object.keys(command.forms['']!.options)).toEqual(['from', 'report', 'write', 'project']);
});
