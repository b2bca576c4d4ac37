/** `npm run sources`: the sources are what the records say, every line is accounted for, and a lost record is missed. */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { called } from '../../src/cli/command/call.fixture.ts';
import { command } from '../../src/cli/sources.ts';
import { describe as sentence } from '../../src/records/problem-text.ts';
import { readContent } from '../../src/records/reader.ts';
import { readme, system, upstream } from '../../src/facts/entries.fixture.ts';
import type { Entry } from '../../src/facts/entries.ts';
import { unresolved } from '../../src/facts/integrity/names.ts';
import { modelFacts } from '../../src/mechanisms/model-facts.ts';
import type { PrimarySource } from '../../src/schemas/sources.ts';
import { root } from '../site/built-site.ts';

/** Where a reviewer has the copies of the sources; they are not part of this repository. */
const seeds = join(root, '../shared/seeds');
const temporary = mkdtempSync(join(tmpdir(), 'orrery-sources-'));
let folders = 0;
const newFolder = (): string => {
  const folder = join(temporary, `${(folders += 1)}`);
  mkdirSync(folder);
  return folder;
};
afterAll(() => rmSync(temporary, { recursive: true }));

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Calls the command on the records below `project`. */
const sources = (args: readonly string[], project = root) => called(command, '--project', project, ...args);

function write(project: string, records: readonly Entry[]): void {
  for (const { file, data } of records) {
    mkdirSync(dirname(join(project, file)), { recursive: true });
    writeFileSync(join(project, file), stringify(data));
  }
}

describe('the command on a small project', () => {
  const lines = ['Orbit', 'It turns.', ''];
  /** The line feed that ends the last line makes no further one. */
  const whole = `${lines.join('\n')}\n`;
  const prints = lines.map((line) => sha256(line).slice(0, 6));
  const record = (ignored: PrimarySource['ignored']) => readme(prints, { ignored, sha256: sha256(whole) });
  const project = newFolder();
  write(project, [system(), upstream(), record([{ lines: [2, 2], why: 'An aside.' }])]);
  const copy = (text: string): string => {
    const folder = newFolder();
    writeFileSync(join(folder, 'orbit.txt'), text);
    return folder;
  };

  test('passes when the copy is what the record says', async () => {
    expect(await sources([copy(whole)], project)).toEqual({
      status: 0,
      out: 'orbit-readme: 3 lines, 1 cited, 1 set aside, 1 blank, 100 %\n1 sources, 100 %\n',
      err: '',
    });
  });

  test.each([
    ['a changed byte', whole.replace('turns', 'burns'), [':2  this line is not the one that was cited']],
    ['two changed lines', 'orbit\nit turns.\n\n', [':1  this line is not', ':2  this line is not']],
    ['another kind of line end', whole.replaceAll('\n', '\r\n'), [':1  ', ':2  ', ':3  ']],
    ['a missing end', 'Orbit\nIt tur', [':2  this line is not', ':3  the copy ends before it: it has 2 lines, not 3']],
    ['a further line', `${whole}More.\n`, [':4  the copy goes on after line 3']],
    ['a last line feed too few', 'Orbit\nIt turns.\n', [':3  the copy ends before it']],
    ['nothing in it', '', [':1  the copy ends before it: it has 0 lines, not 3']],
  ])('names the lines of a copy with %s', async (_, changed, expected) => {
    const folder = copy(changed);
    const { status, err } = await sources([folder], project);
    expect(status).toBe(1);
    const found = err.trim().split('\n');
    expect(found).toHaveLength(expected.length);
    expected.forEach((says, i) => expect(found[i]).toContain(`${join(folder, 'orbit.txt')}${says}`));
  });

  test('names a line that no record cites', async () => {
    const open = newFolder();
    write(open, [system(), upstream(), record([])]);
    const folder = copy(whole);
    const { status, out, err } = await sources([folder], open);
    expect(status).toBe(1);
    expect(err).toBe(
      `${join(folder, 'orbit.txt')}:2  no record cites this line, and src/content/sources/orbit-readme.yaml does not set it aside\n`,
    );
    expect(out).toContain('3 lines, 1 cited, 0 set aside, 1 blank, 66 %');
  });

  test.each([
    ['without an argument', [], /Name the folder/],
    ['for a folder that is not there', ['no-such-folder'], /There is no folder no-such-folder/],
    ['for a file in place of a folder', [join(project, 'src/content/systems/orbit.yaml')], /There is no folder/],
    [
      'for a folder without the copy',
      [join(project, 'src')],
      /src\/orbit\.txt: it cannot be opened \(ENOENT\), and it should hold README of Orbit/,
    ],
  ])('R7: ends with 2 %s', async (_, args, says) => {
    const { status, err } = await sources(args, project);
    expect(status).toBe(2);
    expect(err).toMatch(says);
    expect(err).not.toMatch(/^\s+at /m);
  });

  test('R7: an empty set of sources is no success', async () => {
    const { status, err } = await sources([copy(whole)], newFolder());
    expect(status).toBe(2);
    expect(err).toMatch(/^There is no primary source below .*\/src\/content\/sources, so nothing was compared\.$/m);
  });
});

