/**
 * Sets the citations of a page in its margin: each `<cite-note>` becomes a number in the text, and the notes of one
 * block (a paragraph, a list, a table) stand together after it, folded, where the stylesheet moves them beside it.
 */
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { evidence, type EvidenceName } from '../../drawing/marks.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

interface Note {
  readonly number: number;
  readonly evidence: EvidenceName;
  readonly word: string;
  readonly where: string;
  readonly href: string;
  /** What is found there, as HTML. */
  readonly html: string;
}

/** The page's HTML with its citations set. A page without any comes back unchanged. */
export function setMarginNotes(html: string): string {
  if (!html.includes('<cite-note')) return html;
  let result = '';
  let at = 0;
  let count = 0;
  for (const block of parseFragment(html, { sourceCodeLocationInfo: true }).childNodes) {
    const place = 'tagName' in block ? block.sourceCodeLocation : undefined;
    if (!place) continue;
    const marks = [...citesIn([block])];
    if (marks.length === 0) continue;
    const notes = marks.map((mark) => noteOf(mark, html, (count += 1)));
    result += `${html.slice(at, place.startOffset)}<div class="cited">`;
    at = place.startOffset;
    marks.forEach((mark, i) => {
      const { startOffset, endOffset } = mark.sourceCodeLocation!;
      result += html.slice(at, startOffset) + reference(notes[i]!);
      at = endOffset;
    });
    result += `${html.slice(at, place.endOffset)}${asideOf(notes)}</div>`;
    at = place.endOffset;
  }
  return result + html.slice(at);
}

function* citesIn(nodes: readonly Node[]): Generator<Element> {
  for (const node of nodes) {
    if (!('tagName' in node)) continue;
    if (node.tagName === 'cite-note') yield node;
    else yield* citesIn(node.childNodes);
  }
}

function noteOf(mark: Element, html: string, number: number): Note {
  const data = (name: string) => mark.attrs.find((it) => it.name === `data-${name}`)?.value ?? '';
  const { startTag, endTag } = mark.sourceCodeLocation!;
  const inner = html.slice(startTag!.endOffset, endTag!.startOffset).trim();
  return { number, evidence: data('evidence') as EvidenceName, word: data('word'), where: data('where'), href: data('href'), html: inner };
}

/** The number leads to the place itself, in one step; what is found there, and on what evidence, stands in the notes. */
const reference = ({ number, href, where }: Note): string =>
  `<sup class="ref"><a id="ref-${number}" href="${escape(href)}" title="${escape(where)}" aria-label="Source ${number}, ${escape(where)}">${number}</a></sup>`;

/** Notes on the same evidence stand under one word; notes on the same place share its line. */
function asideOf(notes: readonly Note[]): string {
  const byWord = [...Map.groupBy(notes, (note) => note.word)];
  const inner = byWord.map(([word, group]) => {
    const places = [...Map.groupBy(group, (note) => note.href + note.where).values()];
    return `<p class="evidence">${glyph(group[0]!.evidence)} ${word}</p>${places.map(placeOf).join('')}`;
  });
  const summary = summaryOf(notes.map((note) => note.number));
  return `<div class="notes" role="note" aria-label="${summary}"><details><summary>${summary}</summary><div>${inner.join('')}</div></details></div>`;
}

/** `source 4`, `sources 4, 5`, `sources 4 to 9`: a table may have a dozen, and a phone has one line. */
function summaryOf(numbers: readonly number[]): string {
  const [first = 0, last = 0] = [numbers[0], numbers.at(-1)];
  if (numbers.length === 1) return `source ${first}`;
  const isRow = numbers.length > 2 && last - first === numbers.length - 1;
  return `sources ${isRow ? `${first} to ${last}` : numbers.join(', ')}`;
}

const glyph = (name: EvidenceName): string =>
  `<svg class="glyph" viewBox="0 0 16 16" width="13" height="13" fill="currentColor" aria-hidden="true">${evidence[name]}</svg>`;

function placeOf(notes: readonly Note[]): string {
  const { where, href } = notes[0]!;
  const items = notes.map(
    ({ number, html }) =>
      `<span id="note-${number}"><a class="back" href="#ref-${number}" aria-label="Back to the text, source ${number}">${number}</a>${html === '' ? '' : ` ${html}`}</span>`,
  );
  const said = notes.some(({ html }) => html !== '');
  return `<p>${items.join(said ? '; ' : ' ')}${said ? '. ' : ' '}<a class="where" href="${escape(href)}">${escape(where)}</a></p>`;
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
