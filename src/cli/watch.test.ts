/** The watch over a forge of this machine: what each change of a repository, and each fault of a server or a disk, comes to. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
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
import { code, cutAt } from './watch/quoted.ts';
import { rules } from './watch/rules.ts';

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

/** What stands in a report, or is printed beside it, of one repository. */
const fault = (says: string): object => ({ status: 2, out: containing(`(\`orbit-upstream\`): ${says}`) });

describe('what cannot be looked at is one sentence, and nothing is lost', () => {
  /** A run that must fail, then one that must not: the records are as they were, and what is new is found. */
  async function fails(it: Followed, limits: Parameters<Followed['run']>[0], says: string): Promise<void> {
    const before = it.files();
    it.publish('2026-02-03', { 'README.md': roadmap('x') });
    expect(await it.run(limits, '--write')).toMatchObject(fault(says));
    // Not even that it was looked at.
    expect(it.files()).toEqual(before);
    expect(readdirSync(dirname(it.copy)).filter((name) => name !== 'repo')).toEqual([]);
    forge.set(it.name, undefined);
    expect(await it.run({}, '--write')).toMatchObject({ status: 1, out: containing('`orbit-land`: `complete` on 2026-02-03'), err: '' });
  }

  test.each([
    ['not there', { is: 'status', status: 404 }, 'It is not there any more, or not open to everybody.'],
    [
      'closed',
      { is: 'status', status: 401, headers: { 'www-authenticate': 'Basic realm="orbit"' } },
      'It is not there any more, or not open to everybody.',
    ],
    ['forbidden', { is: 'status', status: 403 }, 'It is not there any more, or not open to everybody.'],
    ['too many calls', { is: 'status', status: 429 }, 'Its server asks for fewer calls; the next run may be let in.'],
    ['a fault of the server', { is: 'status', status: 502 }, 'Its server has a fault of its own.'],
    ['a connection that breaks off', { is: 'cut', bytes: 60 }, 'The connection broke off, so nothing was kept.'],
  ] as const)('%s', async (_, how, says) => {
    const it = await settled();
    forge.set(it.name, how);
    await fails(it, {}, says);
  });

  test('a server that sends next to nothing', async () => {
    const it = await settled();
    forge.set(it.name, { is: 'silent' });
    await fails(it, { slowSeconds: 1 }, 'Its server sends next to nothing, so the fetch was ended.');
  });

  test('a server that takes too long, whatever it sends', async () => {
    const it = await settled();
    forge.set(it.name, { is: 'silent' });
    await fails(it, { mostMilliseconds: 200 }, 'It was not fetched within 0.2 seconds, so the fetch was ended.');
  });

  test('a certificate that nobody vouches for', async () => {
    const it = await settled();
    await fails(it, { settings: [forge.resolved] }, 'Its certificate cannot be trusted, so nothing was fetched.');
  });

  test('a redirect: to another host, and within one', async () => {
    const other = await Forge.open(join(temporary, 'other'));
    try {
      const it = await settled();
      const says = 'It sends to another address, which is not followed';
      forge.set(it.name, { is: 'status', status: 302, headers: { location: `${forge.web('orbit-os/elsewhere')}/info/refs?service=git-upload-pack` } });
      expect(await it.run({})).toMatchObject(fault(says));
      forge.set(it.name, { is: 'status', status: 301, headers: { location: other.web('orbit-os/elsewhere') } });
      await fails(it, { settings: [forge.resolved, forge.trusted, other.resolved] }, says);
      expect([forge.asked.filter((path) => path.includes('elsewhere')), other.asked]).toEqual([[], []]);
    } finally {
      await other.close();
    }
  });

  test('a host that does not answer', async () => {
    const it = await settled();
    const gone = await Forge.open(join(temporary, 'gone'));
    const resolved = gone.resolved;
    it.source({ web: gone.web(it.name) });
    await gone.close();
    expect(await it.run({ settings: [resolved] })).toMatchObject(fault('Its host does not answer.'));
  });

  test('a repository that is larger than a fetch may be; what is below the bound is fetched', async () => {
    const it = await settled();
    it.commit('2026-02-02', { 'large.bin': randomBytes(300_000) });
    await fails(it, { mostBytes: 0.1 * 1024 * 1024 }, 'It is larger than a fetch may be (0 MiB), so the fetch was ended.');
  });

  test('a tracked file that is too large, and one that is no text', async () => {
    const it = await settled();
    const before = it.text('src/content/milestones/orbit-land.yaml');
    it.publish('2026-02-03', { 'README.md': Buffer.alloc(4 * 1024 * 1024 + 1, 120) });
    const { status, out } = await it.run({}, '--write');
    expect(status).toBe(2);
    expect(out).toMatch(/A version of `README.md` cannot be read: `\w{7} of 2026-02-03: README.md is no text, or too large.`/);
    expect(out).toContain('`README.md` was not compared with the records: it has 4194305 bytes, and at most 4194304 are read.');
    it.publish('2026-02-04', { 'README.md': Buffer.from([0x23, 0xff, 0x0a]) });
    expect((await it.run({}, '--write')).out).toContain('`README.md` was not compared with the records: it is no text.');
    expect(it.text('src/content/milestones/orbit-land.yaml')).toBe(before);
  });

  test('a repository without a commit', async () => {
    const it = followed();
    rmSync(it.served, { recursive: true });
    gitAt(it.work, '2026-01-02', 'init', '--quiet', '--bare', it.served);
    expect(await it.run({})).toMatchObject(fault('It has no branch that is shown first, or no commit.'));
  });

  test('one repository hides nothing of the others, and keeps what was found in it', async () => {
    const it = await settled();
    const two = followed();
    const second = { web: forge.web(two.name), tracked: [], commits: [{ commit: two.first.slice(0, 7), date: '2026-01-02', what: 'the tree' }] };
    const write = (): void => {
      const text = it.text('src/content/sources/orbit-upstream.yaml');
      it.source(second);
      const other = it.text('src/content/sources/orbit-upstream.yaml');
      writeFileSync(join(it.project, 'src/content/sources/orbit-other.yaml'), other);
      writeFileSync(join(it.project, 'src/content/sources/orbit-upstream.yaml'), text);
    };
    write();
    expect((await it.run({}, '--write')).status).toBe(1);
    it.vanish();
    two.publish('2026-02-03', { 'README.md': roadmap('x') });
    const { status, out } = await it.run({}, '--write');
    expect([status, out]).toEqual([2, containing('It is not there any more')]);
    expect(it.text('src/records/at-head.txt')).toContain(`orbit-upstream head ${it.first.slice(0, 8)} 2026-01-02`);
  });
});

