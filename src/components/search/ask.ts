/** Answers a question: what it means, which hits there are in which order, and what nothing holds. */
import { nearest } from '../../facts/nearest.ts';
import type { NamedHit } from '../../facts/search/names-file.ts';
import { questionOf, type Question } from '../../facts/search/question.ts';
import { isNamed, ranked, type Ranked } from '../../facts/search/ranking.ts';
import { meantIn, Vocabulary } from '../../facts/search/vocabulary.ts';
import type { Place, Words } from '../../facts/search/words-file.ts';
import { holdsName, wordsOf } from '../../facts/search/words.ts';

/** What is asked: the names, which are there, and two that are loaded at the first question. */
export interface Library {
  readonly hits: readonly NamedHit[];
  /** The ids of the fragments that hold all of these words, with their scores. */
  text(words: string): Promise<ReadonlyMap<string, number>>;
  /** Undefined when they could not be loaded: then nothing may be said of what is nowhere. */
  words(): Promise<Words | undefined>;
}

export interface Wish {
  readonly typed: string;
  /** Only these systems and kinds; empty means any. */
  readonly systems: readonly string[];
  readonly kinds: readonly string[];
  /** The system that the page is about on which is asked. */
  readonly here?: string | undefined;
}

export interface FoundHit extends Ranked<NamedHit> {
  /** The section of its page in which an identifier stands. */
  readonly section: string | undefined;
}

export interface Answer {
  readonly hits: readonly FoundHit[];
  /** How many there would be with any system and kind. */
  readonly unfiltered: number;
  /** What was typed and stands nowhere on the site. */
  readonly nowhere: string | undefined;
  /** The question that was meant instead, whose hits these are. */
  readonly meant: string | undefined;
  /** The hits hold some words of the question and not all. */
  readonly isLoose: boolean;
}

const nothing: Answer = { hits: [], unfiltered: 0, nowhere: undefined, meant: undefined, isLoose: false };

export async function ask(library: Library, wish: Wish): Promise<Answer> {
  const question = questionOf(wish.typed);
  if (question.words.length === 0) return nothing;
  const words = await library.words();
  if (question.identifier) {
    const answer = words ? await askLetterForLetter(library, wish, question, words) : nothing;
    if (answer.unfiltered > 0 || question.identifier.isStrict) return answer;
  }
  const inTexts = words && vocabularyOf(words, () => words.words);
  const slip = inTexts && slipIn(library, question, inTexts);
  if (!slip) return askWords(library, wish, question, inTexts);
  if (slip.meant === undefined) {
    const rest = question.words.filter((it) => it !== slip.word).join(' ');
    return { ...(await ask(library, { ...wish, typed: rest })), nowhere: slip.word };
  }
  const meant = question.words.map((it) => (it === slip.word ? slip.meant : it)).join(' ');
  const answer = await ask(library, { ...wish, typed: meant });
  return { ...answer, nowhere: slip.word, meant: answer.meant ?? meant };
}

/** The hits that an identifier names, or whose text holds it; where there is none, those of the one that was meant. */
async function askLetterForLetter(library: Library, wish: Wish, question: Question, known: Words): Promise<Answer> {
  const sought = question.identifier!.name;
  const placesOf = (names: Words['names']) => [...names].filter(([name]) => holdsName(name, sought)).flatMap(([, it]) => it);
  const [told, cited] = [placesOf(known.names), placesOf(known.cited)];
  const places = [...told, ...cited];
  const literal = new Map<number, 'text' | 'citation'>(cited.map(({ hit }) => [hit, 'citation']));
  for (const { hit } of told) literal.set(hit, 'text');
  if (literal.size === 0 && !library.hits.some((hit) => isNamed(hit, sought))) {
    const meant = question.identifier!.isStrict
      ? nearest(sought, stepsOf([...known.names.keys(), ...known.cited.keys()], sought))
      : undefined;
    const answer = meant === undefined ? nothing : await ask(library, { ...wish, typed: meant });
    return { ...answer, nowhere: sought, meant };
  }
  const texts = await scores(library, sought);
  return filtered(ranked(library.hits, question, { texts, literal, system: wish.here }), wish, library, places);
}

