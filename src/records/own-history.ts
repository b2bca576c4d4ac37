/**
 * What every record and page states now, with a hash of it, for the history of Orrery's own records (`facts/own-history.ts`).
 * Where a thing only leads on, or where it stands in a list, is no part of what it states: a rule that a model checks from
 * today on was not corrected.
 */
import { createHash } from 'node:crypto';
import { everyEntry, type Entries, type Entry } from '../facts/entries.ts';
import { systemOfAddress, type Prose } from '../facts/integrity/page-content.ts';
import {
  broughtUpTo,
  historyCommand,
  historyFile,
  historyText,
  lastDay,
  readHistory,
  untold,
  type HistoryLine,
  type StatedThing,
} from '../facts/own-history.ts';
import { readYaml } from './yaml-record.ts';

type Contents = { readonly entries: Entries; readonly prose: readonly Prose[] };

/** Everything that has a history: records but the sources, which have days of their own, and pages of prose. */
export const statedNow = ({ entries, prose }: Contents): StatedThing[] => [
  ...everyEntry(entries).flatMap(ofRecord),
  ...prose.flatMap(ofPage),
];

function ofRecord(entry: Entry): StatedThing[] {
  const { collection, id, data } = entry;
  const thing = (system: string, title: string, stated: unknown): StatedThing => ({
    name: `${collection}/${id}`,
    system,
    hash: `${hashOf(valuesIn(stated, 'says'))}.${hashOf(valuesIn(stated, 'cites'))}`,
    title: shortTitle(title),
  });
  if ('meanings' in data) {
    const { meanings, term, aliases } = data;
    return [...Map.groupBy(meanings, (it) => it.system)].map(([system, own]) => thing(system, term, { term, aliases, own }));
  }
  if (collection === 'sources' || collection === 'labs' || collection === 'paths') return [];
  if (collection === 'systems' || collection === 'architecture') return [thing(id, titleOf(data), data)];
  return 'system' in data ? [thing(data.system, titleOf(data), data)] : [];
}

function titleOf(data: Entry['data']): string {
  if ('statement' in data) return data.statement;
  if ('label' in data && 'goal' in data) return `${data.label}: ${data.title}`;
  return 'title' in data ? data.title : '';
}

function ofPage({ file, address, text }: Prose): StatedThing[] {
  const system = systemOfAddress(address);
  if (system === undefined) return [];
  const [, head = '', body = text] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
  const { title = '', description = '' } = readYaml(file, head).value as { title?: string; description?: string };
  return [
    {
      name: `pages${address.replace(/\/$/, '')}`,
      system,
      hash: `${hashOf([title, description, body.replaceAll(cites, '')].map(shown))}.${hashOf(body.match(cites) ?? [])}`,
      title: shortTitle(title),
    },
  ];
}

/** Fields that lead on, or that arrange. */
const leadOn = new Set([
  'checkedBy',
  'shownBy',
  'page',
  'docs',
  'models',
  'rules',
  'read',
  'seeAlso',
  'order',
  'milestones',
  'platforms',
  'compared',
  'see',
]);

/** Fields that hold citations. */
const citing = new Set(['cite', 'where']);

/**
 * What is said or what is cited: every value, in the order of the names of the fields, without the names. A field that is renamed
 * says what it said.
 */
function valuesIn(value: unknown, of: 'says' | 'cites', isCited = false): string[] {
  if (Array.isArray(value)) return value.flatMap((it) => valuesIn(it, of, isCited));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .filter(([key]) => !leadOn.has(key))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([key, inner]) => valuesIn(inner, of, isCited || citing.has(key)));
  return value === undefined || isCited !== (of === 'cites') ? [] : [String(value)];
}

const hashOf = (values: readonly string[]): string =>
  createHash('sha256')
    .update(values.map((it) => it.replaceAll(/\s+/g, ' ').trim()).join('\n'))
    .digest('hex')
    .slice(0, 8);

/** The citations of a page, with what each says is found there. */
const cites = /<Cite\b[^>]*?(?:\/>|>.*?<\/Cite>)/gs;

/** A text of a page without what a reader does not see. */
const shown = (text: string): string => text.replaceAll(/^import .*$/gm, '').replaceAll(/\{\/\*.*?\*\/\}/gs, '');

const longest = 100;
/** One line; a whole statement with as many words as fit. */
function shortTitle(title: string): string {
  const text = title.replaceAll(/\s+/g, ' ').trim();
  return text.length <= longest ? text : `${text.slice(0, longest).replace(/[\s,;:]+\S*$/, '')}…`;
}

/** What is wrong with the text of a history by itself, and what to do; undefined where it is one. */
export function historyProblem(text: string): string | undefined {
  const lines = readHistory(text);
  return typeof lines === 'number'
    ? `${historyFile}:${lines}  this is no day, system, name, hash and title\n    Take the line out, then run ${historyCommand}.`
    : undefined;
}

/** The history from its text. Throws, naming the line, where one is none. */
export function historyOf(text: string): readonly HistoryLine[] {
  const lines = readHistory(text);
  if (typeof lines === 'number') throw new Error(historyProblem(text));
  return lines;
}

/** What is wrong with the text of the history beside the records, and what to do; undefined where nothing is. */
export function staleHistory(text: string, contents: Contents): string | undefined {
  const lines = readHistory(text);
  if (typeof lines === 'number') return historyProblem(text);
  const now = statedNow(contents);
  const names = untold(lines, now);
  if (names.length === 0 && historyText(broughtUpTo(lastDay(lines) ?? '', lines, now)) === text) return undefined;
  const what =
    names.length === 0
      ? 'its lines are not in order, or stand twice'
      : `it does not tell of ${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''} as they are now`;
  return `${historyFile}  ${what}\n    Run ${historyCommand}, which notes under today's day what was added, corrected and taken out.`;
}

/**
 * The text of the history with what changed noted under a day. A clock that is behind the newest line cannot write below it.
 * Throws where the text is no history.
 */
export function writtenHistory(text: string, contents: Contents, today: string): string {
  const lines = historyOf(text);
  const last = lastDay(lines) ?? today;
  const now = statedNow(contents);
  const isTold = untold(lines, now).length === 0;
  return historyText(broughtUpTo(isTold || last > today ? last : today, lines, now));
}