describe('the loss of a record', async () => {
  const { entries, lineOf } = readContent(root);
  const models = await modelFacts();
  const records = [...entries.milestones, ...entries.platforms];

  test.each(records.map((it) => [`${it.collection}/${it.id}`, it] as const))('%s is noticed, with file and line', (_, lost) => {
    const without = { ...entries, [lost.collection]: entries[lost.collection].filter((it) => it !== lost) };
    const found = unresolved(without, models).filter(({ says }) => says === `there is no '${lost.id}' in ${lost.collection}`);
    const system = `src/content/systems/${lost.data.system}.yaml`;
    const [problem] = found.filter(({ file }) => file === system);
    expect(problem).toBeDefined();
    const line = lineOf(system, problem!.field);
    expect(readFileSync(join(root, system), 'utf8').split('\n')[line - 1]).toBe(`  - ${lost.id}`);
  });

  test.each(['milestones', 'platforms'] as const)('one of the %s makes the command fail', async (collection) => {
    const project = newFolder();
    cpSync(join(root, 'src/content'), join(project, 'src/content'), { recursive: true });
    const [lost] = entries[collection];
    rmSync(join(project, lost!.file));
    const { status, err } = await sources([existsSync(seeds) ? seeds : newFolder()], project);
    expect(status).toBe(existsSync(seeds) ? 1 : 2);
    const system = `src/content/systems/${lost!.data.system}.yaml`;
    const place = entries.systems.find(({ id }) => id === lost!.data.system)!.data[collection].indexOf(lost!.id);
    const [first = ''] = sentence(
      { file: system, field: [collection, place], says: '', fix: '' },
      lineOf(system, [collection, place]),
    ).split('\n');
    expect(err).toContain(`${first}there is no '${lost!.id}' in ${collection}`);
  });
});

describe.skipIf(!existsSync(seeds))('the command on the real sources, which are skipped where ../shared/seeds is not there', () => {
  const fileOf = (id: string): string => {
    const source = readContent(root).entries.sources.find((it) => it.id === id);
    return source?.data.kind === 'primary' ? source.data.file : '';
  };

  test('passes', async () => {
    const { status, out, err } = await sources([seeds]);
    expect(err).toBe('');
    expect(out.trim().split('\n').at(-1)).toBe('5 sources, 100 %');
    expect(status).toBe(0);
  });

  test('names the line on which one byte was changed', async () => {
    const folder = newFolder();
    cpSync(seeds, folder, { recursive: true });
    const file = join(folder, fileOf('themelios-milestones'));
    const bytes = readFileSync(file);
    const at = Math.floor(bytes.length / 2);
    const line = bytes.subarray(0, at).toString('latin1').split('\n').length;
    bytes[at] = bytes[at] === 10 ? 32 : bytes[at]! ^ 1;
    writeFileSync(file, bytes);
    const { status, err } = await sources([folder]);
    expect(status).toBe(1);
    expect(err).toBe(`${file}:${line}  this line is not the one that was cited\n`);
  });
});
