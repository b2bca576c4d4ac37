/**
 * Reads the status list of avyos.dev: a JSON of groups, each with a status and items. Groups are held as statements of the
 * system, in our words, and hardware as platforms; so an item is known by its words, within its group.
 */
import type { Entries, Entry } from '../facts/entries.ts';
import type { Finding, FindingKind } from './document.ts';
import type { Member, Value } from './json.ts';
import { quoted } from './subject.ts';
import { likeness, wordsOf } from './words.ts';

/** The file's name in its repository: what records cite of it belongs to this list. */
const listPath = 'data/project-status.json';

export interface Held {
  readonly system: string;
  readonly groups: readonly { readonly id: string; readonly title: string; readonly text: string }[];
  readonly platforms: readonly Entry<'platforms'>[];
}

const citesList = (cite: readonly { path?: string | undefined }[]): boolean => cite.some((it) => it.path === listPath);

/** What the data holds of the list; undefined when no record cites it. */
export function heldIn(entries: Entries): Held | undefined {
  const system = entries.systems.find((it) => it.data.statements.some((one) => citesList(one.cite)));
  if (!system) return undefined;
  return {
    system: system.id,
    groups: system.data.statements.filter((it) => citesList(it.cite) && / marked /.test(it.text)),
    platforms: entries.platforms.filter((it) => it.data.states.some((state) => citesList(state.cite))),
  };
}

export const isStatusList = (value: Value): boolean => value.members?.get('groups')?.value.items !== undefined;

/** Findings, and the lines that hold nothing that is read. */
export function readStatusList(entries: Entries, list: Value): Finding[] {
  const held = heldIn(entries);
  const findings: Finding[] = [];
  const say = (kind: FindingKind, line: number, toLine: number, says: string, records: readonly string[]): void => {
    findings.push({ kind, line, toLine, says, records });
  };
  unread(list, ['helpText', 'groups'], say);
  const seen = new Set<string>();
  let last = list.line;
  for (const group of list.members?.get('groups')?.value.items ?? []) {
    last = group.toLine;
    unread(group, ['title', 'status', 'items'], say);
    const [title, status] = [textOf(group, 'title'), textOf(group, 'status')];
    const known = held?.groups.find((it) => !seen.has(it.id) && likeness(title.text, it.title) >= 0.5);
    if (!known) say('new', group.line, group.toLine, `a group ${quoted(title.text)} that no record holds`, []);
    else {
      seen.add(known.id);
      const marked = / marked (\w+)/.exec(known.text)?.[1];
      const record = `${held!.system}#${known.id}`;
      if (marked !== status.text)
        say(
          'changed',
          status.line,
          status.line,
          `the group ${quoted(title.text)} is ${quoted(status.text)}; the record has it marked ${marked}`,
          [record],
        );
      const items = group.members?.get('items')?.value.items ?? [];
      for (const item of items) readItem(item, title.text, record, known.text, held!, seen, say);
    }
  }
  for (const it of held?.groups ?? [])
    if (!seen.has(it.id)) say('gone', last, last, `the list has no group of ${quoted(it.title)}`, [`${held!.system}#${it.id}`]);
  for (const it of held?.platforms ?? [])
    if (!seen.has(it.id)) say('gone', last, last, `the list has no item of the platform ${quoted(it.data.title)}`, [it.id]);
  return findings;
}

type Say = (kind: FindingKind, line: number, toLine: number, says: string, records: readonly string[]) => void;

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

function readItem(item: Value, group: string, record: string, text: string, held: Held, seen: Set<string>, say: Say): void {
  unread(item, ['title', 'status', 'description', 'docs'], say);
  const [title, status] = [textOf(item, 'title'), textOf(item, 'status')];
  if (title.text === '' || status.text === '') {
    say('changed', item.line, item.toLine, 'an item without a title or a status', [record]);
    return;
  }
  const platform = platformOf(title.text, held, seen);
  if (platform) {
    seen.add(platform.id);
    const state = platform.data.states.findLast((it) => citesList(it.cite))?.state;
    if ((state === 'supported') !== (status.text === 'done'))
      say('changed', status.line, status.line, `${quoted(title.text)} is ${quoted(status.text)}; the record holds ${state}`, [platform.id]);
    return;
  }
  const told = clausesOf(text).filter((it) => likeness(title.text, it.words) > 0);
  if (told.length === 0 && wordsOf(title.text).length > 0)
    say('new', item.line, item.toLine, `an item ${quoted(title.text)} of the group ${quoted(group)} that the record does not name`, [
      record,
    ]);
  else if (told.length > 0 && !told.some((it) => it.status === status.text))
    say('changed', status.line, status.line, `${quoted(title.text)} is ${quoted(status.text)}; the record has it ${told[0]!.status}`, [
      record,
    ]);
}

/** The platform whose title and notes have most words of the item; half of them are too few to tell two machines apart. */
function platformOf(title: string, held: Held, seen: ReadonlySet<string>): Entry<'platforms'> | undefined {
  const share = ({ data }: Entry<'platforms'>): number =>
    Math.max(
      likeness(title, data.title),
      likeness(data.title, title),
      likeness(title, data.states.map((it) => it.note ?? '').join(' ')) * 0.9,
    );
  const ranked = held.platforms.filter((it) => !seen.has(it.id)).sort((a, b) => share(b) - share(a));
  return ranked[0] && share(ranked[0]) > 0.5 ? ranked[0] : undefined;
}

/** `init and Sutra done, the core utilities basic` as two clauses: the words before each status word, and that word. */
function clausesOf(text: string): { words: string; status: string }[] {
  const told = text.replace(/^.*? marked \w+: /, '');
  return [...told.matchAll(/(.*?)\b(not done|not|done|basic|off)\b/g)].map(([, words = '', status = '']) => ({
    words,
    status: status === 'not done' ? 'not' : status,
  }));
}
