/**
 * Reads a list of milestones as ThemeliOS writes it: a table of phases, and a section for each with its goal and its items,
 * in the form of the primary source or in Markdown. A phase is known by its number.
 */
import type { Milestone, MilestoneStatus } from '../schemas/milestones.ts';
import type { Entry } from '../facts/entries.ts';
import { cellsOf } from './pieces.ts';
import { linesOf, milestonesOf, missing, missingWith, Notes, quoted, restsOn, statusOn, type Reading, type Subject } from './subject.ts';
import { alike } from './versions/likeness.ts';
import { statusOfWords, statusWords } from './words.ts';

/** A row or a heading of one phase. */
interface Mention {
  readonly piece: number;
  readonly number: number;
  /** The title of a heading, the goal of a row. */
  readonly title: string;
  /** The status as it is written. */
  readonly words: string;
  readonly in: 'table' | 'heading';
  /** The row has another number of cells than its table. */
  readonly cut: boolean;
}

const heading = /^Phase (\d+)\s+[—–-]+\s+(.*)$/;

/** Title and status of a heading: the status is what the last open bracket holds. `Storage (Complete (core))` has `Complete (core)`. */
function titleAndStatus(rest: string): [string, string] {
  if (!rest.endsWith(')')) return [rest, ''];
  let depth = 0;
  for (let i = rest.length - 1; i >= 0; i--) {
    if (rest[i] === ')') depth++;
    if (rest[i] === '(' && --depth === 0) return [rest.slice(0, i).trim(), rest.slice(i + 1, -1)];
  }
  return [rest, ''];
}

export function mentionsIn({ pieces }: Pick<Subject, 'pieces'>): Mention[] {
  let inTable = false;
  return pieces.flatMap(({ kind, text }, piece): Mention[] => {
    if (kind === 'row') {
      const cells = cellsOf(text);
      if (/^phase$/i.test(cells[0]!)) inTable = true;
      if (!inTable || !/^\d+$/.test(cells[0]!)) return [];
      const cut = cells.length !== 3 || !text.endsWith('|');
      return [{ piece, number: Number(cells[0]), title: cells[1] ?? '', words: cells[2] ?? '', in: 'table', cut }];
    }
    // A stray line between two rows does not end the table; a section does.
    const match = heading.exec(text);
    if (!match) return [];
    inTable = false;
    const [title, words] = titleAndStatus(match[2]!);
    return [{ piece, number: Number(match[1]), title, words, in: 'heading', cut: false }];
  });
}

/** What a label above a list says of its items: `Deliverables` alone says nothing. Undefined for a text that is no such label. */
function labelOf(text: string): { readonly status: MilestoneStatus | undefined } | undefined {
  const [, word = '', more = ''] = /^(Deliverables?|Delivered|Deferred)( \([^)]*\))?:$/i.exec(text) ?? [];
  if (word === '') return undefined;
  if (/^deferred$/i.test(word)) return { status: 'not-started' };
  return { status: /^delivered$/i.test(word) || /\ball delivered\b/i.test(more) ? 'complete' : undefined };
}

/** The items below the labels of a phase, with what their label says; `heading` is the piece of its heading. */
export function phaseParts(
  pieces: Subject['pieces'],
  headingAt: number,
): { readonly piece: number; readonly status: MilestoneStatus | undefined }[] {
  const found: { piece: number; status: MilestoneStatus | undefined }[] = [];
  let label: { readonly status: MilestoneStatus | undefined } | undefined;
  for (let i = headingAt + 1; i < pieces.length; i++) {
    const { kind, text } = pieces[i]!;
    if (kind === 'heading' || heading.test(text)) break;
    if (kind === 'item') {
      if (label) found.push({ piece: i, status: label.status });
    } else if (kind !== 'blank') label = labelOf(text);
  }
  return found;
}

export const isPhaseList = (subject: Pick<Subject, 'pieces'>): boolean => mentionsIn(subject).length > 0;

/** How many phases of a list are called as one of these milestones of the same number, by title or by goal. */
export const phasesCalledAs = (pieces: Subject['pieces'], milestones: readonly Milestone[]): number =>
  new Set(
    mentionsIn({ pieces }).flatMap(({ number, title }) =>
      milestones.some((it) => it.order === number && Math.max(alike(it.title, title), alike(it.goal.text, title)) >= calledAlike)
        ? [number]
        : [],
    ),
  ).size;
const calledAlike = 0.5;

