/**
 * Weaves the glossary into a page: where a term first stands in the running text it becomes a link to its entry, and the page lists
 * what it means (TermsOfPage.astro), for a reader without script and for paper. A script shows what `data-tells` names.
 */
import { readTags, voidElements, type StartTag } from '../../exports/html-tags.ts';
import { edited } from '../../exports/text-edits.ts';
import { formsOf, type PageTerm } from './page-terms.ts';

interface Woven<Term> {
  readonly html: string;
  /** What is linked, in the order of the page. */
  readonly used: readonly Term[];
}

/** More dotted words than this make a page restless. */
const mostTerms = 12;
/** Two links with less between them, in characters, are read as one. */
const leastBetween = 12;

/** The elements that running text stands in, and what is no running text inside them. */
const running = new Set(['p', 'li', 'td', 'dd']);
const closed = new Set(
  'a button cite-note code details figure h1 h2 h3 h4 h5 h6 iframe kbd math nav pre q script select style summary svg th astro-island'.split(
    ' ',
  ),
);
const closedClasses = new Set(['rule', 'drift', 'flow', 'drawing', 'simulation', 'expressive-code', 'not-content', 'term']);

/**
 * The page's HTML with its terms linked, those that stand first in `terms` before the others where a page has too many. One sentence has one
 * term at most. Where an author links a term, that is its place. A page that is woven already comes back as it is.
 */
export function weave<Term extends PageTerm>(html: string, terms: readonly Term[]): Woven<Term> {
  const { blocks, links } = runningText(html);
  if (links.woven.length > 0) return { html, used: links.woven.flatMap((id) => terms.filter((it) => it.id === id)) };
  const linked = terms.flatMap((term) => links.toTerms.filter(({ id }) => id === term.id).slice(0, 1).map((at) => ({ ...at, term }))); // prettier-ignore
  const wanted = terms.filter((term) => term.onlyLinked !== true && !linked.some((it) => it.term === term));
  const chosen = firstPlaces(wanted, placesIn(blocks, terms), links.at, mostTerms - linked.length);
  const edits = [
    ...linked.map((it) => ({ ...it, put: `<a ${attributesOf(it.term)}>` })),
    ...chosen.map((it) => ({ ...it, put: `<a ${attributesOf(it.term)}>${html.slice(it.start, it.end)}</a>` })),
  ].sort((one, other) => one.start - other.start);
  const written = edits.map(({ start, end, put }) => ({ from: start, to: end, text: put }));
  return { html: edited(html, written), used: edits.map(({ term }) => term) };
}

const attributesOf = ({ id }: PageTerm): string =>
  `class="term" href="${entryOf(id)}" data-tells="term-${id}" aria-describedby="term-${id}"`;
const entryOf = (id: string): string => `/glossary/#${id}`;

/** For each term, as long as there is room, the first place where it may be a link. */
function firstPlaces<Term extends PageTerm>(
  terms: readonly Term[],
  places: readonly Place<Term>[],
  links: readonly Stretch[],
  room: number,
): Place<Term>[] {
  const chosen: Place<Term>[] = [];
  for (const term of terms) {
    if (chosen.length >= room) break;
    const isFree = (it: Place<Term>) =>
      chosen.every(({ sentence }) => sentence !== it.sentence) && links.every((link) => isApart(it, link));
    const place = places.find((it) => it.term === term && isFree(it));
    if (place) chosen.push(place);
  }
  return chosen;
}

/** A stretch of the page's HTML, from one offset to another. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

interface Place<Term> extends Stretch {
  readonly term: Term;
  /** Names the sentence that it stands in. */
  readonly sentence: string;
}

const isApart = (one: Stretch, other: Stretch): boolean => one.start - other.end >= leastBetween || other.start - one.end >= leastBetween;

