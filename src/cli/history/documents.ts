/**
 * The versions of tracked documents: from a git directory, or from folders of files, `<day>-<commit>.<ending>`, or where nobody knows the
 * days `undated-<place>-<commit>.<ending>`, whose places a person has concluded. Leaves out what they say.
 */
import { basename, join } from 'node:path';
import { readdirSync } from 'node:fs';
import type { Entries } from '../../facts/entries.ts';
import type { UpstreamSource } from '../../schemas/sources.ts';
import { trackedIn, type Tracked } from '../../upstream/tracked.ts';
import { inOrder } from '../../upstream/versions/order.ts';
import { versionOf, type Version } from '../../upstream/versions/version.ts';
import { WrongCall } from '../command/command.ts';
import { isFolder, readRegularFile } from '../command/files.ts';
import { headOf, mostBytesOfAFile, textAt, versionsOf } from '../repositories/git.ts';
import { gitDirectory } from '../repositories/places.ts';

export interface TrackedDocument {
  readonly tracked: Tracked;
  /** Where it was read. */
  readonly from: string;
  /** The oldest first. */
  readonly versions: readonly Version[];
  readonly unreadable: readonly UnreadableVersion[];
}

export interface UnreadableVersion {
  readonly commit: string;
  /** A sentence that names it. */
  readonly says: string;
}

interface Text {
  readonly commit: string;
  /** Undefined where nobody knows it. */
  readonly day: string | undefined;
  readonly text: string;
  /** Where it was called otherwise than now. */
  readonly path?: string;
}

const leastDigits = 7;

/** Reads what lies at a path: a git directory, a folder of several, a folder of files that are versions, or a folder of such folders. */
export function documentsAt(entries: Entries, path: string): TrackedDocument[] {
  if (!isFolder(path)) throw new WrongCall(`There is no folder ${path}.`);
  const all = trackedIn(entries);
  const fromGit = all.flatMap(({ tracked, source }): TrackedDocument[] => {
    const directory = isGitDirectory(path) ? directoryOf(path, source) : gitDirectory([path], source.web);
    return directory === undefined ? [] : [documentFromGit(directory, tracked, source)];
  });
  if (fromGit.length > 0) return fromGit;
  if (isGitDirectory(path))
    throw new WrongCall(`${path} is a git directory, and no source with a tracked document is of a repository of that name.`);
  const folders = [
    path,
    ...readdirSync(path)
      .sort()
      .map((it) => join(path, it)),
  ].filter((it) => isFolder(it) && versionFiles(it).length > 0);
  if (folders.length === 0)
    throw new WrongCall(
      `${path} holds no git directory of a source and no files that are named <day>-<commit> or undated-<place>-<commit>, so no version was read.`,
    );
  return folders.map((folder) => documentFromFolder(folder, all));
}

const isGitDirectory = (path: string): boolean => isFolder(join(path, 'objects')) && isFolder(join(path, 'refs'));

/** A git directory says in its own path whose it is: `owner+name/repo`, `name.git`. */
function directoryOf(path: string, { web }: UpstreamSource): string | undefined {
  const [owner = '', name = ''] = new URL(web).pathname.split('/').slice(-2);
  const parts = path.split(/[/\\]/);
  return parts.some((it) => it === `${owner}+${name}` || it.replace(/\.git$/, '') === name) ? path : undefined;
}

/** Every version in the history of the branch that is checked out. */
export function documentFromGit(directory: string, tracked: Tracked, source: UpstreamSource): TrackedDocument {
  const texts: Text[] = [];
  const unreadable: UnreadableVersion[] = [];
  // One empty repository among many hides nothing of the others.
  if (headOf(directory) === undefined) {
    const says = 'There is no commit that is checked out, so no version was read.';
    return { tracked, from: directory, versions: [], unreadable: [{ commit: '', says }] };
  }
  for (const it of versionsOf(directory, tracked.path)) {
    const text = textAt(directory, it);
    const says = `${it.commit.slice(0, leastDigits)} of ${it.day}: ${it.path} is no text, or too large.`;
    if (text === undefined) unreadable.push({ commit: it.commit, says });
    else texts.push({ ...it, text });
  }
  return documentOf(tracked, source, directory, texts, unreadable);
}

