import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { definitionsFile } from '../../facts/definition-names.ts';
import { cited, entriesOf, ground, readme, seen, system, upstream } from '../../facts/entries.fixture.ts';
import { byFile, whereOf } from './where.ts';

const entries = entriesOf(...ground);

describe('whereOf', () => {
  test('leads to the line of a document, on this site', () => {
    expect(whereOf(entries, cited())).toEqual({
      evidence: 'documented',
      word: 'documented',
      text: 'README of Orbit, line 1',
      short: 'README, line 1',
      file: 'README of Orbit',
      within: 'line 1',
      href: '/sources/orbit-readme/#L1',
      outside: false,
    });
  });

  test('leads to a range by its first line', () => {
    const three = entriesOf(system(), readme(['111111', '222222', '333333']));
    expect(whereOf(three, cited(2, 3))).toMatchObject({ text: 'README of Orbit, lines 2 to 3', href: '/sources/orbit-readme/#L2' });
  });

  test('leads to a file at its commit, away from this site', () => {
    expect(whereOf(entries, { ...seen, path: 'kernel/src/cap/cspace.rs' })).toEqual({
      evidence: 'found',
      word: 'found upstream',
      text: 'kernel/src/cap/cspace.rs, lines 7 to 9 at abcdef1, 2026-01-02',
      short: 'cap/cspace.rs:7, 2026-01-02',
      file: 'kernel/src/cap/cspace.rs at abcdef1, 2026-01-02',
      within: 'lines 7 to 9',
      href: 'https://example.org/orbit/blob/abcdef1/kernel/src/cap/cspace.rs#L7-L9',
      outside: true,
    });
  });

  test('leads to the lines, and to a folder, and says what was looked for in vain', () => {
    const of = (narrowed: object) => whereOf(entries, { ...seen, lines: undefined, ...narrowed });
    expect(of({ lines: [7, 7] })).toMatchObject({
      text: 'kernel/main.c, line 7 at abcdef1, 2026-01-02',
      short: 'kernel/main.c:7, 2026-01-02',
      href: 'https://example.org/orbit/blob/abcdef1/kernel/main.c#L7',
    });
    expect(of({ lines: [7, 9] })).toMatchObject({
      text: 'kernel/main.c, lines 7 to 9 at abcdef1, 2026-01-02',
      href: 'https://example.org/orbit/blob/abcdef1/kernel/main.c#L7-L9',
    });
    expect(of({ whole: 'file' })).toMatchObject({ text: 'kernel/main.c (the whole file) at abcdef1, 2026-01-02' });
    expect(of({ path: 'kernel', whole: 'folder' })).toMatchObject({ href: 'https://example.org/orbit/tree/abcdef1/kernel' });
    expect(of({ absent: 'a caller of spawn' }).text).toBe(
      'kernel/main.c (searched for a caller of spawn: not there) at abcdef1, 2026-01-02',
    );
  });

  test('names the function or type that the lines are of', () => {
    const kept = readFileSync(definitionsFile, 'utf8');
    const [, source = '', commit = '', path = '', from, to, name] = /^(\S+) (\S+) (\S+) (\d+)-(\d+) (\S+)$/m.exec(kept)!;
    const repository = { ...upstream({ commits: [{ commit, date: '2026-01-02', what: 'a tree' }] }), id: source };
    const known = entriesOf(system(), repository);
    const lines = `${from === to ? `line ${from}` : `lines ${from} to ${to}`} (${name})`;
    expect(whereOf(known, { source, commit, path, lines: [Number(from), Number(to)] })).toMatchObject({
      text: `${path}, ${lines} at ${commit}, 2026-01-02`,
      short: `${path.split('/').slice(-2).join('/')}:${from} (${name}), 2026-01-02`,
      file: `${path} at ${commit}, 2026-01-02`,
      within: lines,
    });
  });

  test('several places of one file are named together, in the order in which the file is first named', () => {
    const other = { ...seen, path: 'kernel/other.c' };
    const files = byFile(entries, [seen, other, { ...seen, lines: [20, 20] }, { ...seen, lines: undefined, absent: 'spawn' }]);
    expect(files.map(({ file, places }) => [file, places.map(({ within }) => within)])).toEqual([
      ['kernel/main.c at abcdef1, 2026-01-02', ['lines 7 to 9', 'line 20', '(searched for spawn: not there)']],
      ['kernel/other.c at abcdef1, 2026-01-02', ['lines 7 to 9']],
    ]);
    expect(byFile(entries, [cited(1)])[0]).toMatchObject({ file: 'README of Orbit', places: [{ within: 'line 1' }] });
  });

  test('says when a copy has no date', () => {
    expect(whereOf(entries, { ...seen, commit: 'abcdef3' }).text).toBe('kernel/main.c, lines 7 to 9 at abcdef3, undated');
  });

  test('marks a conclusion as one, whatever it rests on', () => {
    for (const citation of [cited(), seen])
      expect(whereOf(entries, citation, 'inferred')).toMatchObject({ evidence: 'inferred', word: 'inferred' });
    expect(whereOf(entries, cited(), 'unknown').evidence).toBe('documented');
  });

  test.each([
    [
      'a source that is not there',
      { source: 'orbit-plan', lines: [1, 1] },
      /names the source 'orbit-plan', which is not in src\/content\/sources\//,
    ],
    ['a line past the end', cited(1, 2), /'orbit-readme' has lines 1 to 1; a citation gives 1 to 2/],
    ['a document without lines', { source: 'orbit-readme' }, /a citation gives 0 to 0/],
    ['a commit that is not listed', { ...seen, commit: 'abcdef9' }, /names the commit 'abcdef9'/],
    ['a repository without a commit', { source: 'orbit-upstream', lines: [1, 1] }, /names the commit ''/],
  ] as [string, ReturnType<typeof cited>, RegExp][])('refuses %s', (_, citation, says) => {
    expect(() => whereOf(entriesOf(system(), readme(), upstream()), citation)).toThrow(says);
  });
});
