/**
 * In which order hits stand. A hit has a score for its names (title, aliases, id, system) and one for its text, which the text index gives.
 * Pages come before single records: a page that only tells of what was asked stands before a record that is called so, and after a page
 * that is called so. `tests/search-queries.ts` holds what this gives for real questions.
 */
import type { Extent, Kind, SearchHit } from './hit.ts';
import type { Question } from './question.ts';
import { holdsName, stemOf, wordsOf } from './words.ts';

/** What the ranking reads of a hit. */
export type Named = Pick<SearchHit, 'address' | 'title' | 'kind' | 'what' | 'id' | 'system' | 'aliases' | 'extent'>;

export interface Ranked<Hit extends Named = Named> {
  readonly hit: Hit;
  readonly score: number;
  /** How well the names of the hit meet the question, from 0 to 1. */
  readonly name: number;
}

/** How well a word meets a name, from 1. */
const meets = { same: 1, stem: 0.9, id: 0.7, beginning: 0.6, context: 0.5 } as const;
/** A word that meets another name of the hit than the rest of the question does. */
const otherName = 0.8;
/** A hit that meets a question only by its system or kind is one of many. */
const onlyContext = 0.3;
/** How much of the score a title loses that has other words as well. */
const otherWords = 0.15;

const pageWeights = { name: 2, text: 1, page: 1 } as const;
/** A part that is called so comes behind the pages and simulations that tell most of it, and before those that only name it. */
const partWeights = { name: 1.75, text: 1 } as const;
const recordWeights = { name: 0.9, text: 0.5 } as const;
/** What tells pages apart that meet a question equally well. */
const ofKind: Partial<Record<Kind, number>> = { Task: 0.3, Page: 0.5, Start: 0.3 };
/** A milestone, a platform or a single task is as good as a page where it is called as was asked, and by more than half of its name. */
const calledSo = 0.6;
const mostOfName = 0.5;
/** A page that is called just so, by its title or by an alias. A simulation is not: the page that explains it comes first. */
const justSo = 0.25;
/** A system itself stands before what is told of it. */
const system = 0.8;
/** A page of records is searched by its lead, which says less by holding a word than a page that is searched whole. */
const leadText = 0.4;
const exactId = 10;
const inName = 9;
const inText = 6;
const inCitation = 2;
/** For the system that the reader is reading about: it only parts equals. */
const here = 0.12;

/** Words that name a kind in a question. `Page` is not among them: a page fault is none. */
const kindWords: Readonly<Record<Kind, string>> = {
  Start: 'start',
  Task: 'guide',
  Lab: 'lab exercise',
  Simulation: 'simulation simulate model',
  Page: '',
  Part: 'part component',
  Term: 'term glossary',
  Rule: 'rule',
  Milestone: 'milestone',
  Platform: 'platform board',
  Difference: 'difference',
};

interface Name {
  readonly words: readonly string[];
  readonly stems: readonly string[];
}
interface Names {
  readonly own: readonly Name[];
  readonly id: readonly string[];
  readonly context: ReadonlySet<string>;
}

const known = new WeakMap<Named, Names>();

function namesOf(hit: Named): Names {
  const before = known.get(hit);
  if (before) return before;
  const own = [hit.title, ...hit.aliases].map((text) => {
    const words = wordsOf(text);
    return { words, stems: words.map(stemOf) };
  });
  const context = wordsOf(`${hit.system ?? ''} ${kindWords[hit.kind]} ${hit.what ?? ''}`).map(stemOf);
  const names = { own, id: wordsOf(hit.id ?? '').map(stemOf), context: new Set(context) };
  known.set(hit, names);
  return names;
}

/** How well one word of a question meets a name. */
function meeting(question: Question, at: number, name: Name): number {
  const word = question.words[at]!;
  if (name.words.includes(word)) return meets.same;
  if (name.stems.includes(question.stems[at]!)) return meets.stem;
  const goesOn = question.isOpen && at === question.words.length - 1 && word.length > 1;
  return goesOn && name.words.some((it) => it.startsWith(word)) ? meets.beginning : 0;
}

interface NameScore {
  /** From 0 to 1. */
  readonly score: number;
  /** Each word of the question meets. */
  readonly whole: boolean;
  /** How much of the name was asked for, from 0 to 1. */
  readonly share: number;
}