export function readPhases(subject: Subject): Reading {
  const notes = new Notes(subject);
  const mentions = mentionsIn(subject);
  const phases = new Map(milestonesOf(subject).map((it) => [it.data.order, it]));
  const seen = new Set<string>();
  for (const mention of mentions) {
    const key = `${mention.in} ${mention.number}`;
    const entry = phases.get(mention.number);
    const [place, records] = [mention.in === 'table' ? 'row' : 'heading', entry ? [entry.id] : []];
    if (!entry) notes.say('new', mention.piece, `a ${place} of Phase ${mention.number}, which no record holds`, []);
    else if (seen.has(key)) notes.say('new', mention.piece, `a second ${place} of Phase ${mention.number}`, records);
    else compare(subject, notes, mention, entry);
    seen.add(key);
  }
  for (const place of ['table', 'heading'] as const) reportGone(subject, notes, mentions, place);
  namePieces(subject, notes, mentions, phases);
  return notes;
}

/** One row or heading against its record. */
function compare(subject: Subject, notes: Notes, mention: Mention, entry: Entry<'milestones'>): void {
  const { piece, number, title, words } = mention;
  if (subject.known[piece] && subject.clock === 'documented') return;
  const place = mention.in === 'table' ? 'the row' : 'the heading';
  const [its] = placeOf(subject, mention, entry.data);
  if (its !== undefined) notes.standFor(piece, its);
  const line = (status: string) =>
    mention.in === 'table' ? `| ${number} | ${title} | ${status} |` : `Phase ${number} — ${title} (${status})`;
  const same = missingWith(subject, statusWords.map(line));
  const source = same ?? missing(subject, placeOf(subject, mention, entry.data));
  if (mention.cut) {
    notes.say('changed', piece, `the row of Phase ${number} is not whole: three cells between bars are expected`, [entry.id], source);
    return;
  }
  const status = statusOfWords(words);
  const held = statusOn(subject, entry.data);
  let said = false;
  const say = (kind: 'changed' | 'renamed', says: string): void => {
    notes.say(kind, piece, says, [entry.id], source);
    said = true;
  };
  if (!subject.known[piece] && same === undefined)
    say('renamed', `${place} of Phase ${number} names it ${quoted(title)}, which is not what the primary source calls it`);
  if (status === undefined)
    say(
      'changed',
      words ? `${place} gives Phase ${number} the status ${quoted(words)}, which is no known word` : `${place} gives no status`,
    );
  else if (status !== held?.status && !restsOn(subject, piece, held?.cite))
    say(
      'changed',
      `${place} says that Phase ${number} is ${quoted(words)}; the record holds ${held?.status ?? 'no status'} (${clockName(subject)})`,
    );
  if (!said && (subject.known[piece] || !subject.copy)) notes.agree(piece, source);
}

const clockName = ({ clock }: Subject): string => (clock === 'documented' ? 'as documented' : 'its newest observation');

/** Of the lines that the documented status rests on, the first is the row and the last the heading. */
function placeOf(subject: Subject, { in: place }: Pick<Mention, 'in'>, milestone: Milestone): number[] {
  const documented = statusOn({ ...subject, clock: 'documented' }, milestone);
  const lines = linesOf(subject, documented?.cite ?? []).sort((a, b) => a - b);
  return lines.length === 0 ? [] : [place === 'table' ? lines[0]! : lines.at(-1)!];
}

/** Phases of the data that the table, or the headings, leave out. A document may do without the one or the other. */
function reportGone(subject: Subject, notes: Notes, mentions: readonly Mention[], place: 'table' | 'heading'): void {
  const here = mentions.filter((it) => it.in === place);
  if (here.length === 0 && !subject.copy) return;
  for (const { id, data } of milestonesOf(subject)) {
    if (here.some((it) => it.number === data.order)) continue;
    const before = here.filter((it) => it.number < data.order).at(-1);
    const what = place === 'table' ? 'row in the table' : 'section heading';
    notes.gone(before?.piece ?? -1, `Phase ${data.order} has no ${what}`, [id], missing(subject, placeOf(subject, { in: place }, data)));
  }
}

/** What the pieces below each heading are; a label above a list is placed. */
function namePieces(subject: Subject, notes: Notes, mentions: readonly Mention[], phases: ReadonlyMap<number, Entry<'milestones'>>): void {
  let at: Mention | undefined;
  for (const [i, piece] of subject.pieces.entries()) {
    at = mentions.find((it) => it.in === 'heading' && it.piece === i) ?? at;
    if (!at || at.piece === i || subject.known[i]) continue;
    const records = phases.get(at.number) ? [phases.get(at.number)!.id] : [];
    if (piece.kind === 'item') notes.roles.set(i, { what: `an item of Phase ${at.number}`, records });
    else if (piece.text.startsWith('Goal: ')) notes.roles.set(i, { what: `the goal of Phase ${at.number}`, records });
    else if (!subject.copy && /^(Deliver|Defer)\w+( \([^)]*\))?:$/.test(piece.text) && subject.pieces[i + 1]?.kind === 'item')
      notes.agree(i);
  }
}
