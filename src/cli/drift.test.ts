/** The command itself: its exit status, and that nothing that it is given makes it crash. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { called } from './command/call.fixture.ts';
import { command } from './drift.ts';

const seeds = join(process.cwd(), '../shared/seeds');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'drift-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]) => called(command, ...args);
const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

test('without a document, and with an option that is none, it says how it is called', async () => {
  expect(await run()).toMatchObject({ status: 2, err: expect.stringContaining('npm run drift --') as string });
  expect(await run('--jsn', 'x')).toMatchObject({ status: 2, err: expect.stringContaining('There is no option --jsn') as string });
});

test('what cannot be read: which, where and why', async () => {
  const empty = file('empty.md', '');
  const binary = file('binary.png', Buffer.from([0x89, 0x50, 0x0a, 0xff, 0x00, 0x1a]));
  const zero = file('zero.md', 'a line\na \0 line\n');
  const missing = join(folder, 'missing.md');
  const { status, err } = await run(empty, binary, zero, missing);
  expect(status).toBe(2);
  expect(err.replaceAll(`${folder}/`, '')).toBe(
    [
      'empty.md:0  unreadable  it is empty',
      'binary.png:1  unreadable  byte 1 is no UTF-8, so it is not text',
      'zero.md:2  unreadable  it holds a NUL character, so it is not text',
      'missing.md:0  unreadable  it cannot be opened (ENOENT)',
      '',
    ].join('\n'),
  );
});

test('D6: what kind of document it is stands first, also of one that is not recognised', async () => {
  const path = file('foreign.md', '# Something else\n\nA line.\n\nAnother line.\n');
  expect((await run(path)).out.split('\n')[0]).toMatch(/foreign\.md: not recognised, \d+ differences; compared with nothing/);
});

test('drift is exit 1, as text and as JSON, with the line and the record', async () => {
  const path = file(
    'list.md',
    '# Milestones of ThemeliOS\n\n| Phase | Goal | Status |\n|---|---|---|\n| **13** | A tower | Not started |\n',
  );
  const { status, out } = await run(path);
  expect(status).toBe(1);
  expect(out).toContain(`${path}:5  new  a row of Phase 13, which no record holds`);
  const json = JSON.parse((await run('--json', path)).out) as { exit: number; documents: { findings: object[] }[] };
  expect(json).toMatchObject({ exit: 1, documents: [{ file: path, form: 'milestone table', system: 'themelios' }] });
  expect(json.documents[0]!.findings).toContainEqual({
    kind: 'new',
    line: 5,
    toLine: 5,
    records: [],
    says: 'a row of Phase 13, which no record holds',
  });
  expect(readFileSync(path, 'utf8')).toContain('A tower');
});

const statement = (state: string): string =>
  `{ "system": "avyos", "platforms": [\n{ "identifier": "GOARCH=amd64", "state": "${state}", "day": "2026-03-01" }] }\n`;

test('a statement of a project is told by its members; one that is not valid is exit 2, with line and field', async () => {
  const path = file('orrery.json', statement('planned'));
  const { status, out } = await run(path);
  expect(status).toBe(1);
  expect(out).toContain(`${path}: statement of the project of avyos, `);
  expect(out).toContain(`${path}:2  changed  “GOARCH=amd64” is stated as planned on 2026-03-01; the records have it as supported`);
  const wrong = await run(file('wrong.json', statement('works')));
  expect(wrong.status).toBe(2);
  expect(wrong.out).toContain('wrong.json:2  invalid  platforms[0].state must be one of supported, ');
});

test('with --system a document is of that system or of none', async () => {
  const path = file('list-of-themelios.md', '# Milestones of ThemeliOS\n\n| Phase | Goal | Status |\n|---|---|---|\n| **13** | A tower | Not started |\n'); // prettier-ignore
  expect((await run('--system', 'themelios', path)).out).toContain('milestone table of themelios');
  expect((await run('--system', 'starina', path)).out).not.toContain('themelios,');
  expect(await run('--system', 'themelious', path)).toMatchObject({
    status: 2,
    err: expect.stringContaining("Did you mean 'themelios'?") as string,
  });
  expect(await run('--system', 'starina', file('avyos.json', statement('planned')))).toMatchObject({
    status: 2,
    out: expect.stringContaining('system is “avyos”, and no system here is called so') as string,
  });
});

test.runIf(existsSync(seeds))('the primary sources: no drift, exit 0', async () => {
  const { status, out } = await run(seeds);
  expect(out.match(/no drift/g)).toHaveLength(readdirSync(seeds).length);
  expect(status).toBe(0);
});
test.runIf(!existsSync(seeds))(
  'the primary sources are not beside this project (../shared/seeds), so the command is not run on them',
  () => {
    expect(existsSync(seeds)).toBe(false);
  },
);
