/**
 * Reads a roadmap that is a list of items, ticked as `- [x]` or by a character, or with its ticks lost as in the copy that
 * is the primary source. An item is known by its fingerprint; failing that by its words, which is said with the finding.
 */
import type { Entry } from '../facts/entries.ts';
import { citationsIn } from '../facts/citations.ts';
import type { MilestoneStatus } from '../schemas/milestones.ts';
import type { Piece } from './pieces.ts';
import { linesOf, milestonesOf, missing, Notes, quoted, restsOn, statusOn, type Reading, type Subject } from './subject.ts';
import { likeness, stateOfHeading, statusOfItem } from './words.ts';

/** At least this share of the words of an item must be in a record, and more than in any other record. */
const alikeEnough = 0.5;

/** An item, and what the heading above it says of how far it is: `Done`, `To do`. */
interface Listed {
  readonly piece: number;
  readonly above: MilestoneStatus | undefined;
}

/**
 * The items of the roadmap: all that have a tick, those below a heading that names a roadmap and below the headings inside it, and those below
 * headings of one level that tell at least two states.
 */
export function roadmapItems({ pieces }: Pick<Subject, 'pieces'>): Listed[] {
  const told = Map.groupBy(pieces, (it) => (it.kind === 'heading' && stateOfHeading(it.text) ? it.level : undefined));
  const tells = ({ kind, level, text }: Piece): boolean =>
    kind === 'heading' &&
    level !== undefined &&
    new Set(told.get(level)?.map((it) => stateOfHeading(it.text))).size > 1 &&
    stateOfHeading(text) !== undefined;
  let top: number | undefined;
  let under = false;
  let listed = false;
  let above: MilestoneStatus | undefined;
  return pieces.flatMap((piece, i) => {
    if (piece.kind === 'item') {
      listed = true;
      return under || piece.ticked !== undefined ? [{ piece: i, above: under ? above : undefined }] : [];
    }
    if (isHeading(piece)) {
      const isInside = top !== undefined && piece.level !== undefined && piece.level > top;
      const isRoadmap = /^(roadmap|milestones?|status|progress)\b/i.test(piece.text);
      if (!isInside) top = isRoadmap ? (piece.level ?? undefined) : undefined;
      under = isInside || isRoadmap || tells(piece);
      above = isInside || tells(piece) ? stateOfHeading(piece.text) : undefined;
      listed = false;
    } else if (listed && piece.kind === 'prose') under = false;
    return [];
  });
}

/** A heading, or in a copy without marks a short line without a full stop. */
const isHeading = ({ kind, text }: Piece): boolean => kind === 'heading' || (kind === 'prose' && text.length < 40 && !/[.:!,]$/.test(text));

export const isCheckList = (subject: Pick<Subject, 'pieces'>): boolean => roadmapItems(subject).length > 0;

/** The milestones that this project's own documents in prose are cited for: of FTL, which came after Starina, there are none. */
function milestonesFrom(subject: Subject, sources: readonly string[]): Entry<'milestones'>[] {
  const named = (entry: Entry<'milestones'>): boolean =>
    citationsIn(entry.data).some(({ citation }) => sources.includes(citation.source) && !citation.path?.endsWith('.json'));
  return milestonesOf(subject).filter(named);
}

/** `sources`: the ids of the sources that are documents of the same project. */
export function readCheckList(subject: Subject, sources: readonly string[]): Reading {
  const notes = new Notes(subject);
  const wanted = milestonesFrom(subject, sources);
  const seen = new Set<string>();
  let last = -1;
  for (const { piece: i, above } of roadmapItems(subject)) {
    last = i;
    const { entry, source, sure } = entryOf(subject, wanted, seen, i);
    if (!entry) {
      if (!subject.known[i]) notes.roles.set(i, { what: 'an item of the roadmap', records: [] });
      continue;
    }
    seen.add(entry.id);
    compare(subject, notes, { piece: i, above }, entry, source, sure);
  }
  for (const { id, data } of wanted) {
    const status = statusOn(subject, data);
    // Two milestones may have become one item, which stands here for both.
    if (seen.has(id) || !status || status.status === 'dropped' || status.cite.some((it) => subject.held.at(it))) continue;
    const source = lastMissing(subject, { data });
    if (last >= 0 && (source !== undefined || !subject.copy))
      notes.gone(last, `the roadmap has no item of ${quoted(data.title)}`, [id], source);
  }
  return notes;
}

