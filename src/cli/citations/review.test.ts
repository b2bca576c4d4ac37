/** The command for a reader: statements beside their lines, samples and changes, hashes that are kept, and another commit. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { describe, expect, test } from 'vitest';
import { readme } from '../../facts/entries.fixture.ts';
import { git, Orbit, write } from './orbit.fixture.ts';

const kept = 'src/upstream/cited-lines.txt';
const orbit = new Orbit();

describe('for a reader', () => {
  test('a statement stands above its lines, and nothing of them moves the cursor', async () => {
    orbit.records({ turn: [orbit.at({ lines: [3, 5] }), { source: 'orbit-readme', lines: [1, 1] }] });
    const { out } = await orbit.run(orbit.repositories, '--show');
    expect(out.split('\n').slice(0, 12)).toEqual([
      '── 1 of 1  src/content/rules/orbit.turn.yaml:5  cite[0]  (orbit, /rules/#orbit.turn)',
      '  system: orbit',
      '  statement: It must turn.',
      '  modality: must',
      `  ▸ orbit-upstream ${orbit.first.slice(0, 7)} kernel/main.c, lines 3 to 5`,
      '        3      turn = 1;',
      '        4  }',
      '        5  (U+001B)[2Jhidden(U+202E)',
      '  ▸ orbit-readme, lines 1 to 1',
      '',
      expect.stringContaining('system'),
      expect.stringContaining('orbit'),
    ]);
  });

  test('a line of a primary source is shown as the line of its document', async () => {
    orbit.records({ turn: [orbit.at({ lines: [1, 1] }), { source: 'orbit-readme', lines: [1, 1] }] });
    const stands = {
      source: 'orbit-upstream',
      commit: orbit.first.slice(0, 7),
      path: 'kernel/main.c',
      lines: [[1, 1, 2, 2]] as [number, number, number, number][],
    };
    const { file, data } = readme(['111111'], { stands });
    write(join(orbit.project, file), stringify(data));
    expect((await orbit.run(orbit.repositories, '--show')).out).toContain(
      `  ▸ orbit-readme, lines 1 to 1\n    = orbit-upstream ${orbit.first.slice(0, 7)} kernel/main.c, lines 2 to 2\n        2  void spin(void) {\n`,
    );
  });

  test('what a page concludes is told apart, as it is on the page', async () => {
    orbit.records({});
    const at = `at="${orbit.first.slice(0, 7)}" path="kernel/main.c" lines="1"`;
    const page = `---\ntitle: A\ndescription: It turns.\n---\n\nIt turns.<Cite basis="inferred" ${at}>a name</Cite><Cite ${at}>turn</Cite>\n`;
    write(join(orbit.project, 'src/content/docs/systems/orbit/a.mdx'), page);
    const { out, err } = await orbit.run(orbit.repositories, '--show');
    expect(err).toBe('');
    expect(out.match(/▸.*/g)).toEqual([
      `▸ orbit-upstream ${orbit.first.slice(0, 7)} kernel/main.c, lines 1 to 1 (inferred): a name`,
      `▸ orbit-upstream ${orbit.first.slice(0, 7)} kernel/main.c, lines 1 to 1: turn`,
    ]);
  });

  test('a sample is the same for the same seed, and a statement can be chosen by its file', async () => {
    orbit.records(Object.fromEntries(['turn', 'stop', 'go', 'rise', 'fall'].map((it) => [it, [orbit.at({ lines: [1, 1] })]])));
    const drawn = async (seed: string): Promise<string> => (await orbit.run(orbit.repositories, '--sample', '2', '--seed', seed)).out;
    const [first, again, ...others] = await Promise.all(['x', 'x', 'a', 'b', 'c', 'd'].map(drawn));
    expect(again).toBe(first);
    expect(first!.match(/^──/gm)).toHaveLength(2);
    expect(others.some((it) => it !== first)).toBe(true);
    expect((await orbit.run(orbit.repositories, '--show', '--file', 'orbit.rise')).out.match(/It must \w+/g)).toEqual(['It must rise']);
  });

  test('of what changed since a commit of the project: another word, another citation, a new record; not what only moved', async () => {
    orbit.records({ turn: [orbit.at({ lines: [1, 1] })], stop: [orbit.at({ lines: [1, 1] })], go: [orbit.at({ lines: [1, 1] })] });
    git(orbit.project, 'init', '--quiet');
    git(orbit.project, 'add', '.');
    git(orbit.project, 'commit', '--quiet', '-m', 'one');
    const then = git(orbit.project, 'rev-parse', 'HEAD');
    expect(await orbit.run(orbit.repositories, '--since', then)).toMatchObject({
      status: 0,
      out: expect.stringContaining('none is new or changed') as string,
    });
    orbit.records({ turn: [orbit.at({ lines: [2, 2] })], stop: [orbit.at({ lines: [1, 1] })], rise: [orbit.at({ lines: [1, 1] })] });
    const stop = join(orbit.project, 'src/content/rules/orbit.stop.yaml');
    write(stop, `# moved\n${readFileSync(stop, 'utf8')}`);
    expect((await orbit.run(orbit.repositories, '--show', '--since', then)).out.match(/It must \w+/g)).toEqual([
      'It must rise',
      'It must turn',
    ]);
  });
});

