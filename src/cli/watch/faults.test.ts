/** The watch over a forge of this machine: each fault of a server, of a copy and of a disk is one sentence, and nothing is lost by it. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fetchInto, makeEmpty } from './fetch.ts';
import { containing, gitAt, roadmap, Watched, type Followed } from './followed.fixture.ts';
import { Forge } from './forge.fixture.ts';

const watched = new Watched();

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
    watched.forge.set(it.name, undefined);
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
    const it = await watched.settled();
    watched.forge.set(it.name, how);
    await fails(it, {}, says);
  });

  test('a server that sends next to nothing', async () => {
    const it = await watched.settled();
    watched.forge.set(it.name, { is: 'silent' });
    await fails(it, { slowSeconds: 1 }, 'Its server sends next to nothing, so the fetch was ended.');
  });

  test('a server that takes too long, whatever it sends', async () => {
    const it = await watched.settled();
    watched.forge.set(it.name, { is: 'silent' });
    await fails(it, { mostMilliseconds: 200 }, 'It was not fetched within 0.2 seconds, so the fetch was ended.');
  });

  test('a certificate that nobody vouches for', async () => {
    const it = await watched.settled();
    await fails(it, { settings: [watched.forge.resolved] }, 'Its certificate cannot be trusted, so nothing was fetched.');
  });

  test('a redirect: to another host, and within one', async () => {
    const other = await Forge.open(join(watched.temporary, 'other'));
    try {
      const it = await watched.settled();
      const says = 'It sends to another address, which is not followed';
      watched.forge.set(it.name, {
        is: 'status',
        status: 302,
        headers: { location: `${watched.forge.web('orbit-os/elsewhere')}/info/refs?service=git-upload-pack` },
      });
      expect(await it.run({})).toMatchObject(fault(says));
      watched.forge.set(it.name, { is: 'status', status: 301, headers: { location: other.web('orbit-os/elsewhere') } });
      await fails(it, { settings: [watched.forge.resolved, watched.forge.trusted, other.resolved] }, says);
      expect([watched.forge.asked.filter((path) => path.includes('elsewhere')), other.asked]).toEqual([[], []]);
    } finally {
      await other.close();
    }
  });

  test('a host that does not answer', async () => {
    const it = await watched.settled();
    const gone = await Forge.open(join(watched.temporary, 'gone'));
    const resolved = gone.resolved;
    it.source({ web: gone.web(it.name) });
    await gone.close();
    expect(await it.run({ settings: [resolved] })).toMatchObject(fault('Its host does not answer.'));
  });

  test('a repository that is larger than a fetch may be; what is below the bound is fetched', async () => {
    const it = await watched.settled();
    it.commit('2026-02-02', { 'large.bin': randomBytes(300_000) });
    await fails(it, { mostBytes: 0.1 * 1024 * 1024 }, 'It is larger than a fetch may be (0 MiB), so the fetch was ended.');
  });

  test('a tracked file that is too large, and one that is no text', async () => {
    const it = await watched.settled();
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

  test('a repository that is damaged on its server', async () => {
    const it = await watched.settled();
    it.publish('2026-02-03', { 'README.md': roadmap('x') });
    const blob = gitAt(it.served, '2026-02-03', 'rev-parse', 'main:README.md');
    rmSync(join(it.served, 'objects', blob.slice(0, 2), blob.slice(2)));
    expect(await it.run({})).toMatchObject(fault('Its server finds the repository damaged there.'));
  });

  test('a repository without a commit', async () => {
    const it = watched.followed();
    rmSync(it.served, { recursive: true });
    gitAt(it.work, '2026-01-02', 'init', '--quiet', '--bare', it.served);
    expect(await it.run({})).toMatchObject(fault('It has no branch that is shown first, or no commit.'));
  });

  test('one repository hides nothing of the others, and keeps what was found in it', async () => {
    const it = await watched.settled();
    const two = watched.followed();
    const second = {
      web: watched.forge.web(two.name),
      tracked: [],
      commits: [{ commit: two.first.slice(0, 7), date: '2026-01-02', what: 'the tree' }],
    };
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
    const it = await watched.settled();
    const packs = join(it.copy, 'objects/pack');
    for (const name of readdirSync(packs)) rmSync(join(packs, name));
    expect(await it.run({})).toMatchObject({
      status: 1,
      out: containing('- The copy of it was broken, perhaps by a fetch that was interrupted, and was made anew.'),
    });
    expect(readdirSync(dirname(it.copy))).toEqual(['repo']);
    expect((await it.run({})).status).toBe(0);
  });

  test('half of one, a lock, and what was being made are no hindrance', async () => {
    const it = await watched.settled();
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
    const it = await watched.settled();
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
    const it = await watched.settled();
    // What git writes here has no room beyond the first kilobytes, as on a disk that is full.
    const git = join(it.project, 'git');
    writeFileSync(git, `#!/bin/bash\ntrap '' XFSZ\nulimit -f 64\nexec git "$@"\n`, { mode: 0o755 });
    it.publish('2026-02-03', { 'large.bin': randomBytes(300_000) });
    expect(await it.run({ git })).toMatchObject(fault('The disk is full: what was fetched could not be kept.'));
    expect((await it.run({})).status).toBe(1);
  });

  test('git directories at hand are read, and nothing is fetched', async () => {
    const it = await watched.settled();
    it.publish('2026-02-03', { 'README.md': roadmap('x') });
    const asked = watched.forge.asked.length;
    const at = it.atHand();
    expect(await it.run({}, '--from', at)).toMatchObject({ status: 1, out: containing('`orbit-land`: `complete` on 2026-02-03') });
    for (const name of readdirSync(join(at, readdirSync(at)[0]!, 'repo/objects')))
      rmSync(join(at, readdirSync(at)[0]!, 'repo/objects', name), { recursive: true });
    expect(await it.run({}, '--from', at)).toMatchObject({ status: 2 });
    expect(await it.run({}, '--from', watched.temporary)).toMatchObject(
      fault('There is no git directory of it below the folder that was named.'),
    );
    expect(watched.forge.asked).toHaveLength(asked);
    expect(await it.run({}, '--from', join(watched.temporary, 'nowhere'))).toMatchObject({
      status: 2,
      err: containing('There is no folder'),
    });
  });
});

describe('what a fetch is given', () => {
  test.each(['http://forge.example.org/a/b', 'file:///tmp', 'ssh://forge.example.org/a/b', 'ext::touch ran', '/tmp'])(
    'no other protocol than https: %s',
    async (address) => {
      const it = watched.followed();
      const directory = join(it.project, 'copy');
      await makeEmpty(directory, it.limits());
      expect(await fetchInto(directory, address, it.limits())).toMatchObject({
        says: 'Its address does not begin with https://, so nothing was fetched.',
      });
    },
  );

  test('no password of the caller', async () => {
    const it = watched.followed();
    const home = process.env['HOME'];
    process.env['HOME'] = it.project;
    writeFileSync(join(it.project, '.netrc'), 'machine forge.example.org login a password b\n');
    writeFileSync(join(it.project, '.gitconfig'), '[http]\n\textraHeader = "Authorization: Basic YTpi"\n');
    watched.forge.set(it.name, { is: 'status', status: 401, headers: { 'www-authenticate': 'Basic realm="orbit"' } });
    try {
      expect(await it.run({})).toMatchObject({ status: 2 });
      expect(watched.forge.passwords).toEqual([]);
    } finally {
      process.env['HOME'] = home;
    }
  });
});
