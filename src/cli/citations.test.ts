/** The command on a small project and a git repository that the test makes: what it finds, and that nothing it is given makes it crash. */
import { cpSync, mkdirSync, renameSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Orbit, sum, write } from './citations/orbit.fixture.ts';

const orbit = new Orbit();

describe('the check', () => {
  test('all that is cited is there', async () => {
    orbit.records({
      turn: [orbit.at({ lines: [2, 4] }), orbit.at({ whole: 'file' })],
      stop: [orbit.at({ whole: 'folder' }, 'kernel')],
      lack: [orbit.at({ absent: 'a lock' }, 'kernel')],
    });
    const { status, out, err } = await orbit.run(orbit.repositories);
    expect([status, err, sum(out)]).toEqual([0, '', [3, 4, 4, 0, 0, 0, 0]]);
  });

  test.each([
    [{ lines: [4, 6] }, 'kernel/main.c', /has 5 lines, and line 6 is cited/],
    [{ lines: [1, 1] }, 'kernel', /is a folder, and a folder has no lines/],
    [{ whole: 'file' }, 'kernel', /is a folder/],
    [{ whole: 'folder' }, 'kernel/main.c', /is a file/],
    [{ absent: 'a lock' }, 'kernel/main.rs', /there is no kernel\/main\.rs at/],
    [{ lines: [1, 1] }, 'large.bin', /has 5242880 bytes .* at most 4194304 are opened/],
    [{}, 'kernel/{main,gone}.c', /names several files/],
  ])('%j of %s is a problem', async (more, path, says) => {
    orbit.records({ turn: [orbit.at({ lines: [1, 1] }), orbit.at(more, path)] });
    const { status, out, err } = await orbit.run(orbit.repositories);
    expect(err).toMatch(says);
    expect(err).toMatch(/^src\/content\/rules\/orbit\.turn\.yaml:\d+ {2}cite\[1\]: /);
    expect([status, sum(out)?.[5]]).toEqual([1, 1]);
  });

  test('a commit that is not there, and one that only a branch has the name of', async () => {
    orbit.records({
      turn: [orbit.at({ lines: [1, 1] }, 'kernel/main.c', 'eeeeee1')],
      stop: [orbit.at({ lines: [1, 1] }, 'kernel/main.c', 'abcdef9999')],
    });
    const { status, err } = await orbit.run(orbit.repositories);
    expect(status).toBe(1);
    expect(err.match(/has no commit (eeeeee1|abcdef9)/g)).toHaveLength(2);
  });

  test('without lines or mark is no problem here, and is counted', async () => {
    orbit.records({ turn: [orbit.at({})] });
    expect(sum((await orbit.run(orbit.repositories)).out)).toEqual([1, 1, 1, 0, 0, 0, 1]);
  });

  test.each(['orbit-os+orbit', 'orbit-os+orbit.git', 'orbit-os/orbit', 'orbit-os/orbit/.git', 'orbit', 'orbit.git'])(
    'a git directory may be named %s',
    async (name) => {
      orbit.records({ turn: [orbit.at({ lines: [1, 1] })] });
      const folder = orbit.folder();
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      cpSync(orbit.directory, join(folder, name), { recursive: true });
      expect(sum((await orbit.run(folder)).out)).toEqual([1, 1, 1, 0, 0, 0, 0]);
    },
  );
});