/** The goal's last cited line is the item; an earlier one is prose that says the same. */
const lastMissing = (subject: Subject, { data }: Pick<Entry<'milestones'>, 'data'>): number | undefined =>
  missing(subject, linesOf(subject, data.goal.cite).slice(-1));

interface Found {
  readonly entry?: Entry<'milestones'>;
  /** The line of the primary source that has these words. */
  readonly source?: number;
  /** By its fingerprint, and not by its words. */
  readonly sure: boolean;
}

function entryOf(subject: Subject, wanted: readonly Entry<'milestones'>[], seen: ReadonlySet<string>, i: number): Found {
  const { text, marked } = subject.pieces[i]!;
  const prints = [text, marked].flatMap((it) => [subject.printOf(`  • ${it}`), subject.printOf(`- ${it}`)]);
  const free = wanted.filter((it) => !seen.has(it.id));
  const line = subject.primary?.lines.find((it) => prints.includes(it.print))?.number;
  const cited = line === undefined ? undefined : free.find((it) => linesOf(subject, it.data.goal.cite).includes(line));
  if (cited) return { entry: cited, source: line!, sure: true };
  const held = free.find((it) => isItemOf(subject, i, it));
  if (held) return { entry: held, sure: true };
  const ranked = free
    .map((entry) => ({ entry, share: likeness(text, [entry.data.title, ...entry.data.deliverables.map((it) => it.title)].join(' ')) }))
    .sort((a, b) => b.share - a.share);
  const [best, second] = ranked;
  return best && best.share >= alikeEnough && best.share > (second?.share ?? 0) ? { entry: best.entry, sure: false } : { sure: false };
}

/** Whether some version of the document is cited for this very item: what a milestone aims at, or how far it was, is read in these lines alone. */
const isItemOf = ({ held, pieces }: Subject, i: number, { data }: Entry<'milestones'>): boolean =>
  [...data.goal.cite, ...data.status.flatMap((it) => it.cite)].some((cite) => {
    const range = held.at(cite);
    return range?.[0] === pieces[i]!.from && range[1] === pieces[i]!.to;
  });

function compare(
  subject: Subject,
  notes: Notes,
  { piece: i, above }: Listed,
  entry: Entry<'milestones'>,
  source: number | undefined,
  sure: boolean,
): void {
  const { text, ticked, from, to } = subject.pieces[i]!;
  const gone = source !== undefined && subject.found.has(source) ? undefined : (source ?? lastMissing(subject, entry));
  const by = sure ? '' : ' (matched by its words, not by a fingerprint)';
  const observed = statusOn(subject, entry.data);
  const held = observed?.status;
  // Of an item that the primary source never had, no wording is known that it could differ from.
  if (!sure && (from !== to || linesOf(subject, entry.data.goal.cite).length > 0))
    notes.say('renamed', i, `the item of ${quoted(entry.data.title)} reads ${quoted(text)} now${by}`, [entry.id], gone);
  const { status } = statusOfItem({ text, ticked, above });
  if (status === undefined || (ticked === undefined && subject.copy)) {
    if (!subject.copy) notes.agree(i, gone);
    return;
  }
  // An open box says no more than that the item is not complete.
  const agrees =
    restsOn(subject, i, observed?.cite) ||
    (status === 'complete' || status === 'dropped'
      ? held === status
      : held === 'not-started' || held === 'in-progress' || held === 'partial');
  if (!agrees)
    notes.say(
      'changed',
      i,
      `the roadmap has ${quoted(text)} as ${status}; the record holds ${held ?? 'no status'} (${subject.clock})${by}`,
      [entry.id],
      gone,
    );
  else if (!subject.copy) notes.agree(i, gone);
}
