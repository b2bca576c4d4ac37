/** All questions of a system, those about its architecture first. */
import { find, type Entries } from '../facts/entries.ts';
import type { MechanismWithRuns } from '../engine/language.ts';
import { graphQuestions } from './from-graph.ts';
import { modelQuestions } from './from-models.ts';
import { meaningQuestions, orderQuestions } from './from-records.ts';
import { hashOf, type Question } from './question.ts';

/** So many of those about milestones and about words are asked: there would be a page of them. */
const MOST_OF_A_KIND = 4;

export function questionsOf(system: string, entries: Entries, mechanisms: readonly MechanismWithRuns[]): readonly Question[] {
  const graph = find(entries, 'architecture', system)?.data;
  const own = mechanisms.filter(({ model }) => model.id.startsWith(`${system}/`));
  return [
    ...(graph ? graphQuestions(system, graph) : []),
    ...own.flatMap(modelQuestions),
    ...some(orderQuestions(system, entries)),
    ...some(meaningQuestions(system, entries)),
  ];
}

const some = (questions: readonly Question[]): readonly Question[] =>
  questions.toSorted((a, b) => hashOf(a.id) - hashOf(b.id)).slice(0, MOST_OF_A_KIND);
