/**
 * Reads a list of groups with items in JSON, as avyos.dev has one: each group is a milestone and each item one of its deliverables, or a
 * platform. What is which is known by lines that the records cite, and by words where those changed.
 */
import type { Entries, Entry } from '../facts/entries.ts';
import { citationsIn } from '../facts/citations.ts';
import type { Citation } from '../schemas/evidence.ts';
import type { Deliverable } from '../schemas/milestones.ts';
import type { Finding, FindingKind } from './document.ts';
import { heldLines, type HeldLines, type Kept } from './held-lines.ts';
import type { Member, Value } from './json.ts';
import { quoted } from './subject.ts';
import { trackedIn } from './tracked.ts';
import { alike } from './versions/likeness.ts';
import { stateOfMark } from './words.ts';

export const isStatusList = (value: Value): boolean => value.members?.get('groups')?.value.items !== undefined;

/** A list that is tracked, as the records hold it. */
export interface HeldList {
  readonly system: string;
  readonly path: string;
  readonly milestones: readonly Entry<'milestones'>[];
  readonly platforms: readonly Entry<'platforms'>[];
  readonly held: HeldLines;
}

/** Two titles are of one thing from here on. */
const alikeEnough = 0.5;

/** The tracked list that this one is: of its groups at least half are there, by cited lines or by name. */
export function listOf(entries: Entries, list: Value, lines: readonly string[], kept: Kept | undefined): HeldList | undefined {
  const groups = list.members?.get('groups')?.value.items ?? [];
  return trackedIn(entries)
    .map((it) => it.tracked)
    .filter(({ path }) => path.endsWith('.json'))
    .map(({ source, path, system }): HeldList => {
      const cites = (entry: Entry): boolean =>
        citationsIn(entry.data).some(({ citation }) => citation.source === source && citation.path === path);
      return {
        system,
        path,
        milestones: entries.milestones.filter(cites),
        platforms: entries.platforms.filter(cites),
        held: heldLines(lines, [source], kept),
      };
    })
    .find((it) => {
      const known = groups.filter((group) => it.milestones.some((one) => isGroup(it, group, one)));
      return groups.length > 0 && known.length >= groups.length / 2;
    });
}

/** Whether a citation is of lines of this value, wherever they stand now. */
const isOf = ({ held }: HeldList, value: Value, cites: readonly Citation[]): boolean =>
  cites.some((cite) => {
    const range = held.at(cite);
    return range !== undefined && value.line <= range[0] && range[1] <= value.toLine;
  });

const isGroup = (list: HeldList, group: Value, { data }: Entry<'milestones'>): boolean =>
  data.status.some((it) => isOf(list, group, it.cite)) || alike(textOf(group, 'title').text, data.title) >= alikeEnough;

type Say = (kind: FindingKind, line: number, toLine: number, says: string, records: readonly string[]) => void;

/** Findings, and the members that hold nothing that is read. */
export function readStatusList(value: Value, list: HeldList): Finding[] {
  const findings: Finding[] = [];
  const say: Say = (kind, line, toLine, says, records) => {
    findings.push({ kind, line, toLine, says, records });
  };
  unread(value, ['helpText', 'groups'], say);
  const seen = new Set<string>();
  let last = value.line;
  for (const group of value.members?.get('groups')?.value.items ?? []) {
    last = group.toLine;
    readGroup(list, group, seen, say);
  }
  for (const { id, data } of list.milestones) {
    if (!seen.has(id)) {
      if (data.status.at(-1)?.status !== 'dropped') say('gone', last, last, `the list has no group of ${quoted(data.title)}`, [id]);
      continue;
    }
    for (const it of data.deliverables)
      if (!seen.has(`${id}#${it.id}`) && it.status?.at(-1)?.status !== 'dropped' && !isPlatform(list, it, seen))
        say('gone', last, last, `the group ${quoted(data.title)} has no item of ${quoted(it.title)}`, [`${id}#${it.id}`]);
  }
  for (const { id, data } of list.platforms)
    if (!seen.has(id) && data.states.at(-1)?.state !== 'unnamed')
      say('gone', last, last, `the list has no item of the platform ${quoted(data.title)}`, [id]);
  return findings;
}