describe('the hashes', () => {
  test('are kept, blanks apart, and told when the lines are others', async () => {
    orbit.records({ turn: [orbit.at({ lines: [2, 3] })], stop: [orbit.at({ whole: 'file' }, 'kernel/gone.c')] });
    expect((await orbit.run(orbit.repositories)).out).toContain('of 2 citations no hash is kept yet');
    expect(await orbit.run(orbit.repositories, '--write')).toMatchObject({
      status: 0,
      out: expect.stringContaining('2 hashes are kept') as string,
    });
    const text = readFileSync(join(orbit.project, kept), 'utf8');
    expect(text).toMatch(new RegExp(`^orbit-upstream ${orbit.first.slice(0, 7)} kernel/main\\.c 2-3 [0-9a-f]{12}$`, 'm'));
    expect(await orbit.run(orbit.repositories)).toMatchObject({ status: 0, err: '' });

    const folder = orbit.folder();
    const single = join(folder, 'orbit-os+orbit', orbit.first, 'kernel/main.c');
    write(single, 'x\r\n  void  spin(void) {\r\nturn = 1;\r\n');
    expect(await orbit.run(folder)).toMatchObject({ status: 0, err: '' });
    write(single, 'x\nvoid spin(void) {\nturn = 2;\n');
    expect(await orbit.run(folder)).toMatchObject({
      status: 1,
      err: expect.stringContaining('the lines are not those that were kept') as string,
    });
    // What could not be looked at keeps what it had; what is looked at is kept as it is now.
    await orbit.run(folder, '--write');
    const after = readFileSync(join(orbit.project, kept), 'utf8');
    expect(after.split('\n').filter((it) => it.includes('gone.c'))).toEqual(text.split('\n').filter((it) => it.includes('gone.c')));
    expect(after).not.toBe(text);
  });

  test('a place that nothing cites any more goes', async () => {
    orbit.records({ turn: [orbit.at({ lines: [2, 3] })], stop: [orbit.at({ lines: [1, 1] })] });
    await orbit.run(orbit.repositories, '--write');
    orbit.records({ turn: [orbit.at({ lines: [2, 3] })], stop: [orbit.at({ lines: [4, 4] })] });
    await orbit.run(orbit.repositories, '--write', '--file', 'orbit.turn');
    expect(readFileSync(join(orbit.project, kept), 'utf8').match(/^orbit-upstream .*$/gm)).toHaveLength(1);
  });

  test('a file of hashes that is none is refused with its line', async () => {
    orbit.records({ turn: [orbit.at({ lines: [2, 3] })] });
    write(join(orbit.project, kept), '# hashes\nnonsense\n');
    expect(await orbit.run(orbit.repositories)).toMatchObject({ status: 2, err: expect.stringContaining(`${kept}:2`) as string });
  });
});

