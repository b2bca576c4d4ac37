/**
 * `npm run drift -- <folder or files>`: reads documents as their projects write them, and says what is new, gone, renamed or changed in
 * them against the records. It changes nothing.
 */
import type { Entries, Entry } from '../facts/entries.ts';
import { driftReader, type DriftOf, type Report } from '../upstream/compare.ts';
import type { Finding, Unreadable } from '../upstream/document.ts';
import { printOf } from './citations/hashes.ts';
import { keptHashes } from './citations/kept.ts';
import { form, oneOf, runCommand, type Command } from './command/command.ts';
import { filesBelow, readRegularFile } from './command/files.ts';
import { lineHash, sha256 } from './command/measure.ts';
import { projectRoot } from './command/project.ts';
import { contentOrWhyNot } from './command/records.ts';

export const command: Command = {
  name: 'drift',
  says: 'compares upstream documents of today with the records',
  exits: { 0: 'no drift', 1: 'something differs', 2: 'the call is wrong, or something cannot be read or is not as its schema wants it' },
  forms: {
    '': form({
      says: 'Says what is new, gone, renamed or changed in each document; nothing is changed.',
      words: [{ name: 'folder or file', says: 'the documents: folders, files, or both', is: 'many' }],
      options: {
        system: { takes: 'id', says: 'takes each document for one of this system, or for none' },
        json: { says: 'prints all findings as JSON' },
      },
      run: (paths, { system, json }) => drift(paths, system, json),
    }),
  },
};

/** No document of a project comes near it; what is larger was given by mistake. */
const maxBytes = 2 * 1024 * 1024;

/** A line of a primary source may be cited by a dozen records: the report names the first of them, `--json` all. */
const namedRecords = 3;

type Outcome = { readonly file: string } & (Report | Unreadable);

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
  const found = readRegularFile(file, maxBytes);
  if ('why' in found) return { file, line: 0, why: found.why };
  const { bytes } = found;
  return { file, ...(notText(bytes) ?? driftOf(bytes.toString('utf8'), sha256(bytes))) };
}

function outcomes(driftOf: DriftOf, paths: readonly string[]): Outcome[] {
  return paths.flatMap((path): Outcome[] => {
    const found = filesBelow(path);
    if (found.length === 0) return [{ file: path, line: 0, why: 'this folder holds no file' }];
    return found.map((it) => ('why' in it ? { ...it, line: 0 } : read(driftOf, it.file)));
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

/** A file that was written for Orrery and is not valid is no difference: it could not be read. */
const exitOf = (outcome: Outcome): number =>
  'why' in outcome || outcome.findings.some(({ kind }) => kind === 'invalid') ? 2 : outcome.findings.length > 0 ? 1 : 0;

function print(outcome: Outcome): void {
  if ('why' in outcome) {
    console.error(`${outcome.file}:${outcome.line}  unreadable  ${outcome.why}`);
    return;
  }
  const { file, form, system, comparedWith, lines, findings } = outcome;
  const { total, known, blank, placed, reported } = lines;
  const of = system ? ` of ${system}` : '';
  const count = findings.length === 0 ? 'no drift' : findings.length === 1 ? '1 difference' : `${findings.length} differences`;
  console.log(`${file}: ${form}${of}, ${count}; compared with ${comparedWith}`);
  console.log(`    ${total} lines: ${known} known by fingerprint, ${blank} blank, ${placed} placed by the form, ${reported} reported`);
  for (const finding of findings) console.log(lineOf(file, finding));
}

/** The records of one system: whatever a document is called, it can be of no other. */
function ofSystem(entries: Entries, system: string): Entries {
  const isOf = ({ id, data }: Entry): boolean => ('system' in data ? data.system === system : id === system);
  return { ...mapped(entries, isOf), glossary: entries.glossary, labs: entries.labs, paths: entries.paths };
}
const mapped = (entries: Entries, keeps: (entry: Entry) => boolean): Entries =>
  Object.fromEntries(Object.entries(entries).map(([name, all]) => [name, (all as readonly Entry[]).filter(keeps)])) as unknown as Entries;

function drift(paths: readonly string[], system: string | undefined, json: boolean): number {
  const content = contentOrWhyNot(projectRoot, 'nothing was compared');
  if (!content) return 2;
  const { entries } = content;
  if (entries.sources.length === 0) {
    console.error(`There is no source below ${projectRoot}/src/content/sources, so nothing was compared.`);
    return 2;
  }
  if (system !== undefined)
    oneOf(
      'system',
      system,
      entries.systems.map(({ id }) => id),
    );
  const compared = system === undefined ? entries : ofSystem(entries, system);
  const kept = { hashes: keptHashes(projectRoot), printOf };
  const found = outcomes(driftReader(compared, lineHash, kept), paths);
  const exit = Math.max(0, ...found.map(exitOf));
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

if (import.meta.main) await runCommand(command);
