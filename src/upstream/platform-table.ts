/**
 * Reads a table of platforms in either of violetOS's forms: the README's rows with notes, whose copy breaks each row before
 * its state, and SUPPORT.md's table of boards with a target tier. A platform is known by its identifier.
 */
import type { Entry } from '../facts/entries.ts';
import { cellsOf } from './pieces.ts';
import { linesOf, missing, Notes, quoted, restsOn, stateOn, type Clock, type Reading, type Subject } from './subject.ts';
import { likeness, stateOfWords } from './words.ts';
import { isPrimarySource } from '../facts/evidence.ts';

interface Columns {
  readonly identifier: number;
  readonly state: number;
  /** -1 in the README's form. */
  readonly tier: number;
  readonly count: number;
}

interface Row {
  /** The piece of the row and, in the copy's form, the piece of its state. */
  readonly pieces: readonly number[];
  readonly name: string;
  readonly identifier: string;
  readonly state: string | undefined;
  readonly tier: string | undefined;
}

/** The first table whose head names an identifier and a state: the piece of its head, and its columns. */
export function tableOf({ pieces }: Pick<Subject, 'pieces'>): { head: number; columns: Columns } | undefined {
  for (const [head, { kind, text }] of pieces.entries()) {
    if (kind !== 'row') continue;
    const cells = cellsOf(text);
    const find = (word: RegExp): number => cells.findIndex((it) => word.test(it));
    const columns = { identifier: find(/identifier/i), state: find(/state/i), tier: find(/tier/i), count: cells.length };
    if (columns.identifier >= 0 && columns.state >= 0) return { head, columns };
  }
  return undefined;
}

/** The rows below the head; a row without its state takes it from the next piece, if that is a state and a bar. */
export function rowsOf({ pieces }: Pick<Subject, 'pieces'>, head: number, columns: Columns): { rows: Row[]; loose: number[] } {
  const rows: Row[] = [];
  const loose: number[] = [];
  for (let i = head + 1; i < pieces.length; i++) {
    const { kind, text } = pieces[i]!;
    // A stray line between two rows does not end the table.
    if (kind !== 'row' && pieces[i + 1]?.kind === 'row' && kind !== 'blank') continue;
    if (kind !== 'row') break;
    const cells = cellsOf(text);
    if (cells.every((it) => /^:?-+:?$/.test(it))) continue;
    if (!text.endsWith('|') || cells.length < 2 || cells[columns.identifier] === undefined) {
      loose.push(i);
      continue;
    }
    const [name, identifier] = [cells[0]!, cells[columns.identifier]!.replaceAll('`', '')];
    const after = pieces[i + 1];
    if (cells.length === columns.count - 1 && after && after.kind === 'prose' && /^\S[^|]{0,24}\|$/.test(after.text)) {
      rows.push({ pieces: [i, i + 1], name, identifier, state: cellsOf(after.text)[0], tier: undefined });
      i++;
    } else rows.push({ pieces: [i], name, identifier, state: cells[columns.state], tier: cells[columns.tier] });
  }
  return { rows, loose };
}

/** The platforms that the table should have: of the tiers' form those with a tier, of the README's form those that it names. */
function expected(subject: Subject, columns: Columns): Entry<'platforms'>[] {
  const all = subject.entries.platforms.filter((it) => it.data.system === subject.system);
  if (columns.tier >= 0) return all.filter((it) => it.data.tier !== undefined);
  const primary = subject.entries.sources.find((it) => it.data.system === subject.system && isPrimarySource(it.data))?.id;
  return all.filter((it) => it.data.identifiers.some((name) => name.cite.some((cite) => cite.source === primary)));
}

export function readPlatforms(subject: Subject): Reading {
  const notes = new Notes(subject);
  const { head, columns } = tableOf(subject)!;
  const { rows, loose } = rowsOf(subject, head, columns);
  const clock: Clock = columns.tier >= 0 ? 'newest' : 'documented';
  for (const i of [head, head + 1]) if (!subject.copy && subject.pieces[i]?.kind === 'row') notes.agree(i);
  const seen = new Map<string, Row>();
  const wanted = expected(subject, columns);
  for (const row of rows) {
    const entry = entryOf(subject, wanted, row);
    if (!entry)
      notes.say('new', row.pieces[0]!, `a row for ${quoted(row.identifier)}, which no record names`, [], undefined, row.pieces.at(-1)!);
    else if (seen.has(entry.id))
      notes.say('new', row.pieces[0]!, `a second row of ${entry.data.title}`, [entry.id], undefined, row.pieces.at(-1)!);
    else compare(subject, notes, row, entry, clock);
    if (!entry || seen.has(entry.id)) for (const piece of row.pieces) notes.agree(piece);
    if (entry) seen.set(entry.id, row);
  }
  for (const i of loose)
    if (!subject.known[i]) notes.roles.set(i, { what: `a row that is not whole (the head has ${columns.count} cells)`, records: [] });
  let after = head;
  for (const entry of wanted) {
    const row = seen.get(entry.id);
    if (row) after = row.pieces.at(-1)!;
    else {
      // The row and its state are two lines of the copy's form: what is said of the first is said of both.
      const lines = linesOf(subject, stateOn('documented', subject.entries, entry.data)?.cite ?? []).slice(0, 2);
      notes.gone(after, `the table has no row of ${entry.data.title}`, [entry.id], missing(subject, lines));
      for (const line of lines) notes.covered.add(line);
    }
  }
  if (!subject.copy) placeNotes(subject, notes, rows, columns);
  return notes;
}

