/**
 * Questions about what a mechanism does next, answered by running its model: which clause refuses a step, and what a field becomes. The runs are
 * those of its scenarios.
 */
import { follow, instanceOf, type Refusal, type Snapshot } from '../engine/checker.ts';
import type { MechanismWithRuns, Schema } from '../engine/language.ts';
import { momentOf, type Moment } from '../mechanisms/moments.ts';
import { spaced } from '../drawing/words.ts';
import { question, type Question } from './question.ts';

/** A moment further on is too long to read before a question. */
const MOST_GIVEN = 4;

type Scenario = readonly [name: string, told: MechanismWithRuns['scenarios'][string]];

export function modelQuestions(mechanism: MechanismWithRuns): Question[] {
  // With a fault on, the mechanism is not the one that is documented.
  const scenarios = Object.entries(mechanism.scenarios).filter(([, { with: config = {} }]) => !Object.values(config).includes(true));
  return [...first(scenarios, (it) => refusedQuestion(mechanism, it)), ...first(scenarios, (it) => becomesQuestion(mechanism, it))];
}

/** What the first of them gives that gives anything. */
function first<Item, Result>(items: readonly Item[], give: (item: Item) => readonly Result[]): readonly Result[] {
  for (const item of items) {
    const given = give(item);
    if (given.length > 0) return given;
  }
  return [];
}

/** A scenario that ends with a step that one clause refuses. */
function refusedQuestion(mechanism: MechanismWithRuns, [name, { steps, ends }]: Scenario): readonly Question[] {
  if (typeof ends !== 'object' || !('refused' in ends) || steps.length - 1 > MOST_GIVEN) return [];
  const { m, at, log } = momentOf(mechanism, { scenario: name, step: steps.length - 1 });
  const refusal = follow(m, at, instanceOf(m, steps.at(-1)!));
  if (!isRefusal(refusal) || refusal.because.length !== 1) return [];
  const clausesOf = (action: string) => Object.keys(mechanism.model.actions[action]!.when);
  const own = clausesOf(refusal.action);
  // Clauses of other actions, too, because few actions have four: they are no conditions of this one.
  const others = Object.keys(mechanism.model.actions)
    .flatMap(clausesOf)
    .filter((it) => !own.includes(it));
  const [because] = refusal.because;
  return question({
    ...asked(mechanism, 'refused', name),
    given: givenIn(mechanism, name, log.length),
    asks: `Now this is tried: \u201c${refusal.says.replace(/\.$/, '')}\u201d. It is refused. Which condition does not hold?`,
    right: { text: because!, because: 'The model asks for it, and it does not hold here.' },
    wrong: [
      ...own.filter((it) => it !== because).map((it) => ({ text: it, isNear: true, because: 'The model asks for it, and it holds here.' })),
      ...others.map((it) => ({ text: it, because: 'That is a condition of another step.' })),
    ],
  });
}

/** A step that changes one word of one row, or of the state, for another of the same list. */
function becomesQuestion(mechanism: MechanismWithRuns, [name, { steps, ends }]: Scenario): readonly Question[] {
  const last = (typeof ends === 'object' && 'refused' in ends ? steps.length - 1 : steps.length) - 1;
  for (let step = Math.min(last, MOST_GIVEN); step > 0; step -= 1) {
    const [before, after] = [step, step + 1].map((it) => momentOf(mechanism, { scenario: name, step: it }));
    const changes = changedWords(before!, after!);
    const [change] = changes;
    if (!change || changes.length !== 1) continue;
    return question({
      ...asked(mechanism, 'becomes', name),
      given: givenIn(mechanism, name, step),
      asks: `Then: \u201c${after!.at.says!.replace(/\.$/, '')}\u201d. What does ${change.of} become?`,
      right: { text: change.to, because: `It was ${change.from} before.` },
      wrong: change.words
        .filter((it) => it !== change.to)
        .map((it) =>
          it === change.from
            ? { text: it, isNear: true, because: 'That is what it was before.' }
            : { text: it, because: `It becomes ${change.to}.` },
        ),
    });
  }
  return [];
}

interface Change {
  readonly of: string;
  readonly from: string;
  readonly to: string;
  /** All that it could be. */
  readonly words: readonly string[];
}

/** The fields of words, in the state and in the rows of its tables, that differ. */
function changedWords({ m, at }: Moment, { at: later }: Moment): readonly Change[] {
  return Object.entries(m.schema).flatMap(([name, field]) => {
    if (field.is === 'oneOf') return changed(`\u201c${spaced(name)}\u201d`, field.names, at.state[name], later.state[name]);
    if (field.is !== 'table') return [];
    const [rows, laterRows] = [at.state[name], later.state[name]] as unknown as readonly Record<string, unknown>[][];
    return Object.entries(field.fields as Schema).flatMap(([column, kind]) => {
      if (kind.is !== 'oneOf') return [];
      const of = (row: number): string =>
        column === 'is' ? `${field.kind} ${row}` : `\u201c${spaced(column)}\u201d of ${field.kind} ${row}`;
      return rows!.flatMap((row, i) => changed(of(i), kind.names, row[column], laterRows![i]![column]));
    });
  });
}

const changed = (of: string, words: readonly string[], from: unknown, to: unknown): readonly Change[] =>
  from === to || words.length < 3 ? [] : [{ of, from: String(from), to: String(to), words }];

function asked({ model }: MechanismWithRuns, about: 'refused' | 'becomes', scenario: string) {
  const [system = ''] = model.id.split('/');
  return {
    id: `${model.id.replace('/', '.')}.${about}.${scenario}`,
    system,
    about,
    more: { href: `/simulations/${model.id}/`, text: model.title },
  } as const;
}

/** What has happened until then, a sentence each. */
function givenIn(mechanism: MechanismWithRuns, scenario: string, steps: number): readonly string[] {
  return Array.from({ length: steps }, (_, i) => momentOf(mechanism, { scenario, step: i + 1 }).at.says!);
}

const isRefusal = (it: Snapshot | Refusal): it is Refusal => 'because' in it;
