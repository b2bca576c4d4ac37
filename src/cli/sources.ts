/**
 * `npm run sources -- <folder>`: compares the copies of the primary sources in a folder with their records, and
 * checks that every line is cited by a record or set aside with a reason, and that no record is missing. Exit 0 when
 * all is well, 1 when a line differs or is open or a record is missing, 2 when a source cannot be read.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from '../records/problem-text.ts';
import { readContent } from '../records/reader.ts';
import { coverage, isOpen, isPrimary } from '../facts/coverage.ts';
import type { Entry } from '../facts/entries.ts';
import { unresolved } from '../facts/integrity/names.ts';
import { differencesOf, type Copy } from '../facts/line-hashes.ts';
import { modelProperties } from '../mechanisms/properties.ts';
import type { PrimarySource } from '../schemas/sources.ts';

const sha256 = (data: Buffer | string): string => createHash('sha256').update(data).digest('hex');

/** Measures a file; a last line without a line feed counts as a line. */
function measure(path: string): Copy {
  const bytes = readFileSync(path);
  const lines: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(10, at);
    lines.push(bytes.subarray(at, end < 0 ? bytes.length : end));
    at = end < 0 ? bytes.length : end + 1;
  }
  return { sha256: sha256(bytes), hashes: lines.map((line) => sha256(line).slice(0, 6)) };
}

async function main(folder: string | undefined): Promise<number> {
  if (folder === undefined) {
    console.error('Name the folder with the copies of the primary sources: npm run sources -- <folder>');
    return 2;
  }
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    console.error(`There is no folder ${folder}.`);
    return 2;
  }
  const { entries, problems, lineOf } = readContent(process.cwd());
  const lost = [...problems, ...unresolved(entries, await modelProperties())];
  for (const problem of lost) console.error(describe(problem, lineOf(problem.file, problem.field)));
  let worst = lost.length > 0 ? 1 : 0;
  for (const source of entries.sources.filter(isPrimary)) {
    const open = coverage(entries, source);
    worst = Math.max(worst, compare(folder, source), reportOpen(folder, source, open));
  }
  console.log(
    worst === 0
      ? `${entries.sources.filter(isPrimary).length} sources, 100 %`
      : 'The sources and the records do not agree: the lines above say where.',
  );
  return worst;
}

type Primary = Entry<'sources'> & { readonly data: PrimarySource };

/** Prints where the copy differs; returns the exit status. */
function compare(folder: string, source: Primary): number {
  const path = join(folder, source.data.file);
  if (!existsSync(path)) {
    console.error(`${path}: it is not there, and it should hold ${source.data.title}`);
    return 2;
  }
  const differences = differencesOf(source.data, measure(path));
  for (const { line, says } of differences) console.error(`${path}:${line}  ${says}`);
  return differences.length > 0 ? 1 : 0;
}

/** Prints the lines that nothing cites, and one line of figures; returns the exit status. */
function reportOpen(folder: string, source: Primary, lines: ReturnType<typeof coverage>): number {
  const open = lines.filter(isOpen);
  for (const { number } of open)
    console.error(`${join(folder, source.data.file)}:${number}  no record cites this line, and ${source.file} does not set it aside`);
  const cited = lines.filter((it) => it.citers.length > 0).length;
  const ignored = lines.filter((it) => it.citers.length === 0 && it.ignored !== undefined).length;
  const blank = lines.length - cited - ignored - open.length;
  const share = Math.floor((100 * (lines.length - open.length)) / lines.length);
  console.log(`${source.id}: ${lines.length} lines, ${cited} cited, ${ignored} set aside, ${blank} blank, ${share} %`);
  return open.length > 0 ? 1 : 0;
}

process.exitCode = await main(process.argv[2]);