describe('the copies', () => {
  test('one that was broken is made anew, and that is said', async () => {
    const it = await settled();
    const packs = join(it.copy, 'objects/pack');
    for (const name of readdirSync(packs)) rmSync(join(packs, name));
    expect(await it.run({})).toMatchObject({ status: 1, out: containing('- The copy of it was broken, perhaps by a fetch that was interrupted, and was made anew.') });
    expect(readdirSync(dirname(it.copy))).toEqual(['repo']);
    expect((await it.run({})).status).toBe(0);
  });

  test('half of one, a lock, and what was being made are no hindrance', async () => {
    const it = await settled();
    const half = join(dirname(it.copy), 'new-half');
    const fresh = join(dirname(it.copy), 'new-of-another-run');
    for (const folder of [half, fresh, join(dirname(it.copy), 'old-one')]) mkdirSync(folder);
    utimesSync(half, 0, 0);
    writeFileSync(join(it.copy, 'refs/heads/main.lock'), '');
    it.publish('2026-02-03', { 'README.md': roadmap('x') });
    expect(await it.run({})).toMatchObject({ status: 1, out: containing('made anew') });
    expect(readdirSync(dirname(it.copy)).sort()).toEqual(['new-of-another-run', 'repo']);
    // A copy of which nothing but the folder is there.
    rmSync(it.copy, { recursive: true });
    mkdirSync(it.copy);
    expect(await it.run({})).toMatchObject({ status: 1, out: containing('made anew') });
  });

  test('only what is new is fetched, no hook is run, and no branch is left that is gone', async () => {
    const it = await settled();
    const ran = join(it.project, 'ran');
    mkdirSync(join(it.copy, 'hooks'), { recursive: true });
    for (const hook of ['reference-transaction', 'post-update', 'pre-auto-gc'])
      writeFileSync(join(it.copy, 'hooks', hook), `#!/bin/sh\ntouch ${ran}\n`, { mode: 0o755 });
    it.push('main:side');
    it.publish('2026-02-03', { 'README.md': roadmap('x') });
    const packs = (): number => readdirSync(join(it.copy, 'objects/pack')).filter((name) => name.endsWith('.pack')).length;
    expect([await it.run({}), packs()]).toMatchObject([{ status: 1 }, 2]);
    expect([await it.run({}), packs()]).toMatchObject([{ status: 1 }, 2]);
    expect(existsSync(ran)).toBe(false);
    it.push(':side');
    await it.run({});
    expect(gitAt(it.copy, '2026-01-02', 'for-each-ref', '--format=%(refname)')).toBe('refs/heads/main\nrefs/watch/head');
  });

  test('a full disk: the copy stays what it was, and there is a sentence', async () => {
    const it = await settled();
    // What git writes here has no room beyond the first kilobytes, as on a disk that is full.
    const git = join(it.project, 'git');
    writeFileSync(git, `#!/bin/bash\ntrap '' XFSZ\nulimit -f 64\nexec git "$@"\n`, { mode: 0o755 });
    it.publish('2026-02-03', { 'large.bin': randomBytes(300_000) });
    expect(await it.run({ git })).toMatchObject(fault('The disk is full: what was fetched could not be kept.'));
    expect((await it.run({})).status).toBe(1);
  });

  test('git directories at hand are read, and nothing is fetched', async () => {
    const it = await settled();
    it.publish('2026-02-03', { 'README.md': roadmap('x') });
    const asked = forge.asked.length;
    const at = it.atHand();
    expect(await it.run({}, '--from', at)).toMatchObject({ status: 1, out: containing('`orbit-land`: `complete` on 2026-02-03') });
    for (const name of readdirSync(join(at, readdirSync(at)[0]!, 'repo/objects')))
      rmSync(join(at, readdirSync(at)[0]!, 'repo/objects', name), { recursive: true });
    expect(await it.run({}, '--from', at)).toMatchObject({ status: 2 });
    expect(await it.run({}, '--from', temporary)).toMatchObject(fault('There is no git directory of it below the folder that was named.'));
    expect(forge.asked).toHaveLength(asked);
    expect(await it.run({}, '--from', join(temporary, 'nowhere'))).toMatchObject({ status: 2, err: containing('There is no folder') });
  });
});

