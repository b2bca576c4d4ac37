/** Real records and pages with random damage: each is read without a crash, and is either still sound or told with file, line and a fix hint. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { everyEntry, type Entries, type Problem } from '../facts/entries.ts';
import { problemsIn } from '../facts/integrity.ts';
import { textOf } from './content-files.ts';
import { describe } from './problem-text.ts';
import { readContent, readOne } from './reader.ts';

const root = join(import.meta.dirname, '../..');
const { entries, prose } = readContent(root);
const records = everyEntry(entries).map(({ file }) => file);
const pages = prose.map(({ file }) => file);

/** A place in a file, as a share of its length, so that a case shrinks towards its beginning. */
const place = fc.double({ min: 0, max: 1, noNaN: true });
type Damage = (bytes: Buffer) => Buffer;

const spliced = (bytes: Buffer, at: number, remove: number, put: Uint8Array): Buffer => {
  const start = Math.floor(at * bytes.length);
  return Buffer.concat([bytes.subarray(0, start), put, bytes.subarray(start + remove)]);
};
const byBytes = fc.tuple(place, fc.nat(8), fc.uint8Array({ maxLength: 8 })).map(
  ([at, remove, put]): Damage =>
    (bytes) =>
      spliced(bytes, at, remove, put),
);

const tokens = ['[', ']', '{', '}', ': ', '\n- ', '*a', '&a ', '!!binary ', ' |\n', ' >\n', '\n%', '@', '`', '"', "'", '\t', '\n? ', '\n<<: ', '\n---\n', '\n...\n', ' # ', '\u202e', '\0', '\n__proto__: ', 'constructor', '\r\n', '\\', ',']; // prettier-ignore
const marks = ['<', '{', '}', '<Cite>', '</Cite>', '<iframe/>', '[x](javascript:1)', '![x](//e)', '<Rule id="__proto__" />', '{`${', '\n\nexport const a = 1\n\n', '\n\nimport x from "y"\n\n', '\n---\n', '{/*', '> > > ', '{...x}', '<Cite lines="9-1" />', '<Simulation id="constructor" />']; // prettier-ignore
const byTokens = (list: readonly string[]) =>
  fc.array(fc.tuple(place, fc.constantFrom(...list), fc.nat(3)), { minLength: 1, maxLength: 3 }).map(
    (all): Damage =>
      (bytes) =>
        all.reduce((text, [at, token, remove]) => spliced(text, at, remove, Buffer.from(token)), bytes),
  );

const values = ['null', 'true', '[]', '{}', '-1', '1e309', '.nan', '__proto__', '0x10', '9'.repeat(400), "''", '"   "', '[[[]]]', '2024-02-30', '{ a: { b: c } }', '"\\ud800"', 'x'.repeat(5000)]; // prettier-ignore
/** Another value behind a key, or another line in place of one: types that a schema does not expect. */
const byTypes = fc
  .tuple(place, fc.constantFrom(...values), fc.constantFrom('value', 'line', 'twice', 'gone', 'deeper'))
  .map(([at, value, how]): Damage => (bytes) => {
    const lines = bytes.toString().split('\n');
    const i = Math.floor(at * (lines.length - 1));
    const line = lines[i]!;
    const put = { value: [line.replace(/(: |- ).*$/, `$1${value}`)], line: [value], twice: [line, line], gone: [], deeper: [`   ${line}`] }[
      how
    ];
    lines.splice(i, 1, ...put);
    return Buffer.from(lines.join('\n'));
  });

/** Every problem is in this file, at a line of it, and says in a few visible words what is wrong and what to do. */
function expectTold(problems: readonly Problem[], file: string, lines: number, lineOf: (field: Problem['field']) => number): void {
  for (const problem of problems) {
    expect(problem.file).toBe(file);
    const text = describe(problem, lineOf(problem.field));
    const [, line] = /^[^:]+:(\d+) {2}\P{Cc}+: \P{Cc}+\n {4}\P{Cc}+$/u.exec(text) ?? [];
    expect(Number(line), text).toBeGreaterThan(0);
    expect(Number(line), text).toBeLessThanOrEqual(lines + 1);
    expect(text.length).toBeLessThan(2500);
  }
}

function readDamaged(file: string, damage: Damage): void {
  const bytes = damage(readFileSync(join(root, file)));
  const text = textOf(file, bytes);
  const lines = bytes.toString('latin1').split('\n').length;
  if ('problem' in text) return expectTold([text.problem], file, lines, () => 1);
  const { problems, entry, page, lineOf } = readOne(file, text.text);
  expectTold(problems, file, lines, lineOf);
  if (problems.length > 0) return;
  expect(entry ?? page).toBeDefined();
  // Beside the systems and sources alone: what else it names is then missing, which is told as well.
  const few: Entries = { ...entries, milestones: [], platforms: [], rules: [], glossary: [], drift: [], architecture: [] };
  const all: Entries = entry ? { ...few, [entry.collection]: [...few[entry.collection].filter(({ id }) => id !== entry.id), entry] } : few;
  const found = problemsIn(all, new Map(), page ? [page] : []).filter((it) => it.file === file);
  expectTold(found, file, lines, lineOf);
}

/** `npm run test:all` sets ORRERY_ALL. */
const runs = process.env['ORRERY_ALL'] === '1' ? 500 : 200;

test('R4: damaged records are read, or told with file and line', () => {
  fc.assert(fc.property(fc.constantFrom(...records), fc.oneof(byBytes, byTokens(tokens), byTypes), readDamaged), { numRuns: 3 * runs });
});

test('R6: damaged pages are read, or told with file and line', () => {
  fc.assert(fc.property(fc.constantFrom(...pages), fc.oneof(byBytes, byTokens([...marks, ...tokens]), byTypes), readDamaged), {
    numRuns: runs,
  });
});
