/** What `npm run new` plans and refuses. That the whole stands, with lint, types and build, is seen in `tests/site/new.test.ts`. */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { schemas } from '../../schemas/collections.ts';
import { WrongCall } from '../command/command.ts';
import { projectRoot } from '../command/project.ts';
import { readRecords } from './ground.ts';
import { withListed } from './list.ts';
import { planMechanism } from './mechanism.ts';
import { planPage } from './page.ts';
import { Plan } from './plan.ts';
import { planMilestone, planPlatform, planRule } from './records.ts';
import { measuredFields, planSystem } from './system.ts';

const entries = readRecords(projectRoot);
const [known] = entries.systems;
const folder = mkdtempSync(join(tmpdir(), 'orrery-new-'));
afterAll(() => rmSync(folder, { recursive: true }));

const nothing = { title: undefined, source: undefined, web: undefined, today: '2026-11-20' };
const plan = () => new Plan(projectRoot);
const system = (name: string, more: object = {}) => {
  const made = plan();
  planSystem(made, entries, name, { ...nothing, ...more });
  return made;
};

describe('a list of a record', () => {
  test.each([
    ['a: 1\nb: []\nc: 2\n', 'a: 1\nb:\n  - x\nc: 2\n'],
    ['a: 1\nb:\n  - u\n  - v # last\nc: 2\n', 'a: 1\nb:\n  - u\n  - v # last\n  - x\nc: 2\n'],
    ['b:\n- u\n', 'b:\n- u\n- x\n'],
    ['b:\n  - u', 'b:\n  - u\n  - x'],
    ['b: [u, v]\nc: 2\n', 'b: [u, v, x]\nc: 2\n'],
    ['b: [\n    u,\n    v,\n  ]\n', 'b: [u,\n    v, x]\n'],
  ])('%j gets one more', (text, wanted) => {
    expect(withListed(text, 'b', 'x')).toBe(wanted);
    expect((parse(withListed(text, 'b', 'x')) as { b: string[] }).b.at(-1)).toBe('x');
  });

  test('that is not there is refused', () => {
    expect(() => withListed('a: 1\nb: word\n', 'b', 'x')).toThrow(WrongCall);
  });
});

describe('a system', () => {
  test('C1: its source has the hashes of the copy that is given', () => {
    const copy = join(folder, 'README.txt');
    writeFileSync(copy, 'Aurora\n\nIt glows.\n');
    const fields = parse(measuredFields(copy)) as Record<string, unknown>;
    const prints = ['Aurora', '', 'It glows.'].map((line) => createHash('sha256').update(line).digest('hex').slice(0, 6));
    expect(fields).toEqual({
      file: 'README.txt',
      sha256: createHash('sha256').update(readFileSync(copy)).digest('hex'),
      lineCount: 3,
      lineHashes: `${prints.join(' ')}\n`,
    });
  });

  test.each([
    ['Aurora', {}, "'Aurora' cannot be the id of a system: it is lower case words joined by hyphens, such as 'memory-map'."],
    ['../x', {}, "'../x' cannot be the id of a system"],
    ['all', {}, "'all' cannot be the id of a system: an address of the site has this name."],
    ['__proto__', {}, "'__proto__' cannot be the id of a system"],
    ['aurora', { web: 'javascript:alert(1)' }, "--web is an address that begins with https://, and 'javascript:alert(1)' is none."],
    ['aurora', { source: folder }, 'it is a folder.'],
    ['aurora', { source: join(folder, 'none') }, 'it cannot be opened (ENOENT).'],
  ])('%s %j is refused with a sentence', (name, more, says) => {
    expect(() => system(name, more)).toThrow(says);
  });

  test('that is there already is refused, and nothing is written', () => {
    expect(() => system(known!.id)).toThrow(`src/content/systems/${known!.id}.yaml is there already; nothing was written.`);
    system('aurora');
    expect(existsSync(join(projectRoot, 'src/content/systems/aurora.yaml'))).toBe(false);
  });
});

describe('what belongs to a system', () => {
  test('is refused without it, and the nearest is named', () => {
    expect(() => planPage(plan(), entries, `${known!.id}x`, 'boot', undefined)).toThrow(
      `There is no system '${known!.id}x'. Did you mean '${known!.id}'?`,
    );
    expect(() => planMechanism(plan(), entries, 'constructor', 'boot', undefined)).toThrow("There is no system 'constructor'.");
    expect(() => planMechanism(plan(), entries, known!.id, 'platforms', undefined)).toThrow('is a list of the system');
  });

  test('is refused when it is there, and when its name is none', () => {
    const milestone = entries.milestones[0]!;
    const { system: of } = milestone.data;
    expect(() => planMilestone(plan(), entries, of, milestone.id.slice(of.length + 1), undefined)).toThrow('is there already');
    expect(() => planPlatform(plan(), entries, of, 'A Board', { title: undefined, group: undefined })).toThrow(
      'cannot be the name of a platform',
    );
    expect(() => planRule(plan(), entries, of, 'one', undefined)).toThrow("such as 'memory.one'");
    expect(() => planMechanism(plan(), entries, of, 'lock', "It's")).toThrow('no apostrophe');
  });
});

test('every record that it writes obeys its schema, and every line that is left to do has its note', () => {
  const copy = mkdtempSync(join(folder, 'project-'));
  const made = new Plan(copy);
  const of = known!.id;
  planRule(made, entries, of, 'memory.new-rule', undefined);
  made.write('src/content/systems/unlisted.yaml', 'milestones: []\nplatforms: []\n');
  const listing = entries.systems.map((it) => (it.id === of ? { ...it, file: 'src/content/systems/unlisted.yaml' } : it));
  const again = { ...entries, systems: listing };
  planMilestone(made, again, of, 'new-milestone', undefined);
  planPlatform(made, again, of, 'qemu-new', { title: undefined, group: undefined });
  const { added, left } = made.carryOut();
  const read = (file: string) => readFileSync(join(copy, file), 'utf8');
  for (const [name, file] of [
    ['rules', `src/content/rules/${of}/${of}.memory.new-rule.yaml`],
    ['milestones', `src/content/milestones/${of}/${of}-new-milestone.yaml`],
    ['platforms', `src/content/platforms/${of}/${of}-qemu-new.yaml`],
  ] as const)
    expect(schemas[name].safeParse(parse(read(file))).error).toBeUndefined();
  expect(parse(read('src/content/systems/unlisted.yaml'))).toEqual({ milestones: [`${of}-new-milestone`], platforms: [`${of}-qemu-new`] });
  expect(added).toHaveLength(4);
  expect(left.length).toBeGreaterThan(5);
  for (const { file, line, says } of left) {
    expect(read(file).split('\n')[line - 1]!.trim()).not.toBe('');
    expect([file, line, says.trim()]).not.toContain('');
  }
  for (const file of readdirSync(copy, { recursive: true, encoding: 'utf8' }).filter((it) => it.endsWith('.yaml')))
    expect(read(file)).not.toContain(' @@ ');
});