/** Where terms stand, in the order of the page; where one word can be read as two terms, the longer one. */
function placesIn<Term extends PageTerm>(blocks: readonly Block[], terms: readonly Term[]): Place<Term>[] {
  const byForm = new Map(terms.flatMap((term) => formsOf(term).map((form) => [form, term] as const)));
  if (byForm.size === 0) return [];
  const longestFirst = [...byForm.keys()].sort((a, b) => b.length - a.length);
  const written = longestFirst.map((form) => form.replace(/^\p{Ll}/u, (letter) => `[${letter}${letter.toUpperCase()}]`));
  const found = new RegExp(String.raw`(?<![\p{L}\p{N}_&#/.@-])(?:${written.join('|')})(?![\p{L}\p{N}_/-]|\.\p{L})`, 'gu');
  return blocks.flatMap((block, nth) => {
    let [before, sentence] = ['', 0];
    return block.flatMap(({ text, start: offset }) => {
      const places: Place<Term>[] = [];
      let from = 0;
      for (const match of text.matchAll(found)) {
        const between = text.slice(from, match.index);
        sentence += (between.match(sentenceEnds) ?? []).length;
        const isFirst = endsSentence.test(before + text.slice(0, match.index));
        from = match.index;
        const term = byForm.get(match[0]) ?? (isFirst ? byForm.get(match[0][0]!.toLowerCase() + match[0].slice(1)) : undefined);
        const start = offset + match.index;
        if (term) places.push({ term, start, end: start + match[0].length, sentence: `${nth}: ${sentence}` });
      }
      sentence += (text.slice(from).match(sentenceEnds) ?? []).length;
      before = text;
      return places;
    });
  });
}

const sentenceEnds = /[.!?:](?=\s|$)/g;
const endsSentence = /(?:^|[.!?:])\s*$/;

/** The pieces of text of one paragraph, item or cell, as they are written in the HTML. */
type Block = { readonly text: string; readonly start: number }[];

interface RunningText {
  readonly blocks: readonly Block[];
  readonly links: {
    readonly at: readonly Stretch[];
    /** The opening tags of those that an author made to entries of the glossary. */
    readonly toTerms: readonly (Stretch & { readonly id: string })[];
    /** The ids of terms that are linked already. */
    readonly woven: readonly string[];
  };
}

/** An element around what is read. */
interface Around {
  readonly name: string;
  /** The block that its text goes to; undefined where there is no running text. */
  readonly block: Block | undefined;
  readonly isClosed: boolean;
  /** Where a link begins. */
  readonly from: number;
}

function runningText(html: string): RunningText {
  const blocks: Block[] = [];
  const [at, toTerms, woven]: [Stretch[], (Stretch & { id: string })[], string[]] = [[], [], []];
  const around: Around[] = [{ name: '', block: undefined, isClosed: false, from: 0 }];
  readTags(html, {
    opens(tag) {
      const { block, isClosed } = around.at(-1)!;
      if (!isClosed) {
        const [, id] = /^\/glossary\/#(.+)$/.exec(valueOf(tag, 'href') ?? '') ?? [];
        if (id !== undefined && block) toTerms.push({ id, start: tag.from, end: tag.to });
        const tells = valueOf(tag, 'data-tells') ?? '';
        if (tells.startsWith('term-')) woven.push(tells.slice('term-'.length));
      }
      if (voidElements.has(tag.name)) return;
      const inner = running.has(tag.name) ? [] : block;
      const closes = isClosed || isAside(tag);
      if (inner && inner !== block && !closes) blocks.push(inner);
      around.push({ name: tag.name, block: inner, isClosed: closes, from: isClosed ? -1 : tag.from });
    },
    closes(name, _, to) {
      const which = around.findLastIndex((it) => it.name === name);
      if (which < 1) return;
      const { from } = around[which]!;
      if (name === 'a' && from >= 0) at.push({ start: from, end: to });
      around.length = which;
    },
    says(from, to) {
      const { block, isClosed } = around.at(-1)!;
      if (!isClosed) block?.push({ text: html.slice(from, to), start: from });
    },
  });
  return { blocks, links: { at, toTerms, woven } };
}

const isAside = (tag: StartTag): boolean =>
  closed.has(tag.name) || (valueOf(tag, 'class') ?? '').split(/\s+/).some((it) => closedClasses.has(it));
const valueOf = ({ attributes }: StartTag, name: string): string | undefined => attributes.find((it) => it.name === name)?.value;
