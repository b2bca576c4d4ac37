/** Files and folders of the cited repositories as they are at a commit: from a repository, else from single files, else not to be seen here. */
import { isRepositoryPath } from '../../schemas/evidence.ts';
import type { UpstreamSource } from '../../schemas/sources.ts';
import { linesOf } from '../../upstream/cited-lines.ts';
import { changesOf, contentsOf, headOf, infoOf, mostBytesOfAFile, namesIn, type Info } from './git.ts';
import { gitDirectory, readStored, storedCommits, storedFolders } from './places.ts';

/** A path at a commit of a source. */
export interface Place {
  readonly source: string;
  readonly commit: string;
  readonly path: string;
}

/** What was read for it. */
export type Ground = 'repository' | 'single files';

/** What stands at a place. */
export type Opened =
  | { readonly is: 'file'; readonly from: Ground; readonly lines: readonly string[] }
  | { readonly is: 'folder'; readonly from: Ground; readonly names: readonly string[] }
  /** It is looked for where it should be, and cannot be what is cited. */
  | { readonly is: 'wrong'; readonly from: Ground; readonly says: string; readonly fix: string }
  /** Neither the repository nor this file of it is at hand. */
  | { readonly is: 'not here' };

/** A state of a file. */
export interface Version {
  readonly commit: string;
  readonly day: string | undefined;
  readonly lines: readonly string[];
}

const keyOf = ({ source, commit, path }: Place): string => `${source} ${commit} ${path}`;
const wrong = (from: Ground, says: string, fix: string): Opened => ({ is: 'wrong', from, says, fix });
const notHere: Opened = { is: 'not here' };

export class Library {
  readonly #folders: readonly string[];
  readonly #sources: ReadonlyMap<string, UpstreamSource>;
  readonly #opened = new Map<string, Opened>();
  readonly #closed: ReadonlySet<string>;

  /** `closed`: sources of which nothing is read, whatever lies in the folders. */
  constructor(folders: readonly string[], sources: ReadonlyMap<string, UpstreamSource>, closed: ReadonlySet<string> = new Set()) {
    this.#folders = folders;
    this.#sources = sources;
    this.#closed = closed;
  }

