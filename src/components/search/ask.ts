/** Answers a question: what it means, which hits there are in which order, and what nothing holds. */
import { distance, nearest } from '../../facts/nearest.ts';
import type { NamedHit } from '../../facts/search/names-file.ts';
import { questionOf, type Question } from '../../facts/search/question.ts';
import { isNamed, ranked, type Ranked } from '../../facts/search/ranking.ts';
import { shortestWord, type Place, type Words } from '../../facts/search/words-file.ts';
import { holdsName, stemOf, wordsOf } from '../../facts/search/words.ts';

/** What is asked: the names, which are there, and two that are loaded when they are needed. */
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
  if (question.identifier) {
    const answer = await askLetterForLetter(library, wish, question);
    if (answer.hits.length > 0 || answer.unfiltered > 0 || question.identifier.isStrict) return answer;
  }
  const slip = await slipIn(library, question);
  if (!slip) return askWords(library, wish, question);
  if (slip.meant === undefined) {
    const rest = question.words.filter((it) => it !== slip.word).join(' ');
    return { ...(await ask(library, { ...wish, typed: rest })), nowhere: slip.word };
  }
  const meant = wish.typed.toLowerCase().replace(slip.word, slip.meant);
  return { ...(await ask(library, { ...wish, typed: meant })), nowhere: slip.word, meant };
}

/** The hits that an identifier names, or whose text holds it; where there is none, those of the one that was meant. */
async function askLetterForLetter(library: Library, wish: Wish, question: Question): Promise<Answer> {
  const sought = question.identifier!.name;
  const known = await library.words();
  if (!known) return nothing;
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

async function askWords(library: Library, wish: Wish, question: Question): Promise<Answer> {
  const texts = await scores(library, question.words.join(' '));
  const findings = { texts, literal: new Map(), system: wish.here };
  const whole = ranked(library.hits, question, findings);
  if (whole.length >= enough(question) || question.words.length === 1) return filtered(whole, wish, library);
  const each = await Promise.all(question.words.map((word) => scores(library, word)));
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
async function slipIn(library: Library, { words, stems, isOpen }: Question): Promise<Slip | undefined> {
  const inNames = vocabularyOf(library.hits);
  const unknown = (vocabulary: readonly string[], known: ReadonlySet<string>) =>
    words.find((word, at) => {
      if (word.length < shortestWord || /\d/.test(word) || known.has(word) || known.has(stems[at]!)) return false;
      return !(isOpen && at === words.length - 1 && vocabulary.some((it) => it.startsWith(word)));
    });
  if (unknown([...inNames], withStems(inNames)) === undefined) return undefined;
  const inTexts = (await library.words())?.words;
  if (!inTexts) return undefined;
  const all = new Set([...inNames, ...inTexts]);
  const word = unknown([...all], withStems(all));
  if (word === undefined) return undefined;
  return { word, meant: meantBy(word, inNames, inTexts) };
}

/** The word that another is a slip of: one or two letters off, and beginning alike. A word of a title is preferred to one of a text. */
function meantBy(word: string, inNames: Iterable<string>, inTexts: Iterable<string>): string | undefined {
  const most = word.length > 6 ? 2 : 1;
  const found = [inNames, inTexts]
    .map((list) =>
      nearest(
        word,
        [...list].filter((it) => it[0] === word[0] && it.length >= shortestWord),
      ),
    ) // prettier-ignore
    .filter((it) => it !== undefined && distance(word, it) <= most) as string[];
  return found.sort((a, b) => distance(word, a) - distance(word, b))[0];
}

const withStems = (words: ReadonlySet<string>): Set<string> => new Set([...words, ...[...words].map(stemOf)]);

const vocabularies = new WeakMap<readonly NamedHit[], Set<string>>();

/** The words of all titles, aliases and ids. */
function vocabularyOf(hits: readonly NamedHit[]): Set<string> {
  const before = vocabularies.get(hits);
  if (before) return before;
  const words = new Set(hits.flatMap(({ title, aliases, system, id }) => wordsOf([title, system ?? '', id ?? '', ...aliases].join(' '))));
  vocabularies.set(hits, words);
  return words;
}
