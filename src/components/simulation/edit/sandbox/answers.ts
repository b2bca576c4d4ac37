/**
 * The answers of the sandbox, taken for what they are. Whoever wrote the script may have written them too, so they may be wrong, but never of
 * another shape, and never larger than the page can hold. What they say is shown as text, beside the words "edited model".
 */
import type { Schema } from '../../../../engine/language.ts';
import { checkArguments, checkSchema } from '../../../../engine/untrusted.ts';
import type { Counts, Outcome } from '../../check.ts';
import type { ToldVerdict } from '../../../../logs/verdict-words.ts';
import type { SurveyMessage } from '../../survey/survey.ts';
import { MOST_CLAUSES, MOST_INSTANCES, MOST_WORDS, type Mapped, type Moment, type Opened, type CheckSlice, type Taken, type Stepped, type SurveySlice, type ToldModel, type ToldScenario } from './protocol.ts'; // prettier-ignore
import { byName, count, flag, isRecord, list, maybe, milliseconds, oneOf, record, text, whole, type Shape } from './shapes.ts';
import { SandboxError } from './sandbox.ts';

const MOST_NAMES = 64;
const MOST_PATH = 100_000;
const MOST_ROWS = 1_024;

/** What becomes a key of a record and, of a field or an argument, a property of a row. */
const name: Shape<string> = (value, at) => {
  const found = text(80)(value, at);
  if (/^[A-Za-z_$][\w$]*$/.test(found) && !(found in Object.prototype)) return found;
  throw new SandboxError(`'${found}' is no name for a part of a model.`);
};
const sentence = text(400);
const id = text(80);
const number = whole(-(2 ** 31), 2 ** 31 - 1);
const instance = whole(0, MOST_INSTANCES - 1);
const anything: Shape<unknown> = (value) => value;

const fault: Shape<ToldModel['faults'][string]> = (value, at) => {
  if (typeof value === 'string') return sentence(value, at);
  const { doc, drops, times } = record({ doc: sentence, drops: maybe(sentence), times: maybe(whole(1, 1_000)) })(value, at);
  if (drops !== undefined) return { doc, drops };
  return times === undefined ? doc : { doc, times };
};

/** An argument as a scenario writes it: a number, a word, yes or no, nothing, or a few of these. */
const plain =
  (deep: number): Shape<unknown> =>
  (value, at) => {
    if (typeof value === 'boolean' || value === null || value === undefined) return value;
    if (typeof value === 'number') return number(value, at);
    if (typeof value === 'string') return text(80)(value, at);
    if (deep === 0) throw new SandboxError(`${at} is deeper than an argument is.`);
    return Array.isArray(value) ? list(plain(deep - 1), 64)(value, at) : byName(name, plain(deep - 1), 16)(value, at);
  };

const settings = byName<number | boolean>(name, (value, at) => (typeof value === 'boolean' ? value : number(value, at)), 2 * MOST_NAMES);

const ends: Shape<ToldScenario['ends']> = (value, at) => {
  if (value === 'safe') return value;
  const { refused, violates } = record({ refused: maybe(sentence), violates: maybe(sentence) })(value, at);
  if (refused !== undefined) return { refused };
  if (violates !== undefined) return { violates };
  throw new SandboxError(`${at} is neither 'safe' nor a sentence that was refused or violated.`);
};

const scenario = record<ToldScenario>({
  title: text(200),
  with: maybe(settings),
  steps: list(byName(name, byName(name, plain(3), 16), 1), 1_000),
  ends,
});

export const toldModel = (value: unknown): ToldModel =>
  record<ToldModel>({
    id,
    title: text(120),
    parameters: byName(name, parameter, MOST_NAMES),
    faults: byName(name, fault, MOST_NAMES),
    actions: list(
      record<ToldModel['actions'][number]>({
        name,
        says: sentence,
        args: byName(name, anything, 16), // a kind: checked with the schema
        when: list(sentence, MOST_CLAUSES),
        fault: maybe(name),
        lanes: list(name, 8),
      }),
      MOST_NAMES,
    ),
    always: list(sentence, MOST_NAMES),
    sometimes: list(sentence, MOST_NAMES),
    eventually: list(sentence, MOST_NAMES),
    scenarios: byName(name, scenario, MOST_NAMES),
  })(value, 'the model');

const parameter: Shape<ToldModel['parameters'][string]> = (value, at) => {
  const { label, least, most, ...rest } = record({ label: maybe(text(80)), least: number, most: number, default: number })(value, at);
  if (!(least <= rest.default && rest.default <= most && most - least < MOST_ROWS))
    throw new SandboxError(`${at} does not have its usual value between its bounds, or has more than ${MOST_ROWS} values.`);
  return { ...(label !== undefined && { label }), least, most, default: rest.default };
};

