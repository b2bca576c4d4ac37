/**
 * Whose a document is: by the name in its heading and by known lines that carry a fact, never by its shape. Made-up documents of nobody
 * here, and, where they lie beside the project, the documents of other days and what can go wrong with them.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readContent } from '../records/reader.ts';
import { driftReader, type Report } from './compare.ts';
import { keptFile, readKept } from './kept-lines.ts';

const root = process.cwd();
const { entries } = readContent(root);
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hashes = readKept(readFileSync(join(root, keptFile), 'utf8'));
if (typeof hashes === 'number') throw new Error(`${keptFile}:${hashes} is none of its lines`);
const read = driftReader(entries, (text) => sha256(text).slice(0, 6), { hashes, printOf: (text) => sha256(text).slice(0, 12) });
const reportOf = (text: string): Report => {
  const report = read(text, sha256(text));
  if ('why' in report) throw new Error(report.why);
  return report;
};

describe('documents of nobody here', () => {
  test.each([
    [
      'phases in the form of ThemeliOS',
      '# Plan\n\n| Phase | Goal | Status |\n|---|---|---|\n| 0 | A lamp | Complete |\n\n## Phase 0 — Lamp (Complete)\n\n**Goal**: Light.\n\n- Wick\n',
      'a roadmap, of no system here',
    ],
    ['boxes in the form of Starina', '# Teapot\n\n## Roadmap\n\n- [x] Spout\n- [ ] Handle\n', 'a roadmap, of no system here'],
    ['a table with a status', '# Teapot\n\n| Feature | Status |\n|---|---|\n| Spout | Done |\n', 'a roadmap, of no system here'],
    [
      'versions with what comes in each',
      '# Teapot\n\n## Version 1.0\n\n- Spout\n\n## Version 2.0\n\n- Handle\n',
      'a roadmap, of no system here',
    ],
    ['a list of groups in JSON', '{ "groups": [\n { "title": "Clay", "status": "basic", "items": [] } ] }', 'a roadmap, of no system here'],
    ['a notice and nothing that is known', '# Teapot\n\n> [!IMPORTANT]\n> It is hot.\n\n## License\n\nFree.\n', 'not recognised'],
    ['another JSON', '{ "spout": 1 }', 'not recognised'],
  ])('%s', (_, text, form) => {
    expect(reportOf(text)).toMatchObject({ form, system: undefined });
  });

  test('a table of boards that names none of ours', () => {
    expect(reportOf('# Teapot\n\n| Board | Identifier | State |\n|---|---|---|\n| Clay | `clay` | ✅ |\n').system).toBeUndefined();
  });
});

test('the name of a repository among other words tells nothing without a known line; alone, the report says on what it rests', () => {
  expect(reportOf('# FTL: faster than the others\n\n## Roadmap\n\n- [x] Ships\n- [ ] Guns\n')).toMatchObject({
    form: 'a roadmap, of no system here',
    system: undefined,
  });
  expect(reportOf('# Violet\n\nIt traces rays.\n')).toMatchObject({
    system: 'violetos',
    comparedWith: expect.stringContaining('its name alone tells whose it is') as string,
  });
});

test('one line of very many signs is read in a moment', () => {
  for (const line of [
    '- [ ] ' + '['.repeat(200_000),
    '- ![' + '!['.repeat(100_000),
    `## a${' '.repeat(200_000)}b`,
    `## a${'#'.repeat(200_000)}b`,
  ])
    expect(reportOf(`# Starina\n\n## Roadmap\n\n${line}\n`).system).toBe('starina');
}, 20_000);

test('D1: one known word does not outvote the name in the heading', () => {
  const text = '# Moved to [FTL](https://github.com/nuta/ftl)\n\n> [!IMPORTANT]\n>\n> A new one is written. Look there.\n';
  const report = reportOf(text);
  expect(report).toMatchObject({ form: 'README', system: 'starina' });
  // D2: and what it had is reported as gone, each line once.
  const gone = report.findings.filter((it) => it.kind === 'gone').map((it) => it.sourceLine);
  expect(gone.length).toBeGreaterThan(15);
  expect(new Set(gone).size).toBe(gone.length);
});

const kept = join(root, '../shared/upstream-history');
const there = existsSync(kept);
const documents = there
  ? ['violetos-readme', 'violetos-support', 'starina-readme', 'avyos-status'].flatMap((folder) =>
      readdirSync(join(kept, folder)).map((file) => ({ folder, file, text: readFileSync(join(kept, folder, file), 'utf8') })),
    )
  : [];

test.runIf(!there)('the documents of other days are not beside this project (../shared/upstream-history), so none is recognised', () => {
  expect(there).toBe(false);
});

describe.runIf(there)('the documents of other days', () => {
  const formOf = ({ folder, file }: { folder: string; file: string }): string => {
    if (folder === 'avyos-status') return 'status list';
    if (folder === 'violetos-support') return 'platform table';
    // The table went with the last commit in Rust; the roadmap came with the second start, and went with the end.
    if (folder === 'violetos-readme') return file < '2026-04-10' ? 'platform table' : 'README';
    return file < '2025-02' || file > '2026-02' ? 'README' : 'check-list roadmap';
  };
  test.each(documents.map((it) => [`${it.folder}/${it.file}`, it] as const))('%s is recognised as what it is', (_, it) => {
    expect(reportOf(it.text)).toMatchObject({ form: formOf(it), system: it.folder.split('-')[0] });
  });

  test('the newest of each that the records were written from has no drift in what is tracked', () => {
    const tracked = (name: string) =>
      reportOf(documents.find((it) => it.file.includes(name))!.text).findings.filter(
        (it) => it.kind !== 'unplaced' && it.kind !== 'gone' && it.records.length > 0,
      );
    for (const name of ['9b2afd8', 'c6787da', 'f27e040', '4817add']) expect(tracked(name)).toEqual([]);
  });

  /** What is done to a document; a whole document may be put under a foreign heading. */
  const mangles = fc.oneof(
    fc.record({ how: fc.constant('cut' as const), at: fc.nat(), count: fc.integer({ min: 1, max: 30 }) }),
    fc.record({ how: fc.constant('swap' as const), at: fc.nat(), count: fc.nat() }),
    fc.record({ how: fc.constant('double' as const), at: fc.nat(), count: fc.constant(1) }),
    fc.record({ how: fc.constant('tick' as const), at: fc.nat(), count: fc.constant(1) }),
    fc.record({ how: fc.constant('word' as const), at: fc.nat(), count: fc.constant(1) }),
    fc.record({ how: fc.constant('glue' as const), at: fc.nat(), count: fc.constant(1) }),
  );
  const mangled = (text: string, edits: readonly { how: string; at: number; count: number }[]): string => {
    const lines = text.split('\n');
    for (const { how, at, count } of edits) {
      const i = at % lines.length;
      if (how === 'cut') lines.splice(i, count);
      else if (how === 'swap') [lines[i], lines[count % lines.length]] = [lines[count % lines.length]!, lines[i]!];
      else if (how === 'double') lines.splice(i, 0, lines[i] ?? '');
      else if (how === 'tick')
        lines[i] = lines[i]!.replace(/\[ \]|\[x\]|✅|🗓️/u, (it) => (it === '[ ]' ? '[x]' : it === '✅' ? '🗓️' : '[ ]'));
      else if (how === 'word') lines[i] = `${lines[i]} colourless`;
      else lines.splice(i, 2, `${lines[i] ?? ''}${lines[i + 1] ?? ''}`);
      if (lines.length === 0) lines.push('x');
    }
    return lines.join('\n');
  };

  test('of a hundred mangled ones none is taken for another system, and no line is skipped', () => {
    fc.assert(
      fc.property(fc.constantFrom(...documents), fc.array(mangles, { minLength: 1, maxLength: 6 }), ({ folder, text }, edits) => {
        const after = mangled(text, edits);
        fc.pre(after.trim() !== '');
        const report = read(after, sha256(after));
        if ('why' in report) {
          expect(report.why).not.toBe('');
          return;
        }
        expect([folder.split('-')[0], undefined]).toContain(report.system);
        const { known, blank, placed, reported, total } = report.lines;
        expect(known + blank + placed + reported).toBe(total);
      }),
      { numRuns: 100, seed: 13 },
    );
  });

  test('a line that nothing knows is named wherever it is put', () => {
    fc.assert(
      fc.property(fc.constantFrom(...documents.filter((it) => it.file.endsWith('.md'))), fc.nat(), ({ text }, place) => {
        const lines = text.split('\n');
        // Not into a fence or a paragraph, of which it would become a part that is named as a whole.
        const free = lines.flatMap((line, i) => (line === '' && lines[i + 1] !== undefined ? [i] : []));
        const at = free[place % free.length]!;
        const after = lines.toSpliced(at, 0, '', 'Colourless green ideas sleep furiously.').join('\n');
        const { findings } = reportOf(after);
        expect(findings.some((it) => it.kind !== 'gone' && it.line <= at + 2 && at + 2 <= it.toLine)).toBe(true);
      }),
      { numRuns: 100, seed: 13 },
    );
  });
});
