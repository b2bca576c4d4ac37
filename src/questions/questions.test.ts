/** Each question, asked anew by other means than it was made by: of several choices one is right, and it is the one that is said. */
import { describe, expect, test } from 'vitest';
import { begin, follow, instanceOf, machine } from '../engine/checker.ts';
import { within } from '../facts/graph/constraints.ts';
import { loadMechanism, loadMechanisms } from '../mechanisms/registry.ts';
import { sharedContent } from '../records/shared-reader.ts';
import type { Architecture, RelationKind } from '../schemas/architecture.ts';
import { graphQuestions } from './from-graph.ts';
import { orderQuestions } from './from-records.ts';
import { question, type Question } from './question.ts';
import { questionsOf } from './questions.ts';

const { entries } = sharedContent(process.cwd());
const mechanisms = await loadMechanisms();
const all = entries.systems.flatMap(({ id }) => questionsOf(id, entries, mechanisms));
const graphs = new Map(entries.architecture.map(({ id, data }) => [id, data]));
const about = (...kinds: readonly Question['about'][]) => all.filter((it) => kinds.includes(it.about)).map((it) => [it.id, it] as const);

test('every system has at least ten, each with one right choice among others, under an id of its own', () => {
  for (const { id } of entries.systems) expect(all.filter((it) => it.system === id).length, id).toBeGreaterThanOrEqual(10);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  for (const { choices, asks, id } of all) {
    expect(choices.filter(({ isRight }) => isRight), id).toHaveLength(1); // prettier-ignore
    expect(new Set(choices.map(({ text }) => text)).size, id).toBe(choices.length);
    expect(choices.length, id).toBeGreaterThanOrEqual(3);
    expect(asks, id).toMatch(/\?$/);
    for (const { because } of choices) expect(because, id).toMatch(/[.”]$/);
  }
});

test('they are the same in every build', () => {
  const again = entries.systems.flatMap(({ id }) => questionsOf(id, entries, mechanisms));
  expect(again).toEqual(all);
});

test('the right choice stands in no place more often than chance would have it', () => {
  const places = all.filter(({ choices }) => choices.length === 4).map(({ choices }) => choices.findIndex((it) => it.isRight));
  for (const place of [0, 1, 2, 3]) expect(places.filter((it) => it === place).length / places.length).toBeLessThan(0.4);
});

describe('on every way', () => {
  /** All that is reached without ever entering `closed`, by another search than that of the constraint. */
  function reached(
    { relations }: Pick<Architecture, 'relations'>,
    from: Iterable<string>,
    by: readonly RelationKind[],
    closed: ReadonlySet<string>,
  ) {
    const found = new Set(from);
    for (let before = -1; before !== found.size;) {
      before = found.size;
      for (const it of relations) if (by.includes(it.kind) && found.has(it.from) && !closed.has(it.to)) found.add(it.to);
    }
    return found;
  }

  test.each(about('way'))('%s', (id, { system, choices }) => {
    const graph = graphs.get(system)!;
    const { forbid } = graph.constraints!.find((it) => `${system}.${it.id}` === id)!;
    const { from, to, by } = forbid!;
    for (const { text, isRight } of choices) {
      const doors = graph.components.filter((it) => it.title === text).map((it) => it.id);
      const goal = within(graph, to);
      const avoids = doors.map((door) => {
        const closed = within(graph, [door]);
        return [...reached(graph, within(graph, from), by, closed)].some((it) => goal.has(it));
      });
      // Of two parts with one name it is enough that no way avoids one.
      expect(avoids.every(Boolean), text).toBe(!isRight);
    }
  });
});

test.each(about('alone'))('alone: %s', (id, { system, choices }) => {
  const graph = graphs.get(system)!;
  const { to, by } = graph.constraints!.find((it) => `${system}.${it.id}` === id)!.sole!;
  const targets = within(graph, to);
  for (const { text, isRight } of choices) {
    const ids = new Set(graph.components.filter((it) => it.title === text).map((it) => it.id));
    const does = graph.relations.some((it) => by.includes(it.kind) && targets.has(it.to) && !targets.has(it.from) && ids.has(it.from));
    expect(does, text).toBe(isRight);
  }
});

test.each(about('reaches'))('reaches: %s', (id, { system, choices }) => {
  const graph = graphs.get(system)!;
  const asked = graph.relations.find((it) => `${system}.${it.id}` === id)!;
  for (const { text, isRight } of choices) {
    const ids = new Set(graph.components.filter((it) => it.title === text).map((it) => it.id));
    expect(graph.relations.some((it) => it.from === asked.from && ids.has(it.to)), text).toBe(isRight); // prettier-ignore
  }
});

test.each(about('before'))('before: %s', (id, { choices }) => {
  const milestone = entries.milestones.find((it) => id.endsWith(`.before.${it.id}`))!;
  const needs = new Set(milestone.data.needs.map((it) => it.milestone));
  for (let before = -1; before !== needs.size;) {
    before = needs.size;
    for (const it of entries.milestones) if (needs.has(it.id)) for (const need of it.data.needs) needs.add(need.milestone);
  }
  const titled = (text: string) => entries.milestones.filter((it) => it.data.title === text && it.data.system === milestone.data.system);
  for (const { text, isRight } of choices) expect(titled(text).some((it) => needs.has(it.id)), text).toBe(isRight); // prettier-ignore
});