interface Part {
  readonly by: 'every' | 'some' | 'filter';
  readonly kind: string;
  readonly rows: readonly { readonly kind: string; readonly index: number; readonly parts: readonly Part[] }[];
}
const MOST_DEEP = 6;
const parts =
  (deep: number): Shape<Part[]> =>
  (value, at) => {
    const row = record<Part['rows'][number]>({
      kind: text(80),
      index: whole(0, MOST_ROWS - 1),
      parts: deep > 0 ? parts(deep - 1) : () => [],
    });
    return list(record<Part>({ by: oneOf(['every', 'some', 'filter']), kind: text(80), rows: list(row, MOST_ROWS) }), 32)(value, at);
  };

const moment: Shape<Moment> = record<Moment>({
  words: list(number, MOST_WORDS),
  refused: list(whole(0, 2 ** MOST_CLAUSES - 1), MOST_INSTANCES),
  broken: list(record<Moment['broken'][number]>({ rule: sentence, parts: parts(MOST_DEEP) }), MOST_NAMES),
  reached: list(sentence, MOST_NAMES),
});

export const stepped = (value: unknown): Stepped => record<Stepped>({ after: moment, insisted: maybe(sentence) })(value, 'the step');

/** The schema is checked by the engine's own check, which a page leaves out for models that the build has run. */
export function opened(value: unknown, { actions }: ToldModel): Opened & { readonly schema: Schema } {
  const { schema, start } = record<Opened>({ schema: anything, start: moment })(value, 'the state');
  checkSchema(schema);
  const all = actions.reduce((sum, it) => sum + checkArguments(it.name, it.args, schema as Schema), 0);
  if (all > MOST_INSTANCES || start.refused.length !== all)
    throw new SandboxError(`The actions have ${all} candidates, and the sandbox speaks of ${start.refused.length}; at most ${MOST_INSTANCES} are run here.`); // prettier-ignore
  return { schema: schema as Schema, start };
}

const path = list(instance, MOST_PATH);
const rule = sentence;
const counts = record<Counts>({ states: count, transitions: count, depth: count, property: maybe(sentence) });

const outcome = record<Outcome>({
  states: count,
  transitions: count,
  depth: count,
  property: maybe(sentence),
  exhaustive: flag,
  violation: maybe(record({ rule, path })),
  deadlock: maybe(path),
  deadlocks: count,
  lasso: maybe(
    record<NonNullable<Outcome['lasso']>>({
      property: sentence,
      of: maybe(record({ kind: text(80), index: whole(0, MOST_ROWS - 1) })),
      stem: path,
      loop: path,
    }),
  ),
  unchecked: maybe(sentence),
  fired: byName(name, count, MOST_NAMES),
  unseen: list(sentence, MOST_NAMES),
  symmetric: () => undefined,
  ms: milliseconds,
});

export const checkSlice = (value: unknown): CheckSlice =>
  record<CheckSlice>({ counts: maybe(counts), outcome: maybe(outcome) })(value, 'the outcome');

const problem = record<Mapped['problems'][number]>({ line: count, says: text(1_000), fix: text(1_000) });
export const mapped = (value: unknown): Mapped => record<Mapped>({ problems: list(problem, 200) })(value, 'the map');
export const taken = (value: unknown): Taken => record<Taken>({ lines: count, goesOn: flag })(value, 'the lines');

const words = list(text(20_000), 100);
export const verdict = (value: unknown): ToldVerdict =>
  record<ToldVerdict>({
    config: settings,
    run: path,
    stop: maybe(record({ line: count, text: text(10_000) })),
    says: words,
    candidates: words,
  })(value, 'the verdict');

const share = record({ name: sentence, states: count });
const ending = record({
  states: count,
  transitions: count,
  depth: count,
  exhaustive: flag,
  breaks: maybe(sentence),
  steps: count,
  isPromise: flag,
  isStuck: flag,
});
const graph = record({
  states: list(record({ depth: count, path, broken: list(sentence, MOST_NAMES), isFinal: flag }), 200),
  steps: list(record({ from: whole(0, 199), to: whole(0, 199), instance, action: name, says: text(1_000) }), 20_000),
});
const messages: { readonly [Is in SurveyMessage['is']]: Shape<Omit<Extract<SurveyMessage, { is: Is }>, 'is'>> } = {
  rarity: record({
    rarity: record({
      states: count,
      exhaustive: flag,
      levels: list(count, MOST_PATH),
      goals: list(share, MOST_NAMES),
      actions: list(share, MOST_NAMES),
      transitions: count,
    }),
  }),
  size: record({ row: record({ parameter: name, value: number, isUsual: flag, ending }) }),
  fault: record({ row: record({ faults: list(name, 2), ending }) }),
  graph: (value, at) => {
    const { found } = record({ found: record({ graph: maybe(graph), least: maybe(count) }) })(value, at);
    return { found: found.graph ? { graph: found.graph } : { graph: undefined, least: found.least } };
  },
  done: () => ({}),
  failed: record({ why: sentence }),
};

export const surveySlice = (value: unknown): SurveySlice =>
  record<SurveySlice>({
    isDone: flag,
    messages: list((each, at) => {
      const is = oneOf(Object.keys(messages) as SurveyMessage['is'][])(isRecord(each) ? each['is'] : undefined, `${at}.is`);
      return { is, ...messages[is](each, at) } as SurveyMessage;
    }, 4_096),
  })(value, 'the survey');
