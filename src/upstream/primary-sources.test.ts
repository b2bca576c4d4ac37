/**
 * The five primary sources themselves, and copies of them with edits. The texts are not in this repository: they are read
 * from ../shared/seeds beside it, and without them these tests are skipped.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readContent } from '../records/reader.ts';
import { isPrimary } from '../facts/coverage.ts';
import type { Finding } from './document.ts';
import { bench } from './made-up.fixture.ts';

const folder = join(process.cwd(), '../shared/seeds');
const there = existsSync(folder);
const { entries } = readContent(process.cwd());
const sources = entries.sources.filter(isPrimary);
const texts = new Map(there ? sources.map((it) => [it.id, readFileSync(join(folder, it.data.file), 'utf8')]) : []);
const text = (id: string): string => texts.get(id)!;
const { read, reportOf, drift } = bench(entries, (it) => createHash('sha256').update(it).digest('hex'));

/** Replaces one line; `with` may be several lines or, as undefined, none. */
const edited = (id: string, line: number, replace: (old: string) => string | undefined): string =>
  text(id)
    .split('\n')
    .flatMap((old, i) => (i + 1 === line ? (replace(old) ?? []) : old))
    .join('\n');

test.runIf(!there)('the primary sources are not beside this project (../shared/seeds), so nothing is compared with them', () => {
  expect(there).toBe(false);
});

describe.runIf(there)('the primary sources', () => {
  const forms = {
    'violetos-readme': 'platform table',
    'starina-readme': 'check-list roadmap',
    'zos-readme': 'README',
    'avyos-architecture': 'README',
    'themelios-milestones': 'milestone table',
  };
  test.each(Object.entries(forms))('%s has no drift', (source, form) => {
    const { lines, ...report } = reportOf(text(source));
    expect(report).toMatchObject({ form, source, findings: [] });
    expect(lines.known + lines.blank).toBe(lines.total);
  });

  test('a phase renamed', () => {
    expect(drift(edited('themelios-milestones', 47, (it) => it.replace('Storage', 'Disks')))).toEqual(['47 renamed themelios-phase-3']);
  });

  test('a status flipped', () => {
    expect(drift(edited('themelios-milestones', 8, (it) => it.replace('Not started', 'Complete')))).toEqual([
      '8 changed themelios-phase-3',
    ]);
    expect(drift(edited('violetos-readme', 21, () => '✅1 |'))).toEqual(['21 changed violetos-qemu-riscv64']);
    expect(drift(edited('starina-readme', 46, (it) => it.replace('•', '• [x]')))).toEqual(['46 changed starina-roadmap-9']);
  });

  test('a platform added', () => {
    expect(drift(edited('violetos-readme', 25, (it) => `${it}\n| Teapot | teapot |\n🗓️3 |`))).toEqual(['26-27 new']);
  });

  test.each(Object.keys(forms))('a line of nonsense in %s', (source) => {
    expect(drift(edited(source, 13, (it) => `${it}\ncolourless green ideas`))).toEqual(['14 unplaced']);
  });

  test('a truncated table', () => {
    const cut = text('themelios-milestones').split('\n');
    cut.splice(11, 6);
    expect(drift(cut.join('\n'))).toEqual([7, 8, 9, 10, 11, 12].map((n) => `11 gone themelios-phase-${n}`));
    expect(drift(edited('themelios-milestones', 10, (it) => it.slice(0, 14)))).toEqual(['10 changed themelios-phase-5']);
    const rows = text('violetos-readme').split('\n');
    rows.splice(21, 4);
    expect(drift(rows.join('\n'))).toEqual(['21 gone violetos-raspberry-pi-3', '21 gone violetos-raspberry-pi-4']);
  });

  test('cut off after its first lines: all the rest is gone, line by line', () => {
    const report = reportOf(text('themelios-milestones').split('\n').slice(0, 20).join('\n'));
    const lines = report.findings.filter((it) => it.kind === 'gone').map((it) => it.sourceLine);
    expect(new Set(lines)).toEqual(new Set(Array.from({ length: 146 }, (_, i) => i + 21)));
  });

  test('line ends, a byte-order mark, a line feed at the end', () => {
    for (const it of texts.values()) {
      const count = it.split('\n').length;
      expect(drift(it.replaceAll('\n', '\r\n'))).toEqual([`1-${count - 1} line-ends`]);
      expect(drift(`\uFEFF${it}`)).toEqual(['1 byte-order-mark']);
      expect(drift(`${it}\n`)).toEqual([`${count} line-ends`]);
    }
  });
});