/** By the identifier; failing that, a wanted platform whose title has the same words. */
function entryOf(subject: Subject, wanted: readonly Entry<'platforms'>[], row: Row): Entry<'platforms'> | undefined {
  const all = subject.entries.platforms.filter((it) => it.data.system === subject.system);
  const named = all.find((it) => it.data.identifiers.some((one) => one.name === row.identifier));
  if (named) return named;
  const alike = wanted.filter((it) => likeness(it.data.title, row.name) === 1);
  return alike.length === 1 ? alike[0] : undefined;
}

function compare(subject: Subject, notes: Notes, row: Row, entry: Entry<'platforms'>, clock: Clock): void {
  const [piece, statePiece] = [row.pieces[0]!, row.pieces.at(-1)!];
  const { data } = entry;
  const held = stateOn(clock, subject.entries, data);
  const lines = linesOf(subject, stateOn('documented', subject.entries, data)?.cite ?? []);
  const source = (at: number): number | undefined =>
    subject.known[at] ? undefined : missing(subject, at === piece ? lines : lines.slice(1));
  if (!data.identifiers.some((it) => it.name === row.identifier)) {
    const names = data.identifiers.map((it) => it.name).join(', ');
    notes.say(
      'renamed',
      piece,
      `${data.title} is identified by ${quoted(row.identifier)}; the record holds ${names}`,
      [entry.id],
      source(piece),
    );
  }
  const state = stateOfWords(row.state ?? '');
  if (state !== held?.state && !restsOn(subject, statePiece, held?.cite)) {
    const said = row.state === undefined || row.state === '' ? 'no state' : quoted(row.state);
    const says = `the table gives ${data.title} ${said}; the record holds ${held?.state ?? 'no state'} (${clock})`;
    notes.say('changed', statePiece, says, [entry.id], source(statePiece));
  }
  const tier = /\d+/.exec(row.tier ?? '')?.[0];
  const heldTier = /^Tier (\d+)/.exec(data.tier?.text ?? '')?.[1];
  if (row.tier !== undefined && tier !== heldTier)
    notes.say('changed', piece, `the table gives ${data.title} ${quoted(row.tier)}; the record holds tier ${heldTier ?? 'none'}`, [
      entry.id,
    ]);
  // In Markdown the row stands for the two lines of the copy's form; in a copy only what a finding tells is placed.
  if (subject.copy) return;
  for (const at of row.pieces) notes.agree(at);
  for (const line of lines.slice(0, 2)) notes.agree(piece, line);
}

/** In Markdown: the legend of the signs, and the notes that list boards, which the table's raised digits point at. */
function placeNotes(subject: Subject, notes: Notes, rows: readonly Row[], columns: Columns): void {
  const tiers = new Set(subject.entries.platforms.map((it) => /^Tier (\d+)/.exec(it.data.tier?.text ?? '')?.[1]));
  const noted = new Set(rows.flatMap((row) => [/(\d)$/.exec(row.name)?.[1], /(\d)$/.exec(row.state ?? '')?.[1]]));
  for (const [i, { kind, text, from, to }] of subject.pieces.entries()) {
    // A piece of several lines says more than a note does: it stays open.
    if (subject.known[i] || kind === 'row' || from !== to) continue;
    const note = /^(\d) (.*)$/.exec(text);
    const tier = /^Tier (\d+)\b/.exec(text);
    const isNote = note !== null && noted.has(note[1]);
    if (isNote && columns.tier < 0) notes.roles.set(i, { what: 'a note of the table', records: [] });
    else if (
      isNote ||
      /^Legend:$/i.test(text) ||
      /^\p{Extended_Pictographic}\uFE0F?( [\w()]+){1,5}$/u.test(text) ||
      (tier && tiers.has(tier[1]))
    )
      notes.agree(i);
  }
}
