/**
 * Milestones that nobody planned, to see how the board bears many: as many as asked for, over all systems, the same for the
 * same seed. What each looks like is drawn from the records: its statuses from one of them, its deliverables from another,
 * the day of each observation from the commits of its system. Words follow each other as they do in the records.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { readContent } from '../../src/records/reader.ts';
import type { Entries } from '../../src/facts/entries.ts';
import { everyEntry } from '../../src/facts/entries.ts';

/** A record has no aliases: what stands twice is written twice. */
const written = { aliasDuplicateObjects: false };

/** Numbers from 0 to 1 that depend on the seed alone (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

type Pick = <T>(list: readonly T[]) => T;

/** Writes sentences in which each word has followed the one before it somewhere in the records. */
function writer(entries: Entries, pick: Pick): (length: number) => string {
  const followers = new Map<string, string[]>();
  const texts = everyEntry(entries).flatMap((it) =>
    [...JSON.stringify(it.data).matchAll(/"(?:text|title|statement)":"([^"\\]+)"/g)].map(([, text]) => text!),
  );
  for (const text of texts) {
    const words = text
      .replace(/[.:;,()]/g, '')
      .split(' ')
      .filter(Boolean);
    for (const [i, word] of words.entries()) followers.set(word, [...(followers.get(word) ?? []), ...words.slice(i + 1, i + 2)]);
  }
  const all = [...followers.keys()];
  return (length) => {
    const words = [pick(all)];
    while (words.length < length) words.push(pick(followers.get(words.at(-1)!)!.length > 0 ? followers.get(words.at(-1)!)! : all));
    const text = words.join(' ');
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
}

/** The commits of a system as observations cite them, those without a date first. */
function commitsOf({ sources }: Entries, system: string) {
  return sources
    .flatMap(({ id, data }) =>
      data.kind === 'upstream' && data.system === system ? data.commits.map((it) => ({ source: id, ...it })) : [],
    )
    .map(({ source, commit, date }) => ({ asOf: date ?? 'undated', cite: [{ source, commit, path: 'README.md', whole: 'file' }] }))
    .sort((a, b) => rank(a.asOf) - rank(b.asOf));
}
const rank = (asOf: string): number => (asOf === 'undated' ? 0 : Date.parse(asOf));

/** Writes records into a copy of the project until it holds `count` milestones. */
export function writeMilestones(copy: string, count: number, seed = 1): void {
  const { entries } = readContent(copy);
  const next = random(seed);
  const pick: Pick = (list) => list[Math.floor(next() * list.length)]!;
  const write = writer(entries, pick);
  const about = (text: string) => write(text.split(' ').length);
  const shapes = entries.milestones.map((it) => it.data);
  const made = new Map(entries.systems.map(({ id }) => [id, [] as string[]]));

  for (let number = shapes.length; number < count; number += 1) {
    const { id: system, data } = entries.systems[number % entries.systems.length]!;
    const order = 100 + made.get(system)!.length;
    const id = `${system}-generated-${order}`;
    const before = made.get(system)!.at(-1);
    const { cite } = data.documented;
    const said = pick(shapes);
    const [documented, ...found] = said.status;
    const commits = commitsOf(entries, system);
    const seen = [...found, ...(next() < 0.3 ? [pick(pick(shapes).status)] : [])]
      .map(({ note, ...it }) => ({ ...it, ...(note && { note: `${about(note)}.` }), ...pick(commits) }))
      .sort((a, b) => rank(a.asOf) - rank(b.asOf));
    const milestone = {
      ...said,
      system,
      order,
      title: about(said.title),
      goal: { text: `${about(said.goal.text)}.`, cite },
      status: [{ ...documented!, asOf: 'undated', cite }, ...seen],
      needs: said.needs.length > 0 && before ? [{ milestone: before, basis: 'derived', why: `${write(12)}.`, cite }] : [],
      deliverables: pick(shapes).deliverables.map(({ id: part, title, area }) => ({ id: part, title: about(title), area, cite })),
    };
    made.get(system)!.push(id);
    const folder = join(copy, 'src/content/milestones', system);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${id}.yaml`), stringify(milestone, written));
  }
  for (const { id, file } of entries.systems) {
    const record = parse(readFileSync(join(copy, file), 'utf8')) as { milestones: string[] };
    writeFileSync(join(copy, file), stringify({ ...record, milestones: [...record.milestones, ...made.get(id)!] }, written));
  }
}