/** One edit of one line: what becomes of it. */
const edits = fc.oneof(
  fc.record({ how: fc.constant('replace' as const), by: fc.string({ unit: 'grapheme', maxLength: 30 }) }),
  fc.record({
    how: fc.constant('insert' as const),
    at: fc.nat(),
    by: fc.constantFrom(' ', 'x', '|', '`', '**', '\r', '\t', '- ', '(', '\u00a0', '# ', '✅', '\n', '[x] '),
  }),
  fc.record({ how: fc.constant('cut' as const), at: fc.nat() }),
  fc.record({ how: fc.constant('delete' as const) }),
  fc.record({ how: fc.constant('double' as const) }),
  fc.record({ how: fc.constant('add' as const), by: fc.string({ unit: 'grapheme', maxLength: 30 }) }),
  fc.record({ how: fc.constant('flip' as const) }),
);
type Edit = typeof edits extends fc.Arbitrary<infer T> ? T : never;

function apply(edit: Edit, line: string): string | undefined {
  const at = 'at' in edit ? edit.at % (line.length + 1) : 0;
  switch (edit.how) {
    case 'replace':
      return edit.by;
    case 'insert':
      return line.slice(0, at) + edit.by + line.slice(at);
    case 'cut':
      return line.slice(0, at) + line.slice(at + 1);
    case 'delete':
      return undefined;
    case 'double':
      return `${line}\n${line}`;
    case 'add':
      return `${line}\n${edit.by}`;
    case 'flip':
      return line.replace(/Not started|Complete|✅1|🗓️3/u, (it) => (it === 'Complete' ? 'Not started' : it === '✅1' ? '🗓️3' : 'Complete'));
  }
}

/** The lines that are equal to a line and next to it: which of them was taken away or doubled, nobody can tell. */
function alike(lines: readonly string[], line: number): [number, number] {
  let [from, to] = [line, line];
  while (from > 1 && lines[from - 2] === lines[line - 1]) from--;
  while (to < lines.length && lines[to] === lines[line - 1]) to++;
  return [from, to];
}

/** `npm run test:all` sets ORRERY_ALL. */
const runs = process.env['ORRERY_ALL'] === '1' ? 1_000 : 300;

test.runIf(there)('any edit of any line of a source is reported with that line', () => {
  fc.assert(
    fc.property(fc.constantFrom(...texts.keys()), fc.nat(), edits, (id, place, edit) => {
      const lines = text(id).split('\n');
      const line = (place % lines.length) + 1;
      const after = edited(id, line, (old) => apply(edit, old));
      fc.pre(after !== text(id));
      const report = read(after);
      if ('why' in report) {
        expect(report.line).toBeGreaterThan(0);
        return;
      }
      const [from, to] = alike(lines, line);
      const now = after.split('\n').map((it) => it.replace(/\r$/, ''));
      if (now.at(-1) === '') now.pop();
      // With as many lines as before, the line itself must be named; otherwise it, or its new neighbour, or the line that is gone.
      const [reach, goneCounts] = now.length === lines.length ? [line, false] : [line + 1, true];
      const names = (it: Finding): boolean =>
        ((goneCounts || it.kind !== 'gone') && it.line > 0 && alike(now, it.line)[0] <= reach && alike(now, it.toLine)[1] >= line) ||
        (goneCounts && it.sourceLine !== undefined && it.sourceLine >= from && it.sourceLine <= to);
      expect(report.findings.some(names)).toBe(true);
      const { known, blank, placed, reported, total } = report.lines;
      expect(known + blank + placed + reported).toBe(total);
      expect(total).toBe(after.split('\n').length - (after.endsWith('\n') ? 1 : 0));
    }),
    { numRuns: 3 * runs, seed: 4 },
  );
});

test.runIf(there)(
  'after many edits at once every line of the document is still placed or named, and every line that is lost is named',
  () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...texts.keys()),
        fc.array(fc.record({ place: fc.nat(), edit: edits }), { minLength: 2, maxLength: 12 }),
        (id, many) => {
          const lines = text(id).split('\n');
          const changed: (string | undefined)[] = [...lines];
          for (const { place, edit } of many) changed[place % lines.length] = apply(edit, lines[place % lines.length]!);
          const after = changed.filter((it) => it !== undefined).join('\n');
          fc.pre(after !== text(id) && after.trim() !== '');
          const report = read(after);
          if ('why' in report) return;
          expect(report.findings.length).toBeGreaterThan(0);
          const { known, blank, placed, reported, total } = report.lines;
          expect(known + blank + placed + reported).toBe(total);
          expect(placed).toBe(0);
        },
      ),
      { numRuns: runs, seed: 4 },
    );
  },
);
