/**
 * Nothing was copied: no run of eight words of a record, a page or a model stands in a primary source or in a cited file. Neither is in
 * this repository. The sources are looked for in ../shared/seeds beside it, the repositories in ../.mirror or where ORRERY_REPOSITORIES
 * says (folders as `npm run citations` takes them, joined as in PATH).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow } from '../../src/cli/command/files.ts';
import { Library } from '../../src/cli/repositories/library.ts';
import { everyEntry, fieldName, type FieldPath } from '../../src/facts/entries.ts';
import { isUpstreamSource } from '../../src/facts/evidence.ts';
import { statementsIn } from '../../src/facts/statements.ts';
import { readContent } from '../../src/records/reader.ts';
import type { UpstreamSource } from '../../src/schemas/sources.ts';
import { OwnRuns } from '../../src/upstream/copied.ts';
import { root } from './built-site.ts';

const seeds = join(root, '../shared/seeds');
const repositories = (process.env['ORRERY_REPOSITORIES'] ?? join(root, '../.mirror')).split(delimiter).filter((it) => existsSync(it));
const content = readContent(root);

/** Fields that hold no sentence of ours: names, addresses and commands. */
const noSentence = ['id', 'path', 'run', 'web', 'file', 'source', 'commit', 'sha256', 'lineHashes', 'identifiers'];

function sentencesIn(value: unknown, field: FieldPath): { text: string; field: FieldPath }[] {
  if (typeof value === 'string') return [{ text: value, field }];
  if (typeof value !== 'object' || value === null) return [];
  const pairs: [string | number, unknown][] = Array.isArray(value) ? value.map((it, i) => [i, it]) : Object.entries(value);
  return pairs.flatMap(([key, inner]) => (noSentence.includes(String(key)) ? [] : sentencesIn(inner, [...field, key])));
}

/** Every text of ours, with where it stands. */
function ownRuns(): OwnRuns<string> {
  const runs = new OwnRuns<string>();
  for (const { file, data } of everyEntry(content.entries))
    for (const { text, field } of sentencesIn(data, [])) runs.add(text, `${file}:${content.lineOf(file, field)} ${fieldName(field)}`);
  for (const { file, text } of content.prose)
    for (const [i, line] of text.split('\n').entries())
      if (!line.startsWith('import ')) runs.add(line.replaceAll(/<[^<>]*>|\]\([^()]*\)/g, ' '), `${file}:${i + 1}`);
  for (const found of filesBelow(join(root, 'src/mechanisms')))
    if ('file' in found && /\/(model|runs)\.ts$/.test(found.file))
      for (const [i, line] of readFileSync(found.file, 'utf8').split('\n').entries())
        for (const [, text] of line.matchAll(/'((?:[^'\\]|\\.)*)'/g)) runs.add(text!, `${found.file.slice(root.length + 1)}:${i + 1}`);
  return runs;
}

const runs = ownRuns();
const copiesOf = (name: string, text: string): string[] =>
  runs.in(text).map(({ run, places }) => `${places.join(', ')}: "${run}" stands in ${name}`);

describe.runIf(existsSync(seeds))('the primary sources', () => {
  test.each(existsSync(seeds) ? readdirSync(seeds) : [])('none of our texts has a run of words from %s', (name) => {
    expect(copiesOf(name, readFileSync(join(seeds, name), 'utf8'))).toEqual([]);
  });
});
test.runIf(!existsSync(seeds))(
  'the primary sources are not beside this project (../shared/seeds), so no text was held against them',
  () => {
    expect(existsSync(seeds)).toBe(false);
  },
);

describe.runIf(repositories.length > 0)('the repositories', () => {
  const sources = new Map(
    content.entries.sources.flatMap(({ id, data }): [string, UpstreamSource][] => (isUpstreamSource(data) ? [[id, data]] : [])),
  );
  const cited = statementsIn(content.entries, content.prose).flatMap(({ cites }) =>
    cites.flatMap(({ citation: { source, commit, path } }) => (sources.has(source) && commit && path ? [{ source, commit, path }] : [])),
  );
  const places = [...new Map(cited.map((it) => [JSON.stringify(it), it])).values()];
  const library = new Library(repositories, sources);

  test.each([...new Set(places.map(({ source }) => source))])('none of our texts has a run of words from a cited file of %s', (source) => {
    const of = places.filter((it) => it.source === source);
    library.open(of);
    const copies = of.flatMap((place) => {
      const opened = library.at(place);
      return opened.is === 'file' ? copiesOf(`${source} ${place.commit} ${place.path}`, opened.lines.join('\n')) : [];
    });
    expect(copies).toEqual([]);
  });
});
test.runIf(repositories.length === 0)(
  'the repositories are not beside this project (../.mirror, ORRERY_REPOSITORIES), so no text was held against them',
  () => {
    expect(repositories).toEqual([]);
  },
);