describe('single files', () => {
  test.each(['orbit-os+orbit', 'orbit-os+orbit/files'])(
    'below %s are checked, and what was not stored is not held to be missing',
    async (place) => {
      orbit.records({
        turn: [orbit.at({ lines: [2, 2] }), orbit.at({ lines: [9, 9] })],
        stop: [orbit.at({ lines: [1, 1] }, 'kernel/other.c')],
        go: [orbit.at({ whole: 'folder' }, 'kernel')],
      });
      const folder = orbit.folder();
      write(join(folder, place, orbit.first, 'kernel/main.c'), 'a\nb\n');
      const { status, out, err } = await orbit.run(folder);
      expect(err).toMatch(/has 2 lines, and line 9 is cited/);
      expect([status, sum(out)]).toEqual([1, [3, 4, 0, 3, 1, 1, 0]]);
    },
  );

  test('stand in for a commit that the repository lacks', async () => {
    orbit.records({ turn: [orbit.at({ lines: [1, 1] }, 'kernel/main.c', 'eeeeee1')] });
    const folder = orbit.folder();
    write(join(folder, 'orbit-os+orbit/eeeeee1234/kernel/main.c'), 'a\n');
    expect(sum((await orbit.run(orbit.repositories, folder)).out)).toEqual([1, 1, 0, 1, 0, 0, 0]);
  });

  test('are not followed out of their folder', async () => {
    orbit.records({ turn: [orbit.at({ lines: [1, 1] })] });
    const folder = orbit.folder();
    mkdirSync(join(folder, 'orbit-os+orbit', orbit.first, 'kernel'), { recursive: true });
    write(join(orbit.temporary, 'secret'), 'secret\n');
    symlinkSync(join(orbit.temporary, 'secret'), join(folder, 'orbit-os+orbit', orbit.first, 'kernel/main.c'));
    const { out } = await orbit.run(folder, '--show');
    expect(out).not.toContain('secret');
    expect(sum(out)).toEqual([1, 1, 0, 0, 1, 0, 0]);
  });

  test.each(['https://example.org/orbit', 'https://example.org/%2e%2e/orbit'])(
    'an address without owner and name, %s, leads to no folder',
    async (web) => {
      orbit.records({ turn: [orbit.at({ lines: [1, 1] })] }, web);
      expect(sum((await orbit.run(orbit.repositories)).out)).toEqual([1, 1, 0, 0, 1, 0, 0]);
    },
  );
});

describe('R8: a call that is none', () => {
  test.each([
    [[], /Name the folder with the git directories, or several\./],
    [['/nowhere'], /There is no folder \/nowhere\./],
    [[orbit.repositories, '--sample', '3'], /--sample and --seed go together/],
    [[orbit.repositories, '--seed', 'x'], /--sample and --seed go together/],
    [[orbit.repositories, '--sample', 'three', '--seed', 'x'], /--sample is a whole number/],
    [[orbit.repositories, '--sample', '1', '--seed', 'x', '--show'], /--show is too much/],
    [[orbit.repositories, '--at', 'main'], /'main' is no commit/],
    [[orbit.repositories, '--at', '0000000'], /None of the cited repositories has a commit 0000000/],
    [[orbit.repositories, '--at', 'abcdef1', '--write'], /goes without --show, --sample and --write/],
    [[orbit.repositories, '--since', '--output=/tmp/x'], /--since needs a value/],
    [[orbit.repositories, '--since=--output=x'], /The project has no commit '--output=x'/],
    [[orbit.repositories, '--system', 'orbits'], /There is no system 'orbits'\. Did you mean 'orbit'\?/],
    [[orbit.repositories, '--file', 'nothing'], /No statement that cites a repository is among those/],
    [[orbit.repositories, '--shw'], /There is no option --shw\. Did you mean --show\?/],
  ])('%j is refused with a sentence', async (args, says) => {
    orbit.records({ turn: [orbit.at({ lines: [1, 1] })] });
    const { status, err } = await orbit.run(...args);
    expect([status, err]).toEqual([2, expect.stringMatching(says)]);
  });

  test('a git directory that is none is told, and so are records that cannot be read', async () => {
    orbit.records({ turn: [orbit.at({ lines: [1, 1] })] });
    const folder = orbit.folder();
    for (const it of ['objects', 'refs']) mkdirSync(join(folder, 'orbit', it), { recursive: true });
    expect(await orbit.run(folder)).toMatchObject({ status: 2, err: expect.stringMatching(/^Git cannot read .*\/orbit /) as string });
    renameSync(join(orbit.project, 'src/content/rules/orbit.turn.yaml'), join(orbit.project, 'src/content/rules/orbit.turn.yml'));
    expect(await orbit.run(orbit.repositories)).toMatchObject({
      status: 2,
      err: expect.stringContaining('The records cannot be read') as string,
    });
  });
});
