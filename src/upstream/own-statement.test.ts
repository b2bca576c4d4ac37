/** A small statement of a made-up project: what agrees is silent, and each fault and each difference is named with its line. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ownStatement } from '../schemas/own-statement.ts';
import { bench, madeUp } from './made-up.fixture.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const { read, reportOf, drift } = bench(madeUp(hash), hash);

const statement = `{
  "$schema": "https://example.org/api/v1/schema/own-statement.json",
  "system": "kite",
  "milestones": [
    {
      "id": "kite-1",
      "title": "Paper wings",
      "state": "complete",
      "day": "2026-01-01",
      "evidence": { "path": "docs/plan.md", "lines": [3, 4] }
    },
    { "id": "kite-2", "state": "not-started", "day": "2026-01-01", "evidence": { "link": "https://example.org/plan" } },
    { "title": "spool", "state": "not-started", "day": "2026-01-01", "evidence": { "path": "README.md", "lines": [9, 9] } },
    { "id": "kite-core", "state": "partial", "note": "Wings and tail.", "day": "2026-01-01", "evidence": { "path": "a.json", "lines": [1, 2] } }
  ],
  "platforms": [
    { "identifier": "kite-breeze", "state": "supported", "day": "2026-01-01" }
  ]
}
`;
/** What is said of the statement when one text in it is another. */
const says = (from: string, to: string): string[] => {
  expect(statement).toContain(from);
  return reportOf(statement.replace(from, to)).findings.map(
    ({ line, toLine, kind, says: words }) => `${line}${toLine === line ? '' : `-${toLine}`} ${kind}: ${words}`,
  );
};

test('a statement that says what the records hold is recognised, and silent', () => {
  expect(reportOf(statement)).toMatchObject({
    form: 'statement of the project',
    system: 'kite',
    comparedWith: 'the newest observations of the records',
    lines: { total: 19, placed: 19, reported: 0 },
    findings: [],
  });
});

describe('against the records', () => {
  test.each([
    [
      'a state',
      '"complete"',
      '"in-progress"',
      ['8 changed: “Paper wings” is stated as in-progress on 2026-01-01; the records have it as complete on 2026-01-01'],
    ],
    [
      'a state of before what was found',
      '"complete",\n      "day": "2026-01-01"',
      '"not-started",\n      "day": "2025-12-31"',
      ['8 changed: “Paper wings” is stated as not-started on 2025-12-31; the records have it as complete on 2026-01-01, which is later'],
    ],
    ['the same state on a later day', '"2026-01-01"', '"2026-03-04"', []],
    ['another title', '"Paper wings"', '"Silk wings"', ['7 renamed: kite-1 is called “Silk wings” here, and “Paper wings” in the records']],
    ['a label as the title', '"Paper wings"', '"Roadmap item 1: Paper  Wings"', []],
    [
      'a milestone that no record holds, and one that is left out for it',
      '"kite-2"',
      '"kite-9"',
      [
        '12 new: a milestone “kite-9” that no record holds; the nearest that one holds is “kite-1”',
        '15 gone: no milestone “Long tail” is stated; the records have it as not-started',
      ],
    ],
    [
      'a title that is no other',
      '"spool"',
      '"spools of thread"',
      [
        '13 new: a milestone “spools of thread” that no record holds',
        '15 gone: no milestone “Spool” is stated; the records have it as not-started',
      ],
    ],
    [
      'a platform by another name',
      '"kite-breeze"',
      '"gale"',
      ['17 new: a platform “gale” that no record holds', '18 gone: no platform “Breeze” is stated; the records have it as supported'],
    ],
    ['a platform by its title', '"kite-breeze"', '"Breeze"', []],
    [
      'one milestone twice',
      '"title": "spool"',
      '"title": "long tail"',
      [
        '13 invalid: milestones[2] is milestone kite-2 a second time',
        '15 gone: no milestone “Spool” is stated; the records have it as not-started',
      ],
    ],
  ])('%s', (_, from, to, expected) => expect(says(from, to)).toEqual(expected));

  test('without a list nothing is said of what would stand in it', () => {
    expect(
      drift('{ "system": "kite", "platforms": [{ "identifier": "kite-breeze", "state": "supported", "day": "2026-01-01" }] }'),
    ).toEqual([]);
    expect(drift('{ "system": "kite", "platforms": [] }')).toEqual(['1 gone kite-breeze']);
  });
});

