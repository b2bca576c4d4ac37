/**
 * Sets the citations of a page: each `<cite-note>` becomes a number in the text, and what it says stands in the list of sources at the foot of
 * the page, from where a script shows it beside the number. Rules that are told beside a paragraph are put next to it, where the margin is.
 */
import { asHtml } from '../../exports/html-text.ts';
import { attributeOf, classesOf, treeOf, type HtmlElement } from '../../exports/html-tree.ts';
import { edited, type Edit } from '../../exports/text-edits.ts';
import { evidence, type EvidenceName } from '../../drawing/marks.ts';

interface Note {
  readonly number: number;
  readonly evidence: EvidenceName;
  /** The word of the evidence. */
  readonly word: string;
  readonly where: string;
  readonly href: string;
  /** What is found there, as HTML. */
  readonly html: string;
}

export interface PageWithNotes {
  /** The page with numbers in place of its citations. */
  readonly html: string;
  /** The items of the list of sources, one for each place; empty where nothing is cited. */
  readonly sources: string;
  /** How many citations there are, and of how many places. */
  readonly count: number;
  readonly places: number;
}

/**
 * A row of numbers does not begin a line. Of one that has more than so many the first stand in the text, and one link tells of the others;
 * where all are seen, it may go on in the next line after each so many.
 */
const MOST_TOGETHER = 5;
const BEFORE_OTHERS = 3;

/** Throws nothing; a page without citations and rules, as one of records is, comes back unchanged and is not even parsed. */
export function setNotes(html: string): PageWithNotes {
  if (!/<cite-note|<aside\b/.test(html)) return { html, sources: '', count: 0, places: 0 };
  const notes: Note[] = [];
  const edits: Edit[] = [];
  const blocks = treeOf(html);
  for (const [i, block] of blocks.entries()) {
    for (const marks of rowsOf(html, citesIn([block]))) {
      const row = marks.map((mark, at) => noteOf(mark, html, notes.length + 1 + at));
      const texts = rowText(row);
      notes.push(...row);
      edits.push(...marks.map((mark, at) => ({ from: mark.from, to: mark.end, text: texts[at]! })));
    }
    edits.push(...besideOf(blocks, i));
  }
  const places = [...Map.groupBy(notes, (note) => `${note.word} ${note.href} ${note.where}`).values()];
  return { html: edited(html, edits), sources: places.map(placeOf).join(''), count: notes.length, places: places.length };
}

const isBeside = (block: HtmlElement | undefined): boolean => block?.name === 'aside' && classesOf(block).includes('beside');

/** A block and the rules behind it are one group, in which the stylesheet sets the rules beside the block. */
function besideOf(blocks: readonly HtmlElement[], i: number): Edit[] {
  if (isBeside(blocks[i]) || !isBeside(blocks[i + 1])) return [];
  let last = i + 1;
  while (isBeside(blocks[last + 1])) last += 1;
  const { from } = blocks[i]!;
  const [first, end] = [blocks[i + 1]!.from, blocks[last]!.end];
  return [
    { from, to: from, text: '<div class="with-margin">' },
    { from: first, to: first, text: '<div class="margin">' },
    { from: end, to: end, text: '</div></div>' },
  ];
}

function* citesIn(elements: readonly HtmlElement[]): Generator<HtmlElement> {
  for (const element of elements) {
    if (element.name === 'cite-note') yield element;
    else yield* citesIn(element.children);
  }
}

/** Citations between which nothing is said stand in one row. */
function rowsOf(html: string, marks: Iterable<HtmlElement>): HtmlElement[][] {
  const rows: HtmlElement[][] = [];
  for (const mark of marks) {
    const before = rows.at(-1)?.at(-1);
    if (before && html.slice(before.end, mark.from).trim() === '') rows.at(-1)!.push(mark);
    else rows.push([mark]);
  }
  return rows;
}

function noteOf(mark: HtmlElement, html: string, number: number): Note {
  const data = (name: string) => attributeOf(mark, `data-${name}`) ?? '';
  const inner = html.slice(mark.to, mark.endTag?.from ?? mark.end).trim();
  return { number, evidence: data('evidence') as EvidenceName, word: data('word'), where: data('where'), href: data('href'), html: inner };
}

/** What stands in the text for each note of a row. */
function rowText(row: readonly Note[]): readonly string[] {
  const isLong = row.length > MOST_TOGETHER;
  return row.map((note, at) => {
    const others = isLong && at === BEFORE_OTHERS ? linkToOthers(row.slice(at), row[at - 1]!) : '';
    const mayBreak = at > 0 && at % MOST_TOGETHER === 0 ? '<wbr>' : '';
    return `${others}${mayBreak}${reference(note, row[at - 1], isLong && at >= BEFORE_OTHERS)}`;
  });
}

/**
 * The number leads to the place itself, in one step; before the first of a row that rests on one kind of evidence stands its sign. A number
 * that goes on a row is marked, because a stylesheet does not see whether words stand between two; one that is among the others of a long
 * row is marked, too, and hidden where a script can show it beside the link to them.
 */
function reference(note: Note, before: Note | undefined, isOther: boolean): string {
  const { number, href, where, word } = note;
  const sign = before?.evidence === note.evidence ? '' : glyph(note.evidence);
  const marks = `${before ? ' data-goes-on' : ''}${isOther ? ' data-other' : ''}`;
  return (
    `<sup class="ref"${marks}>${sign}` +
    `<a id="ref-${number}" href="${asHtml(href)}" data-tells="note-${number}" aria-describedby="note-${number}" ` +
    `aria-label="Source ${number}, ${word}, ${asHtml(where)}">${number}</a></sup>`
  );
}

/** How many more there are, with the signs of those whose evidence is not that of the number before; it leads to the first of them at the foot. */
function linkToOthers(others: readonly Note[], before: Note): string {
  const ids = others.map(({ number }) => `note-${number}`).join(' ');
  const signs = [...new Set(others.map((it) => it.evidence))].filter((it) => it !== before.evidence).map(glyph);
  const [first, last] = [others[0]!.number, others.at(-1)!.number];
  return (
    `<sup class="other-refs">${signs.join('')}<a href="#note-${first}" data-tells="${ids}" ` +
    `aria-label="+${others.length}, sources ${first} to ${last}">+${others.length}</a></sup>`
  );
}

const glyph = (name: EvidenceName): string => `<svg class="glyph" viewBox="0 0 16 16" aria-hidden="true">${evidence[name]}</svg>`;

/** Citations of one place share its item. */
function placeOf(notes: readonly Note[]): string {
  const { where, href, word, evidence: name } = notes[0]!;
  // A number alone is parted from the next by a blank, words by a sign.
  const items = notes.map(
    ({ number, html }, i) =>
      `<span id="note-${number}"><a class="back" href="#ref-${number}" aria-label="Back to the text, source ${number}">${number}</a>` +
      `${html === '' ? '' : ` ${html}`}</span>${html !== '' && i < notes.length - 1 ? ';' : ''} `,
  );
  return (
    `<li>${glyph(name)}<p>${items.join('')}` +
    `<a class="where" href="${asHtml(href)}"><span class="sr-only">${word}: </span>${dayWhole(asHtml(where))}</a></p></li>`
  );
}

/** A browser would break a day after its hyphens. */
const dayWhole = (html: string): string => html.replace(/\d{4}-\d\d-\d\d$/, '<span class="day">$&</span>');