/** The run of a question, from the id alone. */
async function playedTo(id: string) {
  const [system, name, , scenario] = id.split('.');
  const mechanism = await loadMechanism(`${system}/${name}`);
  const { with: config, steps } = mechanism.scenarios[scenario!]!;
  const m = machine(mechanism, config);
  return { m, steps, mechanism, start: begin(m) };
}

test.each(about('refused'))('refused: %s', async (id, { given, choices }) => {
  const { m, steps, start, mechanism } = await playedTo(id);
  let at = start;
  for (const [i, step] of steps.slice(0, -1).entries()) {
    const next = follow(m, at, instanceOf(m, step));
    if ('because' in next) throw new Error(`refused too early: ${next.because.join()}`);
    expect(next.says).toBe(given[i]);
    at = next;
  }
  const refusal = follow(m, at, instanceOf(m, steps.at(-1)!));
  if (!('because' in refusal)) throw new Error('it is not refused');
  expect(choices.find(({ isRight }) => isRight)!.text).toBe(refusal.because.join());
  const clauses = Object.keys(mechanism.model.actions[refusal.action]!.when);
  for (const { text, because } of choices)
    expect(clauses.includes(text), text).toBe(because !== 'That is a condition of another step.'); // prettier-ignore
});

test.each(about('becomes'))('becomes: %s', async (id, { given, asks, choices }) => {
  const { m, steps, start } = await playedTo(id);
  let at = start;
  const states = [start.state];
  for (const step of steps.slice(0, given.length + 1)) {
    const next = follow(m, at, instanceOf(m, step));
    if ('because' in next) throw new Error(`refused: ${next.because.join()}`);
    states.push((at = next).state);
  }
  expect(asks).toContain(at.says!.replace(/\.$/, ''));
  // The right word is in the last state where another was before, and nowhere else did a word of these change.
  const flat = (state: object): readonly (readonly [string, unknown])[] =>
    Object.entries(state).flatMap(([key, value]) =>
      typeof value === 'object' && value !== null
        ? flat(value).map(([inner, it]) => [`${key}.${inner}`, it] as const)
        : [[key, value] as const],
    );
  const before = new Map(flat(states.at(-2)!));
  const words = new Set(choices.map(({ text }) => text));
  const changed = flat(states.at(-1)!).filter(
    ([key, value]) => before.get(key) !== value && words.has(String(value)) && words.has(String(before.get(key))),
  );
  // A field that keeps a copy of it changes with it.
  expect(new Set(changed.map(([, value]) => value))).toEqual(new Set([choices.find(({ isRight }) => isRight)!.text]));
});

test.each(about('meaning'))('meaning: %s', (id, { system, choices }) => {
  const { meanings } = entries.glossary.find((it) => id.endsWith(`.meaning.${it.id}`))!.data;
  for (const { text, isRight } of choices) expect(meanings.some((it) => it.text === text && it.system === system), text).toBe(isRight); // prettier-ignore
});

describe('when the data change, a question goes or changes with them', () => {
  const graph = graphs.get('violetos')!;
  const asked = (given: Architecture) => graphQuestions('violetos', given).map(({ id }) => id);

  test('a way past the part', () => {
    const relation = graph.relations.find((it) => it.from === 'untrusted-process') ?? graph.relations[0]!;
    const past = { ...relation, id: 'past', from: 'untrusted-process', to: 'scheduler', kind: 'calls' as const };
    expect(asked(graph)).toContain('violetos.untrusted-by-the-table');
    expect(asked({ ...graph, relations: [...graph.relations, past] })).not.toContain('violetos.untrusted-by-the-table');
  });

  test('another that does it too', () => {
    const relation = graph.relations.find((it) => it.to === 'prism' && it.from === 'consumer')!;
    expect(asked(graph)).toContain('violetos.bound-task-takes');
    expect(asked({ ...graph, relations: [...graph.relations, { ...relation, id: 'other', from: 'facet' }] })).not.toContain(
      'violetos.bound-task-takes',
    );
  });

  test('a milestone that waits for one more', () => {
    const [first] = orderQuestions('starina', entries);
    const wrong = first!.choices.find(({ isRight }) => !isRight)!;
    const entry = entries.milestones.find((it) => first!.id.endsWith(it.id))!;
    const other = entries.milestones.find((it) => it.data.title === wrong.text && it.data.system === 'starina')!;
    const needs = [...entry.data.needs, { ...entry.data.needs[0]!, milestone: other.id }];
    const milestones = entries.milestones.map((it) => (it === entry ? { ...it, data: { ...it.data, needs } } : it));
    const now = orderQuestions('starina', { ...entries, milestones }).find(({ id }) => id === first!.id);
    expect(now?.choices.map(({ text }) => text) ?? []).not.toContain(wrong.text);
  });
});

test('too few wrong choices, or one that reads as the right one, make no question', () => {
  const asked = { id: 'a', system: 'avyos', about: 'way', given: [], asks: '?', more: { href: '/', text: '' } } as const;
  const right = { text: 'right', because: '.' };
  expect(question({ ...asked, right, wrong: [{ text: 'one', because: '.' }] })).toEqual([]);
  expect(question({ ...asked, right, wrong: [right, { text: 'one', because: '.' }, { text: 'one', because: '.' }] })).toEqual([]);
  expect(question({ ...asked, right, wrong: ['a', 'b', 'c', 'd'].map((text) => ({ text, because: '.' })) })[0]!.choices).toHaveLength(4);
});
