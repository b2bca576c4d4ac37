/** The statement that each project may begin with: valid but for the days that nobody knows, and without a difference to the records. */
import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { atHeadFile, readAtHead, type AtHeads } from '../../facts/last-seen.ts';
import { readContent } from '../../records/reader.ts';
import { ownStatement } from '../../schemas/own-statement.ts';
import { driftReader } from '../../upstream/compare.ts';
import { dayToWrite, ownStatementOf, ownStatementText } from './own-statement.ts';

const { entries } = readContent(process.cwd());
const atHeads = readAtHead(readFileSync(join(process.cwd(), atHeadFile), 'utf8')) as AtHeads;
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const driftOf = driftReader(entries, (text) => hash(text).slice(0, 6));
const texts = entries.systems.map((system) => {
  const statement = ownStatementOf(entries, system, atHeads, 'https://example.org/api/v1/schema/own-statement.json');
  return { id: system.id, statement, text: ownStatementText(statement) };
});

describe.each(texts)('$id', ({ id, statement, text }) => {
  const dated = text.replaceAll(dayToWrite, '2026-11-27');

  test('its text is the statement, and valid when the days are written in', () => {
    expect(JSON.parse(text)).toEqual(statement);
    expect(ownStatement.safeParse(JSON.parse(dated)).error?.issues).toBeUndefined();
  });

  test('says nothing otherwise than the records', () => {
    expect(driftOf(dated, hash(dated))).toMatchObject({ form: 'statement of the project', system: id, findings: [] });
  });

  test('a day that nobody knows is refused, at its line', () => {
    const lines = text.split('\n').flatMap((line, i) => (line.includes(dayToWrite) ? [i + 1] : []));
    const report = driftOf(text, hash(text));
    if ('why' in report) throw new Error(report.why);
    expect(report.findings.map((it) => [it.kind, it.line])).toEqual(lines.map((it) => ['invalid', it]));
  });

  test('shows lines of its own repository, or an address', () => {
    const all = [...(statement.milestones ?? []), ...(statement.platforms ?? [])];
    expect(all.length).toBeGreaterThan(0);
    expect(all.filter(({ evidence }) => !evidence?.link && !evidence?.lines)).toEqual([]);
  });
});