/** How well the names of a hit meet a question. */
export function nameScore(hit: Named, question: Question): NameScore {
  const { own, id, context } = namesOf(hit);
  const count = question.words.length;
  let best: NameScore = { score: 0, whole: false, share: 0 };
  const anywhere = question.words.map((_, at) => otherName * Math.max(0, ...own.map((name) => meeting(question, at, name))));
  for (const name of own) {
    const ownWords = question.words.map((_, at) => meeting(question, at, name));
    const met = ownWords.map((it, at) =>
      Math.max(it, anywhere[at]!, id.includes(question.stems[at]!) ? meets.id : 0, context.has(question.stems[at]!) ? meets.context : 0),
    );
    const hits = ownWords.filter((it) => it > 0).length;
    const sum = met.reduce((a, b) => a + b, 0) / Math.max(1, count);
    const share = Math.min(1, hits / name.words.length);
    const fits = hits > 0 ? 1 - otherWords * (1 - share) : onlyContext;
    if (sum * fits > best.score) best = { score: sum * fits, whole: met.every((it) => it > 0), share };
  }
  return best;
}

const isPage = (extent: Extent): boolean => extent !== 'record';
/** A page that is not about a single record. */
const isOwnPage = ({ extent, kind, what, id }: Named): boolean =>
  isPage(extent) &&
  kind !== 'Part' &&
  kind !== 'Milestone' &&
  kind !== 'Platform' &&
  what !== 'Source' &&
  !(kind === 'Task' && id !== undefined);

function scoreOf(hit: Named, { score, share }: NameScore, text: number): number {
  const asPage = pageWeights.name * score + pageWeights.text * text + pageWeights.page;
  if (isOwnPage(hit)) {
    const called =
      share === 1 && score >= meets.stem && hit.kind !== 'Simulation' ? justSo + (hit.what === 'System' ? system - justSo : 0) : 0;
    return asPage + (ofKind[hit.kind] ?? 0) + called;
  }
  if (isPage(hit.extent) && score >= calledSo && share > mostOfName)
    return hit.kind === 'Part' ? partWeights.name * score + partWeights.text * text : asPage;
  return recordWeights.name * score + recordWeights.text * text;
}

/** Whether a hit is what an identifier names: its id, or a title that holds it. */
export function isNamed(hit: Named, identifier: string): 'id' | 'title' | undefined {
  if (hit.id?.toLowerCase() === identifier.toLowerCase()) return 'id';
  return [hit.title, ...hit.aliases, hit.id ?? ''].some((it) => holdsName(it, identifier)) ? 'title' : undefined;
}

export interface Findings {
  /** The score of the text index, by the hit's place in the list. */
  readonly texts: ReadonlyMap<number, number>;
  /** The hits that hold the identifier of the question letter for letter, in their text or only in what they cite. */
  readonly literal: ReadonlyMap<number, 'text' | 'citation'>;
  /** Whether a hit may meet some words of the question, and not each. */
  readonly loose?: boolean;
  /** The system that the page is about on which was asked. */
  readonly system?: string | undefined;
}

/** The hits of a question, best first; those that are alike in the order of the list. */
export function ranked<Hit extends Named>(hits: readonly Hit[], question: Question, findings: Findings): Ranked<Hit>[] {
  const best = bestTexts(hits, findings.texts);
  const found: Ranked<Hit>[] = [];
  for (const [at, hit] of hits.entries()) {
    const raw = findings.texts.get(at) ?? 0;
    const named = nameScore(hit, question);
    const exact = exactness(hit, at, question, findings);
    const meetsAll = raw > 0 || named.whole || (findings.loose === true && named.score > 0);
    if (exact === 0 && (question.identifier?.isStrict === true || !meetsAll)) continue;
    const isLead = hit.extent === 'summary' && (hit.kind === 'Page' || hit.kind === 'Part' || hit.kind === 'Start');
    const text = (raw / (best.get(groupOf(hit)) ?? 1)) * (isLead ? leadText : 1);
    const near = hit.system !== undefined && hit.system === findings.system ? here : 0;
    found.push({ hit, score: exact + scoreOf(hit, named, text) + near, name: named.score });
  }
  return found.sort((a, b) => b.score - a.score);
}

function exactness(hit: Named, at: number, { typed, identifier }: Question, { literal: places }: Findings): number {
  const sought = identifier?.name ?? (/^\S+-\S+$/.test(typed) ? typed : undefined);
  if (sought === undefined) return 0;
  const named = isNamed(hit, sought);
  if (named === 'id') return exactId;
  if (identifier === undefined) return 0;
  if (named === 'title') return inName;
  const place = places.get(at);
  return place === undefined ? 0 : place === 'text' ? inText : inCitation;
}

/** Texts of one kind and extent are compared with each other: a short one always scores more than a long one. */
const groupOf = ({ kind, extent }: Named): string => `${kind} ${extent}`;

function bestTexts(hits: readonly Named[], texts: ReadonlyMap<number, number>): Map<string, number> {
  const best = new Map<string, number>();
  for (const [at, score] of texts) {
    const group = groupOf(hits[at]!);
    best.set(group, Math.max(best.get(group) ?? 0, score));
  }
  return best;
}
