/** Where the primary sources stand in their projects' repositories: at which commit a document has most of their lines, and which of its lines those are. */
import { createHash } from 'node:crypto';
import type { PrimarySource, UpstreamSource } from '../../schemas/sources.ts';
import type { Entries, Entry } from '../../facts/entries.ts';
import { isUpstreamSource } from '../../facts/evidence.ts';

import { linesOf } from '../../upstream/cited-lines.ts';
import { standingIn, type Standing } from '../../upstream/stretches.ts';
import { Library, type Version } from '../repositories/library.ts';

type Primary = Entry<'sources'> & { readonly data: PrimarySource };

/** What is tried where the record names no document. */
const usualDocument = 'README.md';
const digitsOfAHash = 6;
/** Digits of a commit that the list of its source does not have yet. */
const usualDigits = 7;

interface Found {
  readonly source: string;
  readonly path: string;
  readonly version: Version;
  readonly standing: Standing;
}

/** Prints where each copy stands, and what its record should say where it says something else; returns the exit status. */
export function reportStanding(entries: Entries, copies: ReadonlyMap<Primary, string>, folders: readonly string[]): number {
  const sources = new Map(
    entries.sources.flatMap(({ id, data }): [string, UpstreamSource][] => (isUpstreamSource(data) ? [[id, data]] : [])),
  );
  const library = new Library(folders, sources);
  let worst = 0;
  for (const [source, text] of copies) {
    const found = best(source, linesOf(text), sources, library);
    if (!found) console.log(`${source.id}: no state of its document is at hand, so where it stands was not looked at`);
    else worst = Math.max(worst, report(source, found, sources.get(found.source)!));
  }
  return worst;
}

/** The document with most lines of the copy; of several the one that the record names, then the oldest, which had the text first. */
function best(source: Primary, copy: readonly string[], sources: ReadonlyMap<string, UpstreamSource>, library: Library): Found | undefined {
  const { stands, system } = source.data;
  const documents = stands
    ? [{ id: stands.source, path: stands.path }]
    : [...sources].filter(([, it]) => it.system === system).map(([id]) => ({ id, path: usualDocument }));
  const all = documents.flatMap(({ id, path }) =>
    library.versions(id, path).map((version): Found => ({ source: id, path, version, standing: standingIn(copy, version.lines) })),
  );
  const most = Math.max(...all.map(({ standing }) => standing.found));
  const equal = all.filter(({ standing }) => standing.found === most && most > 0);
  return equal.find(({ version }) => stands && version.commit.startsWith(stands.commit)) ?? equal.at(-1);
}

const hashesOf = (lines: readonly string[]): string[] =>
  lines.map((it) => createHash('sha256').update(it).digest('hex').slice(0, digitsOfAHash));

/** As many as a line of a record takes. */
const inARow = 16;
const inRows = (hashes: readonly string[]): string[] =>
  Array.from({ length: Math.ceil(hashes.length / inARow) }, (_, i) => hashes.slice(i * inARow, (i + 1) * inARow).join(' '));

function report({ id, file, data }: Primary, { source, path, version, standing }: Found, { commits }: UpstreamSource): number {
  const { found, of, lines } = standing;
  const { stands } = data;
  console.log(
    `${id}: ${found} of ${of} lines stand in ${path} of ${source} at ${version.commit.slice(0, usualDigits)}, ${version.day ?? 'undated'}`,
  );
  const isSame =
    stands?.source === source &&
    stands.path === path &&
    version.commit.startsWith(stands.commit) &&
    JSON.stringify(stands.lines) === JSON.stringify(lines) &&
    stands.lineHashes?.trim().split(/\s+/).join(' ') === hashesOf(version.lines).join(' ');
  if (isSame) return 0;
  console.error(`${file}: ${stands ? 'what it says of that is something else' : 'it does not say so'}; write`);
  const commit = commits.find((it) => version.commit.startsWith(it.commit))?.commit ?? version.commit.slice(0, usualDigits);
  console.error(
    [
      'stands:',
      `  source: ${source}`,
      `  commit: '${commit}'`,
      `  path: ${path}`,
      '  lines:',
      ...lines.map((it) => `    - [${it.join(', ')}]`),
      '  lineHashes: |',
      ...inRows(hashesOf(version.lines)).map((it) => `    ${it}`),
    ].join('\n'),
  );
  return 1;
}