  #foldersOf(source: string): readonly string[] {
    return this.#closed.has(source) ? [] : this.#folders;
  }

  /** Opens all of these at once, so that each repository is asked once and not for every place. */
  open(places: readonly Place[]): void {
    const fresh = new Map(places.filter((it) => !this.#opened.has(keyOf(it))).map((it) => [keyOf(it), it]));
    for (const [source, of] of Map.groupBy(fresh.values(), (it) => it.source)) {
      const { web } = this.#sources.get(source)!;
      const directory = gitDirectory(this.#foldersOf(source), web);
      const found = directory === undefined ? of.map(() => undefined) : fromRepository(directory, of);
      for (const [i, place] of of.entries()) this.#opened.set(keyOf(place), found[i] ?? this.#single(web, place, directory));
    }
  }

  at(place: Place): Opened {
    this.open([place]);
    return this.#opened.get(keyOf(place))!;
  }

  /** Whether the repository of a source, or the single files of it, have a commit. */
  hasCommit(source: string, commit: string): boolean {
    const { web } = this.#sources.get(source)!;
    const directory = gitDirectory(this.#foldersOf(source), web);
    if (directory !== undefined && commitsOf(directory, [commit]).get(commit) !== undefined) return true;
    return storedFolders(this.#foldersOf(source), web, commit).length > 0;
  }

  /** The newest commit of a repository, where the repository is at hand. */
  head(source: string): { readonly commit: string; readonly day: string } | undefined {
    const directory = gitDirectory(this.#foldersOf(source), this.#sources.get(source)!.web);
    return directory === undefined ? undefined : headOf(directory);
  }

  /** Every state of a file that is at hand, the newest first; the day where it is known. */
  versions(source: string, path: string): Version[] {
    const { web } = this.#sources.get(source)!;
    const directory = gitDirectory(this.#foldersOf(source), web);
    const changes = directory === undefined ? [] : changesOf(directory, path);
    const states = [...changes, ...storedCommits(this.#foldersOf(source), web).map(({ commit }) => ({ commit, day: undefined }))];
    this.open(states.map(({ commit }) => ({ source, commit, path })));
    return states.flatMap(({ commit, day }): Version[] => {
      const opened = this.at({ source, commit, path });
      return opened.is === 'file' ? [{ commit, day, lines: opened.lines }] : [];
    });
  }

  /** `directory`: a repository that is at hand and has no such commit. */
  #single(web: string, { source, commit, path }: Place, directory: string | undefined): Opened {
    const folders = isRepositoryPath(path) ? storedFolders(this.#foldersOf(source), web, commit) : [];
    const stored = readStored(folders, path);
    if (!stored)
      return directory === undefined || folders.length > 0
        ? notHere
        : wrong(
            'repository',
            `the repository in ${directory} has no commit ${commit}`,
            'Correct the commit, or fetch the repository again.',
          );
    if ('why' in stored) return wrong('single files', `${path} cannot be read: ${stored.why}`, 'Store the file again.');
    if ('names' in stored) return { is: 'folder', from: 'single files', names: stored.names };
    return { is: 'file', from: 'single files', lines: linesOf(stored.bytes.toString('utf8')) };
  }
}

/** The whole ids of commits, by the digits that are cited; undefined for one that is not there, or that a branch only takes the name of. */
function commitsOf(directory: string, commits: readonly string[]): Map<string, string | 'ambiguous' | undefined> {
  const infos = infoOf(
    directory,
    commits.map((it) => `${it}^{commit}`),
  );
  return new Map(
    commits.map((commit, i) => {
      const info = infos[i]!;
      if ('why' in info) return [commit, info.why === 'ambiguous' ? 'ambiguous' : undefined];
      return [commit, info.id.startsWith(commit) ? info.id : undefined];
    }),
  );
}

/** What stands at each place; undefined where the repository does not have its commit. */
function fromRepository(directory: string, places: readonly Place[]): (Opened | undefined)[] {
  const commits = commitsOf(directory, [...new Set(places.map(({ commit }) => commit))]);
  const asked = places.filter(({ commit, path }) => isRepositoryPath(path) && (commits.get(commit) ?? 'ambiguous') !== 'ambiguous');
  const infos = infoOf(
    directory,
    asked.map(({ commit, path }) => `${commits.get(commit)!}:${path}`),
  );
  const known = new Map(asked.map((place, i) => [keyOf(place), infos[i]!]));
  const small = infos.flatMap((it) => ('id' in it && it.size <= mostBytesOfAFile ? [it] : []));
  const contents = contentsOf(
    directory,
    small.filter(({ type }) => type === 'blob' || type === 'tree'),
  );
  return places.map((place) => {
    const { commit, path } = place;
    if (commits.get(commit) === undefined) return undefined;
    if (commits.get(commit) === 'ambiguous')
      return wrong('repository', `several objects of the repository begin with ${commit}`, 'Give more digits of the commit.');
    if (!isRepositoryPath(path)) return wrong('repository', `'${path}' is no path inside a repository`, 'Correct the path.');
    return openedFrom(place, known.get(keyOf(place))!, contents);
  });
}

function openedFrom({ commit, path }: Place, info: Info, contents: ReadonlyMap<string, Buffer>): Opened {
  if ('why' in info) return wrong('repository', `there is no ${path} at ${commit}`, 'Correct the path, or the commit.');
  const { id, type, size } = info;
  const bytes = contents.get(id);
  if (size > mostBytesOfAFile)
    return wrong(
      'repository',
      `${path} has ${size} bytes at ${commit}, and at most ${mostBytesOfAFile} are opened`,
      'Cite a smaller file.',
    );
  if (bytes && type === 'tree') return { is: 'folder', from: 'repository', names: namesIn(bytes, id.length / 2) };
  if (bytes && type === 'blob') return { is: 'file', from: 'repository', lines: linesOf(bytes.toString('utf8')) };
  return wrong('repository', `${path} at ${commit} is neither a file nor a folder (${type})`, 'Cite the repository that it stands for.');
}