describe('a fault is named with its line and its field', () => {
  const days = 'must be a day that exists, written "2026-08-21"';
  const lines = 'must be the first and the last line, both counted from 1, such as [3, 9]';
  test.each([
    [
      'a member that is none',
      '"state": "complete"',
      '"stat": "complete"',
      ['8 invalid: milestones[0].stat is no member of a statement: did you mean “state”?'],
    ],
    [
      'another that is none',
      '"$schema"',
      '"made by"',
      ['2 invalid: made by is no member of a statement: there are $schema, system, milestones, platforms'],
    ],
    ['a member twice', '"title": "Paper wings"', '"id": "kite-1"', ['7 invalid: milestones[0].id stands here twice']],
    [
      'a word that is none',
      '"complete"',
      '"completed"',
      [
        '8 invalid: milestones[0].state must be one of complete, partial, in-progress, not-started, unknown, moved, dropped: did you mean “complete”?',
      ],
    ],
    [
      'silence as a state',
      '"supported"',
      '"unnamed"',
      ['17 invalid: platforms[0].state must be one of supported, partial, planned, deferred, unknown, removed'],
    ],
    [
      'no state',
      '"state": "supported", ',
      '',
      ['17 invalid: platforms[0].state is missing: it must be one of supported, partial, planned, deferred, unknown, removed'],
    ],
    ['a day that does not exist', '"2026-01-01",\n', '"2026-02-30",\n', [`9 invalid: milestones[0].day ${days}`]],
    ['no day', ', "day": "2026-01-01" }', ' }', [`17 invalid: platforms[0].day is missing: it ${days}`]],
    [
      'no evidence',
      '"day": "2026-01-01", "evidence": { "link": "https://example.org/plan" }',
      '"day": "2026-01-01"',
      ['12 invalid: milestones[1].evidence is missing: it must be an object with path and lines, or link'],
    ],
    [
      'both kinds of evidence',
      '"lines": [3, 4]',
      '"lines": [3, 4], "link": "https://example.org/"',
      ['10 invalid: milestones[0].evidence must have either path and lines, or link'],
    ],
    ['lines from last to first', '[3, 4]', '[4, 3]', [`10 invalid: milestones[0].evidence.lines ${lines}`]],
    ['one line', '[3, 4]', '[3]', [`10 invalid: milestones[0].evidence.lines ${lines}`]],
    [
      'a path that leads out',
      'docs/plan.md',
      'docs/../../plan.md',
      [
        '10 invalid: milestones[0].evidence.path must be the path of a file in the repository, without a slash first or last, "..", "#", "?" or a blank',
      ],
    ],
    [
      'an address that is none',
      'https://example.org/plan',
      'http://example.org/plan',
      ['12 invalid: milestones[1].evidence.link must be an address that begins with https://'],
    ],
    [
      'neither id nor title',
      '"title": "spool", ',
      '',
      [
        '13 invalid: milestones[2] must have an id or a title',
        '15 gone: no milestone “Spool” is stated; the records have it as not-started',
      ],
    ],
    [
      'a state that needs a note',
      '"complete"',
      '"partial"',
      ['5-11 invalid: milestones[0].note is missing: partial, moved, unknown need one that says which part, where to, or why'],
    ],
    [
      'an empty text',
      '"kite-breeze"',
      '""',
      [
        '17 invalid: platforms[0].identifier must not be empty',
        '18 gone: no platform “Breeze” is stated; the records have it as supported',
      ],
    ],
    ['a number for a text', '"Paper wings"', '7', ['7 invalid: milestones[0].title must be a text']],
    ['a number for an id', '"id": "kite-2"', '"id": 2, "title": "Long tail"', ['12 invalid: milestones[1].id must be a text']],
    [
      'no list',
      '"platforms": [',
      '"platforms": 7, "x": [',
      [
        '16-18 invalid: x is no member of a statement: there are $schema, system, milestones, platforms',
        '16 invalid: platforms must be a list',
      ],
    ],
    [
      'another system',
      '"kite",\n  "milestones"',
      '"kites",\n  "milestones"',
      ['3 invalid: system is “kites”, and no system here is called so: did you mean “kite”?'],
    ],
  ])('%s', (_, from, to, expected) => expect(says(from, to)).toEqual(expected));

  test('without a system, and without both lists', () => {
    const faults = (text: string) => reportOf(text).findings.map((it) => it.says);
    expect(faults('{ "milestones": [], "platforms": [] }')).toEqual(['system is missing: it must be a text']);
    expect(faults('{ "$schema": "/api/v1/schema/own-statement.json", "system": "kite" }')).toEqual([
      'the statement must have milestones, platforms or both',
    ]);
  });
});

test('another JSON is no statement, and a broken one is unreadable at its line', () => {
  expect(reportOf('{ "platforms": [] }').form).toBe('not recognised');
  expect(read(statement.replace('"Paper wings",', '"Paper wings"'))).toEqual({
    line: 8,
    why: 'it begins like JSON and is none: a , is missing between two members',
  });
});

test('whatever is done to a statement, it is silent only where it states the same', () => {
  const put = fc.constantFrom('"', '{', '}', ',', ':', '[', ']', '0', 'x', '"id"', '"state"', '"day"', 'null', '7', '');
  const splice = fc.record({ at: fc.nat(), cut: fc.nat(30), put });
  const states = (it: unknown) => {
    const { milestones = [], platforms = [] } = ownStatement.parse(it);
    return [milestones, platforms].map((list) => list.map(({ state }) => state));
  };
  fc.assert(
    fc.property(fc.array(splice, { minLength: 1, maxLength: 3 }), (splices) => {
      let text = statement;
      for (const it of splices) text = text.slice(0, it.at % text.length) + it.put + text.slice((it.at % text.length) + it.cut) || 'x';
      const report = read(text);
      if ('why' in report || report.findings.length > 0) return;
      expect(report.form).toBe('statement of the project');
      expect(states(JSON.parse(text))).toEqual(states(JSON.parse(statement)));
    }),
    { numRuns: 3_000, seed: 13 },
  );
});
