/** The sandbox may answer anything: each is taken for what it is, or refused in a sentence, and never breaks the page. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { machine } from '../../../../engine/checker.ts';
import { loadMechanism } from '../../../../mechanisms/registry.ts';
import { checkSlice, opened, stepped, surveySlice, toldModel } from './answers.ts';
import { Answering, toldOf } from './answering.ts';

const real = await loadMechanism('violetos/prism');
const throughText = (it: unknown) => JSON.parse(JSON.stringify(it)) as Record<string, never>;
const model = throughText(toldOf(real));
const { config } = machine(real);
const answering = () => new Answering(real, () => 0);
const open = throughText(answering().answer({ do: 'open', config }));
const readers: readonly (readonly [string, (value: unknown) => unknown])[] = [
  ['model', toldModel],
  ['opened', (value) => opened(value, toldModel(model))],
  ['step', stepped],
  ['check', checkSlice],
  ['survey', surveySlice],
];

test('what the sandbox says of a model that is shipped is taken', () => {
  expect(toldModel(model)).toMatchObject({ id: 'violetos/prism', always: Object.keys(real.model.always) });
  expect(opened(open, toldModel(model)).start.words).toHaveLength(machine(real).words.length);
});

test('a check and a survey are taken slice by slice', () => {
  const asked = answering();
  const slices = [throughText(asked.answer({ do: 'check', config }))];
  while (!('outcome' in slices.at(-1)!)) slices.push(throughText(asked.answer({ do: 'advance', of: 'check' })));
  expect(slices.map(checkSlice).at(-1)?.outcome).toMatchObject({ states: 6_618, transitions: 11_943, exhaustive: true });
  const survey = throughText(asked.answer({ do: 'survey', config, topic: 'rarity' }));
  expect(surveySlice(survey).isDone || surveySlice(throughText(asked.answer({ do: 'advance', of: 'survey' })))).toBeTruthy();
});

describe.each(readers)('%s', (_, read) => {
  test('anything is taken or refused in a sentence', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        try {
          read(value);
        } catch (problem) {
          expect((problem as Error).message).toMatch(/\.$/);
        }
      }),
    );
  });
});

/** One thing changed somewhere in what the sandbox says. */
function changed(value: unknown, path: readonly string[], to: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return to;
  if (Array.isArray(value)) return value.map((each, i) => (String(i) === step ? changed(each, rest, to) : each));
  return { ...(value as object), [step]: changed((value as Record<string, unknown>)[step], rest, to) };
}

test.each([
  [['id'], 7],
  [['title'], 'x'.repeat(1_000)],
  [['actions'], {}],
  [['actions', '0', 'name'], '__proto__'],
  [['actions', '0', 'name'], 'constructor'],
  [['actions', '0', 'name'], 'two words'],
  [['actions', '0', 'when'], Array.from({ length: 31 }, () => 'x')],
  [['always'], ['x'.repeat(401)]],
  [['parameters'], { many: { least: 0, most: 5_000, default: 0 } }],
  [['parameters'], { odd: { least: 0, most: 3, default: 9 } }],
])('a model with another %j is refused', (path, to) => {
  expect(() => toldModel(changed(model, path, to))).toThrow(/\.$/);
});

test.each([
  [['start', 'words', '0'], 2 ** 40],
  [['start', 'words'], Array.from({ length: 5_000 }, () => 0)],
  [['start', 'refused'], []],
  [['schema'], { n: { is: 'range', low: 0, high: 2 ** 40 } }],
  [['schema'], { rows: { is: 'table', kind: 'row', count: 1e9, fields: {}, ordered: true } }],
  [['schema'], { __proto__: null, constructor: { is: 'bool' } }],
  [['schema'], 'a state'],
])('a state with another %j is refused', (path, to) => {
  expect(() => opened(changed(open, path, to), toldModel(model))).toThrow(/\.$/);
});

test('arguments with more candidates than the page can list are refused', () => {
  const wide = changed(model, ['actions', '0', 'args'], { a: { is: 'bits', width: 19 } });
  expect(() => opened(open, toldModel(wide))).toThrow('at most 8192');
});
