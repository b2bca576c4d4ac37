/**
 * `npm run citations -- <folder of git directories>`: holds every citation of a repository, in records and on pages, against the
 * repository itself, prints statements beside their lines for a reader to judge, and keeps a hash of what is cited. What each part does
 * lies in `citations/`.
 */
import { describe } from '../records/problem-text.ts';
import type { Content } from '../records/reader.ts';
import { find } from '../facts/entries.ts';
import { isPrimarySource, isUpstreamSource } from '../facts/evidence.ts';
import { standingLines } from '../facts/standing.ts';
import { statementsIn, type CitedAt, type Statement } from '../facts/statements.ts';
import type { Citation } from '../schemas/evidence.ts';
import type { UpstreamSource } from '../schemas/sources.ts';
import { definitionIn, definitionsFile } from '../facts/definition-names.ts';
import { atHeadFile } from '../facts/last-seen.ts';
import { keptFile } from '../upstream/kept-lines.ts';
import { hold, type Held } from './citations/check.ts';
import { draw } from './citations/draw.ts';
import { keptHashes, writeHashes } from './citations/kept.ts';
import { keptDefinitions, writeDefinitions } from './citations/definitions/keep.ts';
import { compareAtHead } from './citations/head.ts';
import { compareAt } from './citations/later.ts';
import { Library } from './repositories/library.ts';
import { reviewOf, type Ground, type Seen } from './citations/show.ts';
import { changedSince } from './citations/since.ts';
import { sumsOf } from './citations/sums.ts';
import { form, oneOf, runCommand, wholeNumber, WrongCall, type Command, type Given } from './command/command.ts';
import { isFolder } from './command/files.ts';
import { projectRoot } from './command/project.ts';
import { contentOrWhyNot } from './command/records.ts';

const mostDrawn = 10_000;

const options = {
  system: { takes: 'id', says: 'looks at the statements of one system alone' },
  file: { takes: 'part', says: 'looks at those whose file has this in its path' },
  since: { takes: 'commit', says: 'looks at those that are new or changed since a commit of this project' },
  show: { says: 'prints each statement with the lines that it cites' },
  sample: { takes: 'n', says: 'prints n of them with their lines, drawn by the seed, as many of each system' },
  seed: { takes: 'text', says: 'what the draw depends on; goes with --sample' },
  at: { takes: 'commit', says: 'says what became of each cited place at another commit of its repository' },
  head: { says: 'says what became of each cited place in the newest state of its repository: there unchanged, moved, changed, gone' },
  write: {
    says: `keeps a hash of each cited place in ${keptFile} and the name of the function or type that it is of in ${definitionsFile}; with --head what became of them in ${atHeadFile}`,
  },
  project: { takes: 'folder', says: 'reads the records of another copy of this project' },
} as const;

export const command: Command = {
  name: 'citations',
  says: 'checks every citation of a repository against the repository, and shows statements beside their lines',
  exits: {
    0: 'every citation that could be looked at is in order',
    1: 'a commit, a path or a line is not there, lines are not those that were kept, or something changed at the other commit',
    2: 'the call is wrong, or the records or a repository cannot be read',
  },
  forms: {
    '': form({
      says: 'Checks that commits, paths and lines exist. Only --write changes a file. Of https://github.com/owner/name it finds the git directory owner+name/repo, owner+name, owner/name or name, also with .git; files that could only be read singly lie in owner+name/<commit>/<path> or owner+name/files/<commit>/<path>.',
      words: [{ name: 'folder', says: 'the folder with the git directories, or several', is: 'many' }],
      options,
      run: citations,
    }),
  },
};

