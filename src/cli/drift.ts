/**
 * `npm run drift -- <folder or files> [--json]`: reads documents as their projects write them, and says what is new, gone,
 * renamed or changed in them against the records. Exit 0 no drift, 1 drift, 2 when something cannot be read. It changes nothing.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from '../records/problem-text.ts';
import { readContent } from '../records/reader.ts';
import { driftReader, type DriftOf, type Report } from '../upstream/compare.ts';
import type { Finding, Unreadable } from '../upstream/document.ts';

const sha256 = (data: Buffer | string): string => createHash('sha256').update(data).digest('hex');
const printOf = (text: string): string => sha256(text).slice(0, 6);

/** No document of the five projects comes near it; what is larger was given by mistake. */
const maxBytes = 2 * 1024 * 1024;

/** A line of a primary source may be cited by a dozen records: the report names the first of them, `--json` all. */
const namedRecords = 3;

type Outcome = { readonly file: string } & (Report | Unreadable);

/** All files below a folder, or the file itself, in the order of their paths; hidden ones and installed packages left out. */
function filesAt(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => !name.startsWith('.') && name !== 'node_modules')
    .sort()
    .flatMap((name) => filesAt(join(path, name)));
}

/** The line of the first byte that is no UTF-8, and why; undefined for text. */
function notText(bytes: Buffer): Unreadable | undefined {
  const text = bytes.toString('utf8');
  if (Buffer.compare(Buffer.from(text, 'utf8'), bytes) === 0) return undefined;
  let at = 0;
  const again = Buffer.from(text, 'utf8');
  while (again[at] === bytes[at]) at++;
  return { line: bytes.subarray(0, at).filter((it) => it === 10).length + 1, why: `byte ${at + 1} is no UTF-8, so it is not text` };
}

/** A file that is no text, is too large or cannot be opened is an answer, not a crash. */
function read(driftOf: DriftOf, file: string): Outcome {
  let bytes: Buffer;
  try {
    if (statSync(file).size > maxBytes) return { file, line: 0, why: `it is larger than ${maxBytes} bytes` };
    bytes = readFileSync(file);
  } catch (error) {
    return { file, line: 0, why: `it cannot be opened (${codeOf(error)})` };
  }
  return { file, ...(notText(bytes) ?? driftOf(bytes.toString('utf8'), sha256(bytes))) };
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : String(error));

function outcomes(driftOf: DriftOf, paths: readonly string[]): Outcome[] {
  return paths.flatMap((path): Outcome[] => {
    let files: string[];
    try {
      files = filesAt(path);
    } catch (error) {
      return [{ file: path, line: 0, why: `it cannot be opened (${codeOf(error)})` }];
    }
    return files.length > 0 ? files.map((file) => read(driftOf, file)) : [{ file: path, line: 0, why: 'this folder holds no file' }];
  });
}

/** `path:12-14  changed  says (line 47 of the source; records)`. */
function lineOf(file: string, { kind, line, toLine, sourceLine, records, says }: Finding): string {
  const where = `${file}:${line}${toLine === line ? '' : `-${toLine}`}`;
  const notes = [
    ...(sourceLine ? [`source line ${sourceLine}`] : []),
    ...records.slice(0, namedRecords).map((it) => `record ${it}`),
    ...(records.length > namedRecords ? [`and ${records.length - namedRecords} more`] : []),
  ];
  return `${where}  ${kind}  ${says}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
}

function print(outcome: Outcome): void {
  if ('why' in outcome) {
    console.error(`${outcome.file}:${outcome.line}  unreadable  ${outcome.why}`);
    return;
  }
  const { file, form, system, comparedWith, lines, findings } = outcome;
  for (const finding of findings) console.log(lineOf(file, finding));
  const { total, known, blank, placed, reported } = lines;
  const of = system ? ` of ${system}` : '';
  const count = findings.length === 0 ? 'no drift' : findings.length === 1 ? '1 difference' : `${findings.length} differences`;
  console.log(`${file}: ${form}${of}, ${count}; compared with ${comparedWith}`);
  console.log(`    ${total} lines: ${known} known by fingerprint, ${blank} blank, ${placed} placed by the form, ${reported} reported`);
}

function main(args: readonly string[]): number {
  const json = args.includes('--json');
  const paths = args.filter((it) => it !== '--json');
  const option = paths.find((it) => it.startsWith('--'));
  if (paths.length === 0 || option !== undefined) {
    console.error(
      option === undefined
        ? 'Name a folder or files: npm run drift -- <folder or files> [--json]'
        : `There is no option ${option}; the only one is --json.`,
    );
    return 2;
  }
  const { entries, problems, lineOf: at } = readContent(process.cwd());
  if (problems.length > 0) {
    for (const problem of problems) console.error(describe(problem, at(problem.file, problem.field)));
    console.error('The records cannot be read, so nothing was compared.');
    return 2;
  }
  const found = outcomes(driftReader(entries, printOf), paths);
  const exit = found.some((it) => 'why' in it) ? 2 : found.some((it) => 'findings' in it && it.findings.length > 0) ? 1 : 0;
  if (json)
    console.log(
      JSON.stringify(
        { exit, documents: found.map((it) => ('why' in it ? { file: it.file, unreadable: { line: it.line, why: it.why } } : it)) },
        null,
        2,
      ),
    );
  else for (const it of found) print(it);
  return exit;
}

process.exitCode = main(process.argv.slice(2));