/** Two platforms may stand in one item, which is then one of the deliverables that tell of them. */
const isPlatform = (list: HeldList, { title }: Deliverable, seen: ReadonlySet<string>): boolean =>
  list.platforms.some((it) => seen.has(it.id) && alike(it.data.title, title) >= alikeEnough);

function readGroup(list: HeldList, group: Value, seen: Set<string>, say: Say): void {
  unread(group, ['title', 'status', 'items'], say);
  const [title, status] = [textOf(group, 'title'), textOf(group, 'status')];
  const free = list.milestones.filter((it) => !seen.has(it.id));
  const entry = free.find((it) => it.data.status.some((one) => isOf(list, group, one.cite))) ?? free.find((it) => isGroup(list, group, it));
  if (!entry) {
    say('new', group.line, group.toLine, `a group ${quoted(title.text)} that no record holds`, []);
    return;
  }
  seen.add(entry.id);
  const held = entry.data.status.at(-1)!;
  const state = stateOfMark(status.text);
  if (state !== held.status && !isOf(list, group, held.cite))
    say('changed', status.line, status.line, `the group ${quoted(title.text)} is ${quoted(status.text)}; the record holds ${held.status}`, [
      entry.id,
    ]);
  for (const item of group.members?.get('items')?.value.items ?? []) readItem(list, item, entry, seen, say);
}

function readItem(list: HeldList, item: Value, entry: Entry<'milestones'>, seen: Set<string>, say: Say): void {
  unread(item, ['title', 'status', 'description', 'docs'], say);
  const [title, status] = [textOf(item, 'title'), textOf(item, 'status')];
  if (title.text === '' || status.text === '') {
    say('changed', item.line, item.toLine, 'an item without a title or a status', [entry.id]);
    return;
  }
  const state = stateOfMark(status.text);
  const platforms = list.platforms.filter(
    (it) =>
      !seen.has(it.id) && (it.data.states.some((one) => isOf(list, item, one.cite)) || alike(it.data.title, title.text) >= alikeEnough),
  );
  for (const it of platforms) {
    seen.add(it.id);
    const held = it.data.states.at(-1)!;
    if ((held.state === 'supported') !== (state === 'complete') && !isOf(list, item, held.cite))
      say('changed', status.line, status.line, `${quoted(title.text)} is ${quoted(status.text)}; the record holds ${held.state}`, [it.id]);
  }
  const parts = entry.data.deliverables.filter((it) => !seen.has(`${entry.id}#${it.id}`));
  const known = parts.find((it) => isOf(list, item, [...it.cite, ...(it.status ?? []).flatMap((one) => one.cite)]));
  const part = known ?? parts.find((it) => alike(it.title, title.text) >= alikeEnough);
  if (part) {
    const record = `${entry.id}#${part.id}`;
    seen.add(record);
    const held = part.status?.at(-1);
    if (held && held.status !== state && !isOf(list, item, held.cite))
      say('changed', status.line, status.line, `${quoted(title.text)} is ${quoted(status.text)}; the record holds ${held.status}`, [
        record,
      ]);
  } else if (platforms.length === 0)
    say('new', item.line, item.toLine, `an item ${quoted(title.text)} of the group ${quoted(entry.data.title)} that no record holds`, [
      entry.id,
    ]);
}

/** Members that no reader knows, and names that stand twice. */
function unread(value: Value, known: readonly string[], say: Say): void {
  const others: Member[] = [...(value.members?.values() ?? [])].filter((it) => !known.includes(it.name));
  for (const it of [...others, ...(value.twice ?? [])])
    say('unplaced', it.line, it.value.toLine, `not placed: ${quoted(it.name)} is no member that is read here, or stands here twice`, []);
  if (!value.members) say('unplaced', value.line, value.toLine, 'not placed: an object with members is expected here', []);
}

const textOf = (value: Value, name: string): { text: string; line: number } => {
  const member = value.members?.get(name);
  return { text: typeof member?.value.plain === 'string' ? member.value.plain : '', line: member?.line ?? value.line };
};