describe('what a fetch is given', () => {
  test.each(['http://forge.example.org/a/b', 'file:///tmp', 'ssh://forge.example.org/a/b', 'ext::touch ran', '/tmp'])(
    'no other protocol than https: %s',
    async (address) => {
      const it = followed();
      const directory = join(it.project, 'copy');
      await makeEmpty(directory, it.limits());
      expect(await fetchInto(directory, address, it.limits())).toMatchObject({ says: 'Its address does not begin with https://, so nothing was fetched.' });
    },
  );

  test('no password of the caller', async () => {
    const it = followed();
    const home = process.env['HOME'];
    process.env['HOME'] = it.project;
    writeFileSync(join(it.project, '.netrc'), 'machine forge.example.org login a password b\n');
    writeFileSync(join(it.project, '.gitconfig'), '[http]\n\textraHeader = "Authorization: Basic YTpi"\n');
    forge.set(it.name, { is: 'status', status: 401, headers: { 'www-authenticate': 'Basic realm="orbit"' } });
    try {
      expect(await it.run({})).toMatchObject({ status: 2 });
      expect(forge.passwords).toEqual([]);
    } finally {
      process.env['HOME'] = home;
    }
  });
});

describe('what is written', () => {
  test('a disk that takes only some of it: no file of the records is another one', async () => {
    const it = await settled();
    const before = it.files();
    it.publish('2026-02-03', { 'README.md': roadmap('x') });
    let left = 2;
    const write = (path: string, text: string): void => {
      writeFileSync(path, left > 0 ? text : text.slice(0, 10));
      if (left-- <= 0) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    };
    const says = 'No file was changed, because not all that is to be written could be (ENOSPC).';
    expect(await it.run({ write }, '--write')).toMatchObject({ status: 2, out: containing(`## What could not be written\n\n- ${says}`), err: `${says}\n` });
    expect(it.files()).toEqual(before);
  });

  test('the report goes into a file; one that cannot be written is told', async () => {
    const it = await settled();
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
    const it = await settled();
    writeFileSync(join(it.project, 'src/records/history.txt'), 'nonsense\n');
    const before = it.files();
    it.publish('2026-02-03', { 'README.md': roadmap('x') });
    expect(await it.run({}, '--write')).toMatchObject({ status: 2, out: containing('The records would not be sound with what was found') });
    expect(it.files()).toEqual(before);
  });
});

describe('words of others', () => {
  test('in documents, names of files and branches: they stand in the report as code, on one line', async () => {
    const it = await settled();
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
  expect(rules).toMatchObject({ git: 'git', settings: [], mostBytes: 256 * 1024 * 1024, mostMilliseconds: 120_000, slowSeconds: 20 });
  expect(Object.keys(command.forms['']!.options)).toEqual(['from', 'report', 'write', 'project']);
});