/** The parts of names that one could be a slip of: those that begin alike. */
const stepsOf = (names: Iterable<string>, sought: string): string[] => [
  ...new Set([...names].flatMap((name) => [name, ...name.split(/[/.:\\]+/)]).filter((it) => it[0] === sought[0])),
];

/** A word that no text has is not asked of the text index, which would take a shorter one for it: `rs` for `rss`. */
async function askWords(library: Library, wish: Wish, question: Question, inTexts: Vocabulary | undefined): Promise<Answer> {
  const asked = (words: readonly string[]) => words.every((it) => inTexts?.knows(it, question.isOpen) ?? true);
  const textsWith = async (words: readonly string[]) => (asked(words) ? scores(library, words.join(' ')) : new Map<number, number>());
  const texts = await textsWith(question.words);
  const findings = { texts, literal: new Map(), system: wish.here };
  const whole = ranked(library.hits, question, findings);
  if (whole.length >= enough(question) || question.words.length === 1) return filtered(whole, wish, library);
  const each = await Promise.all(question.words.map((word) => textsWith([word])));
  const sums = new Map<number, number>();
  for (const [hit, score] of each.flatMap((it) => [...it])) sums.set(hit, (sums.get(hit) ?? 0) + score);
  const near = ranked(library.hits, question, { ...findings, texts: sums, loose: true }).slice(0, nearHits);
  return { ...filtered(near, wish, library), isLoose: true };
}

/** Of the hits that hold only some words, so many are worth a look. */
const nearHits = 20;

/** A long question is seldom met whole: a page that meets most of it may be what was meant. */
const enough = ({ words }: Question): number => (words.length > 2 ? 3 : 1);

/** What the text index finds, by the places in the list of names. */
async function scores(library: Library, words: string): Promise<Map<number, number>> {
  const found = await library.text(words);
  const places = new Map(library.hits.map(({ fragment }, at) => [fragment, at]));
  return new Map([...found].flatMap(([id, score]) => (places.has(id) ? [[places.get(id)!, score] as const] : [])));
}

function filtered(found: readonly Ranked<NamedHit>[], { systems, kinds }: Wish, { hits }: Library, places: readonly Place[] = []): Answer {
  const sections = new Map(places.toReversed().map(({ hit, section }) => [hits[hit], section]));
  const fits = (hit: NamedHit): boolean =>
    (systems.length === 0 || systems.includes(hit.system ?? '')) && (kinds.length === 0 || kinds.includes(hit.kind));
  const kept = found.filter(({ hit }) => fits(hit)).map((it) => ({ ...it, section: sections.get(it.hit) }));
  return { ...nothing, hits: kept, unfiltered: found.length };
}

interface Slip {
  readonly word: string;
  readonly meant: string | undefined;
}

/** The first word of a question that stands nowhere on the site, and the one that it may be a slip of. */
function slipIn(library: Library, { words, isOpen }: Question, inTexts: Vocabulary): Slip | undefined {
  const known = [namesOf(library.hits), inTexts];
  const word = words.find((it, at) => !/\d/.test(it) && !known.some((list) => list.knows(it, isOpen && at === words.length - 1)));
  return word === undefined ? undefined : { word, meant: meantIn(word, known) };
}

const vocabularies = new WeakMap<object, Vocabulary>();

function vocabularyOf(whose: object, words: () => Iterable<string>): Vocabulary {
  const before = vocabularies.get(whose) ?? new Vocabulary(words());
  vocabularies.set(whose, before);
  return before;
}

/** The words of all titles, aliases and ids. */
const namesOf = (hits: readonly NamedHit[]): Vocabulary =>
  vocabularyOf(hits, () =>
    hits.flatMap(({ title, aliases, system, id }) => wordsOf([title, system ?? '', id ?? '', ...aliases].join(' '))),
  );