describe('the names of definitions', () => {
  const names = 'src/records/definitions.txt';
  const source = 'struct Wheel;\nimpl Wheel {\n    fn turn(&self) {\n        go();\n    }\n}\n';

  test('are kept with the hashes, and stand beside the lines', async () => {
    const folder = orbit.folder();
    write(join(folder, 'orbit-os+orbit', orbit.first, 'src/wheel.rs'), source);
    orbit.records({ turn: [orbit.at({ lines: [3, 5] }, 'src/wheel.rs')], stop: [orbit.at({ lines: [1, 4] }, 'src/wheel.rs')] });
    expect((await orbit.run(folder, '--write')).out).toContain('1 names of definitions are kept');
    const text = readFileSync(join(orbit.project, names), 'utf8');
    expect(text).toContain(`orbit-upstream ${orbit.first.slice(0, 7)} src/wheel.rs 3-5 Wheel::turn\n`);
    expect((await orbit.run(folder, '--show', '--file', 'orbit.turn')).out).toContain(
      'src/wheel.rs, lines 3 to 5 (Wheel::turn)  [a single file]\n',
    );
    // What cannot be looked at keeps its name; what is not cited any more loses it.
    await orbit.run(orbit.folder(), '--write');
    expect(readFileSync(join(orbit.project, names), 'utf8')).toBe(text);
    orbit.records({ turn: [orbit.at({ lines: [3, 3] }, 'src/wheel.rs')] });
    await orbit.run(orbit.folder(), '--write');
    expect(readFileSync(join(orbit.project, names), 'utf8')).not.toContain('Wheel');
  });

  test('a file of names that is none is refused with its line', async () => {
    orbit.records({ turn: [orbit.at({ lines: [2, 3] })] });
    write(join(orbit.project, names), 'nonsense\n');
    expect(await orbit.run(orbit.repositories, '--show')).toMatchObject({
      status: 2,
      err: expect.stringContaining(`${names}:1`) as string,
    });
  });
});

describe('at another commit', () => {
  test('lines are the same, moved, changed or gone', async () => {
    orbit.records({
      moved: [orbit.at({ lines: [2, 4] })],
      changed: [orbit.at({ lines: [1, 1] })],
      gone: [orbit.at({ lines: [1, 1] }, 'kernel/gone.c')],
      whole: [orbit.at({ whole: 'file' })],
      there: [orbit.at({ whole: 'folder' }, 'kernel')],
    });
    const { status, out } = await orbit.run(orbit.repositories, '--at', orbit.second.slice(0, 8));
    expect(status).toBe(1);
    expect(
      out
        .replaceAll(/ {2}\(.*\)$/gm, '')
        .split('\n')
        .sort(),
    ).toEqual(
      [
        '',
        'changed      orbit-upstream kernel/main.c',
        'changed      orbit-upstream kernel/main.c 1-1',
        `gone         orbit-upstream kernel/gone.c 1-1: there is no kernel/gone.c at ${orbit.second.slice(0, 8)}`,
        'moved        orbit-upstream kernel/main.c 2-4 to 3-5',
        `orbit-upstream at ${orbit.second.slice(0, 8)}: 2 changed, 1 gone, 1 moved, 1 there`,
      ].sort(),
    );
    expect(await orbit.run(orbit.repositories, '--at', orbit.first)).toMatchObject({
      status: 0,
      out: expect.stringContaining('4 same, 1 there') as string,
    });
  });

  test('the kept hash is enough where the cited commit is not at hand', async () => {
    orbit.records({ moved: [orbit.at({ lines: [2, 4] })] });
    await orbit.run(orbit.repositories, '--write');
    const folder = orbit.folder();
    write(join(folder, 'orbit-os+orbit/eeeeee1/kernel/main.c'), 'void spin(void) {\nturn = 1;\n}\n');
    expect((await orbit.run(folder, '--at', 'eeeeee1')).out).toContain('kernel/main.c 2-4 to 1-3');
  });
});