const dated = /^(\d{4}-\d\d-\d\d)-([0-9a-f]{6,64})\.\w+$/;
const undated = /^undated-(\d{1,4})-([0-9a-f]{6,64})\.\w+$/;
const commitOf = (file: string): string => (dated.exec(file) ?? undated.exec(file))?.[2] ?? '';
const versionFiles = (folder: string): string[] => readdirSync(folder).filter((it) => dated.test(it) || undated.test(it));

function documentFromFolder(folder: string, all: ReturnType<typeof trackedIn>): TrackedDocument {
  const name = basename(folder);
  const found = all.filter(({ tracked }) => name.startsWith(`${tracked.system}-`) && isNamedAfter(name, tracked.path));
  if (found.length !== 1)
    throw new WrongCall(
      `The folder ${name} is named after ${found.length === 0 ? 'no tracked document' : 'several tracked documents'}; it is called as a system and its document, such as ${all
        .slice(0, 3)
        .map(({ tracked }) => `${tracked.system}-${wordsOf(tracked.path).at(-1)!}`)
        .join(', ')}.`,
    );
  const { tracked, source } = found[0]!;
  const unreadable: UnreadableVersion[] = [];
  const files = versionFiles(folder);
  const read = <T>(file: string, made: (text: string) => T): T[] => {
    const content = readRegularFile(join(folder, file), mostBytesOfAFile);
    if ('bytes' in content) return [made(content.bytes.toString('utf8'))];
    unreadable.push({ commit: commitOf(file), says: `${file}: ${content.why}.` });
    return [];
  };
  const places = placesOf(name, files);
  const texts =
    places.length > 0
      ? places.flatMap(({ file, commit }) => read(file, (text): Text => ({ day: undefined, commit, text })))
      : inOrder(
          files.flatMap((file) => {
            const [, day, commit] = dated.exec(file)!;
            return read(file, (text) => ({ day: day!, commit: commit!, text }));
          }),
        );
  return documentOf(tracked, source, folder, texts, unreadable);
}

/** The files without a day in the order of their places; none where all carry one. */
function placesOf(folder: string, files: readonly string[]): { readonly file: string; readonly commit: string }[] {
  const places = files
    .flatMap((file) => {
      const [, place, commit] = undated.exec(file) ?? [];
      return commit === undefined ? [] : [{ file, commit, place: Number(place) }];
    })
    .sort((a, b) => a.place - b.place);
  if (places.length > 0 && places.length < files.length)
    throw new WrongCall(`The folder ${folder} holds files with a day and files without one; between the two no order is known.`);
  const twice = places.find((it, i) => places[i - 1]?.place === it.place);
  if (twice) throw new WrongCall(`Two files of the folder ${folder} have the place ${twice.place}.`);
  return places;
}

const wordsOf = (path: string): string[] =>
  basename(path)
    .toLowerCase()
    .replace(/\.\w+$/, '')
    .split(/[-_.]/);

/** `avyos-status` is named after `data/project-status.json`: one of its words ends it. */
const isNamedAfter = (name: string, path: string): boolean => wordsOf(path).some((word) => name.endsWith(`-${word}`));

function documentOf(
  tracked: Tracked,
  source: UpstreamSource,
  from: string,
  texts: readonly Text[],
  unreadable: readonly UnreadableVersion[],
): TrackedDocument {
  const digits = Math.max(leastDigits, Math.min(...source.commits.map((it) => it.commit.length)));
  const cited = (commit: string): string => source.commits.find((it) => commit.startsWith(it.commit))?.commit ?? commit.slice(0, digits);
  const faults = [...unreadable];
  const versions = texts.flatMap(({ commit, day, text, path }): Version[] => {
    const version = versionOf(text, { commit: cited(commit), day, path });
    if (!('why' in version)) return [version];
    faults.push({ commit, says: `${commit.slice(0, leastDigits)} of ${day ?? 'no known day'}, line ${version.line}: ${version.why}.` });
    return [];
  });
  return { tracked, from, versions, unreadable: faults };
}
