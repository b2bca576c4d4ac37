/**
 * `npm run sources -- <folder>`: compares the copies of the primary sources in a folder with their records, and
 * checks that every line is cited by a record or set aside with a reason, and that no record is missing.
 */
import { join } from 'node:path';
import { describe } from '../records/problem-text.ts';
import { readContent } from '../records/reader.ts';
import { coverage, isOpen, isPrimary } from '../facts/coverage.ts';
import type { Entry } from '../facts/entries.ts';
import { unresolved } from '../facts/integrity/names.ts';
import { differencesOf } from '../facts/line-hashes.ts';
import type { PrimarySource } from '../schemas/sources.ts';
import { form, runCommand, WrongCall, type Command } from './command/command.ts';
import { isFolder, readRegularFile } from './command/files.ts';
import { measure } from './command/measure.ts';
import { modelsOrWhyNot } from './command/models.ts';
import { projectRoot } from './command/project.ts';
import { reportStanding } from './sources/standing.ts';

export const command: Command = {
  name: 'sources',
  says: 'checks the copies of the primary sources, and that every line of them is cited or set aside',
  exits: { 0: 'all is well', 1: 'a line differs or is open, or a record is missing', 2: 'the call is wrong, or a source cannot be read' },
  forms: {
    '': form({
      says: 'Compares each copy with the fingerprints in its record; nothing is changed.',
      words: [{ name: 'folder', says: 'the folder with the copies of the primary sources', is: 'required' }],
      options: {
        repositories: {
          takes: 'folder',
          many: true,
          says: 'says too which lines of their documents the copies are, from git directories as npm run citations takes them',
        },
        project: { takes: 'folder', says: 'reads the records of another copy of this project' },
      },
      run: ([folder], { project = projectRoot, repositories }) => sources(folder!, repositories, project),
    }),
  },
};

/** No primary source comes near it; what is larger was given by mistake. */
const maxBytes = 16 * 1024 * 1024;

async function sources(folder: string, repositories: readonly string[], project: string): Promise<number> {
  const missing = [folder, ...repositories].find((it) => !isFolder(it));
  if (missing !== undefined) throw new WrongCall(`There is no folder ${missing}.`);
  const { entries, problems, lineOf } = readContent(project);
  const models = await modelsOrWhyNot();
  if (models === undefined) return 1;
  const lost = [...problems, ...unresolved(entries, models)];
  for (const problem of lost) console.error(describe(problem, lineOf(problem.file, problem.field)));
  const primaries = entries.sources.filter(isPrimary);
  if (primaries.length === 0) {
    console.error(`There is no primary source below ${project}/src/content/sources, so nothing was compared.`);
    return 2;
  }
  let worst = lost.length > 0 ? 1 : 0;
  for (const source of primaries) {
    const open = coverage(entries, source);
    worst = Math.max(worst, compare(folder, source), reportOpen(folder, source, open));
  }
  if (repositories.length > 0) worst = Math.max(worst, reportStanding(entries, copiesOf(folder, primaries), repositories));
  console.log(worst === 0 ? `${primaries.length} sources, 100 %` : 'The sources and the records do not agree: the lines above say where.');
  return worst;
}

type Primary = Entry<'sources'> & { readonly data: PrimarySource };

/** The texts of the copies that can be read; of the others is told before. */
const copiesOf = (folder: string, primaries: readonly Primary[]): Map<Primary, string> =>
  new Map(
    primaries.flatMap((source): [Primary, string][] => {
      const found = readRegularFile(join(folder, source.data.file), maxBytes);
      return 'bytes' in found ? [[source, found.bytes.toString('utf8')]] : [];
    }),
  );

/** Prints where the copy differs; returns the exit status. */
function compare(folder: string, source: Primary): number {
  const path = join(folder, source.data.file);
  const found = readRegularFile(path, maxBytes);
  if ('why' in found) {
    console.error(`${path}: ${found.why}, and it should hold ${source.data.title}`);
    return 2;
  }
  const differences = differencesOf(source.data, measure(found.bytes));
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

if (import.meta.main) await runCommand(command);