async function citations(folders: readonly string[], given: Given<typeof options>): Promise<number> {
  refuse(folders, given);
  const { project = projectRoot } = given;
  const content = contentOrWhyNot(project, 'no citation was looked at');
  if (!content) return 2;
  const all = statementsIn(content.entries, content.prose);
  const chosen = choose(all, project, content, given);
  if (chosen.length === 0 && given.since !== undefined) {
    console.log(`Of the statements that cite a repository none is new or changed since ${given.since}.`);
    return 0;
  }
  if (chosen.length === 0) {
    console.error('No statement that cites a repository is among those that were asked for, so nothing was looked at.');
    return 2;
  }
  const sources = new Map(
    content.entries.sources.flatMap(({ id, data }): [string, UpstreamSource][] => (isUpstreamSource(data) ? [[id, data]] : [])),
  );
  const library = new Library(folders, sources);
  const kept = keptHashes(project);
  const held = hold(chosen, sources, library, given.write && !given.head ? new Map() : kept);
  const lineOf = (file: string, { line, field }: CitedAt): number => line ?? content.lineOf(file, field);
  if (given.head) return compareAtHead(held, sources, library, kept, { project, write: given.write, show: given.show });
  if (given.at !== undefined) return compareAt(given.at, held, sources, library, kept, lineOf);
  if (given.show || given.sample !== undefined)
    review(chosen, held, { lineOf, inDocument: inDocument(content, library), definitionOf: definitionIn(keptDefinitions(project)) });
  const status = report(held, content);
  const unkept = held.filter(({ print }) => print && !kept.has(print.place)).length;
  if (given.write) {
    console.log(`${writeHashes(project, held, all, kept)} hashes are kept in ${keptFile}`);
    console.log(definitionsSaid(await writeDefinitions(project, held, all)));
  } else if (unkept > 0) console.log(`of ${unkept} citations no hash is kept yet; --write keeps them`);
  return status;
}

function refuse(folders: readonly string[], { sample, seed, show, at, head, write, system, file, since }: Given<typeof options>): void {
  const missing = folders.find((it) => !isFolder(it));
  if (missing !== undefined) throw new WrongCall(`There is no folder ${missing}.`);
  if ((sample === undefined) !== (seed === undefined)) throw new WrongCall('--sample and --seed go together: a draw is told by its seed.');
  if (sample !== undefined && show) throw new WrongCall('--sample prints the lines itself, so --show is too much.');
  if (head && (at !== undefined || sample !== undefined)) throw new WrongCall('--head goes without --at and --sample.');
  if (head && write && (system ?? file ?? since) !== undefined)
    throw new WrongCall('--head --write looks at every statement, so it goes without --system, --file and --since.');
  if (at !== undefined && (show || sample !== undefined || write))
    throw new WrongCall('--at prints a comparison, and goes without --show, --sample and --write.');
}

/** The statements that were asked for, in their order; of a sample in the order of the draw. */
function choose(all: readonly Statement[], project: string, { entries }: Content, given: Given<typeof options>): readonly Statement[] {
  const system = given.system === undefined ? undefined : oneOf('system', given.system, [...new Set(all.map((it) => it.system))].sort());
  const named = all.filter(
    (it) => (system === undefined || it.system === system) && (given.file === undefined || it.file.includes(given.file)),
  );
  const fresh = given.since === undefined ? named : changedSince(project, given.since, named, entries);
  return given.sample === undefined ? fresh : draw(fresh, wholeNumber('--sample', given.sample, 1, mostDrawn), given.seed!);
}

/** A citation of a primary source as lines of the document that it is a copy of. */
function inDocument({ entries }: Content, library: Library): (citation: Citation) => Seen | undefined {
  return ({ source, lines }) => {
    const data = find(entries, 'sources', source)?.data;
    const stands = data && isPrimarySource(data) ? data.stands : undefined;
    const there = stands && lines && standingLines(stands.lines, lines);
    if (!there) return undefined;
    const place = { source: stands.source, commit: stands.commit, path: stands.path };
    return { opened: library.at(place), citation: { ...place, lines: there } };
  };
}

function review(chosen: readonly Statement[], held: readonly Held[], ground: Ground): void {
  const byStatement = Map.groupBy(held, (it) => it.statement);
  for (const [i, it] of chosen.entries())
    for (const line of reviewOf(it, byStatement.get(it) ?? [], `${i + 1} of ${chosen.length}`, ground)) console.log(line);
}

const definitionsSaid = ({ count, missing }: Awaited<ReturnType<typeof writeDefinitions>>): string =>
  `${count} names of definitions are kept in ${definitionsFile}${missing.length > 0 ? `; files that end in ${missing.join(', ')} keep what they had, because their parsers are not installed` : ''}`;

/** Prints the problems and the sums; returns the exit status. */
function report(held: readonly Held[], { lineOf }: Content): number {
  const problems = held.flatMap(({ problem }) => (problem ? [problem] : []));
  for (const problem of problems) console.error(describe(problem, lineOf(problem.file, problem.field)));
  for (const line of sumsOf(held)) console.log(line);
  if (problems.length > 0) console.log(`${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`);
  return problems.length > 0 ? 1 : 0;
}

if (import.meta.main) await runCommand(command);
