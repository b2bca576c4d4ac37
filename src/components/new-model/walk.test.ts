/** What the walk says is seen, is so: its files run as it tells, step by step. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { explore, machine, replay } from '../../engine/checker.ts';
import type { Mechanism } from '../../engine/language.ts';
import { counted } from '../../facts/count-words.ts';
import { model as action } from './lock/action.ts';
import { model as fault } from './lock/fault.ts';
import { model as rule } from './lock/rule.ts';
import { model as scenario, scenarios } from './lock/scenario.ts';
import { model as state } from './lock/state.ts';
import { lock } from './texts.ts';
import { FAULT, stepNames, walkSteps, type StepName } from './walk.ts';

const models: Readonly<Record<StepName, Mechanism>> = { state, action, rule, fault, scenario };
const texts = Object.fromEntries(await Promise.all(stepNames.map(async (name) => [name, await lock[name]!()]))) as Record<StepName, string>;
const steps = walkSteps(texts, models);
const stepOf = (name: StepName) => steps.find((it) => it.name === name)!;
const found = (name: StepName) => explore(machine(models[name]));

test('there is a file for each step, and no other', () => {
  expect(Object.keys(lock).toSorted()).toEqual(stepNames.toSorted());
  for (const { number, title, says, sees } of steps) {
    expect(`${number} ${title}`).toMatch(/^[1-5] [A-Z]/);
    for (const sentence of [says, sees]) expect(sentence).toMatch(/^[A-Z].*\.$/s);
  }
});

test('a state alone: nothing can happen in it, and that is told', () => {
  expect(found('state')).toMatchObject({ states: 1, transitions: 0, deadlock: [], exhaustive: true });
  expect(stepOf('state').sees).toContain(`${counted(1, 'state')} and says that it is stuck`);
});

test('with actions: as many states and steps as are told, and none is the last', () => {
  const { states, transitions, deadlock } = found('action');
  expect(deadlock).toBeUndefined();
  expect(states).toBeGreaterThan(1);
  expect(stepOf('action').sees).toContain(`${counted(states, 'state')} and the ${counted(transitions, 'step')}`);
});

test('with rules: both hold in all states, and the goal is seen', () => {
  const { states, violation, seen, exhaustive } = found('rule');
  expect({ violation, exhaustive, rules: Object.keys(rule.model.always).length }).toEqual({
    violation: undefined,
    exhaustive: true,
    rules: 2,
  });
  expect(seen).toEqual(Object.keys(rule.model.sometimes));
  expect(stepOf('rule').sees).toContain(`all ${counted(states, 'state')}`);
});

test('with the fault: without it all holds, with it two are inside after as many steps as are told', () => {
  expect(found('fault').violation).toBeUndefined();
  const { violation } = explore(machine(fault, { [FAULT]: true }));
  expect(violation?.rule).toBe('at most one user is inside');
  expect(stepOf('fault').sees).toContain(`after ${counted(violation!.path.length, 'step')} two users are inside`);
});

describe('with scenarios', () => {
  test.each(Object.entries(scenarios))('%s ends as it says, at its last step', (_, told) => {
    const { ends, log } = replay(scenario, told);
    expect(ends).toEqual(told.ends);
    expect(log).toHaveLength(told.steps.length);
  });

  test('the first is refused, as is told', () => {
    expect(Object.values(scenarios)[0]?.ends).toEqual({ refused: 'the lock is free' });
    expect(stepOf('scenario').sees).toContain('\u201cthe lock is free\u201d refuses it');
  });
});

/** The template with some passages in the place of others, as a reader would change it. */
async function changed(...changes: readonly (readonly [string, string])[]): Promise<Mechanism> {
  let text = texts.scenario
    .replace('../../../engine', join(import.meta.dirname, '../../engine'))
    .replace(/\nexport const scenarios[^]*/, '');
  for (const [from, to] of changes) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  const folder = mkdtempSync(join(tmpdir(), 'orrery-walk-'));
  try {
    writeFileSync(join(folder, 'model.ts'), text);
    return ((await import(join(folder, 'model.ts'))) as { model: Mechanism }).model;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('what is proposed behind the walk comes out as is told', () => {
  test('a lock that is not given back breaks a rule', async () => {
    const { violation } = explore(machine(await changed(['    s.holder = null;\n', ''])));
    expect(violation?.rule).toBe('who holds the lock is inside');
  });

  test('a set of holders lets two in', async () => {
    const two = await changed(
      ['holder: option(user)', 'holders: setOf(user)'],
      ['oneOf, option,', 'oneOf, setOf,'],
      ['scenariosOf, ', ''],
      ['s.holder === null,\n', 's.holders.size < 2,\n'],
      ['s.holder = by;', 's.holders = s.holders.with(by);'],
      ['s.holder = null;', 's.holders = s.holders.without(by);'],
      ['.length <= 1', '.length <= 2'],
      ["s.holder === null || s.holder.at === 'inside'", "s.holders.items.every((it) => it.at === 'inside')"],
      ['s.holder !== null &&', 's.holders.size === 2 &&'],
    );
    expect(explore(machine(two, { users: 3 }))).toMatchObject({
      violation: undefined,
      exhaustive: true,
      seen: ['one is inside while another waits'],
    });
  });

  test('somebody waits for ever, until entering is fair to each user', async () => {
    const promise = ['  sometimes: {', "  eventually: { 'who waits enters': { of: user, once: ({ it }) => it.at === 'waiting', leadsTo: ({ it }) => it.at === 'inside' } },\n  sometimes: {"] as const; // prettier-ignore
    const enter = ["enters.',", "enters.',\n  fair: 'strong',\n  fairFor: ['by'],"] as const;
    expect(explore(machine(await changed(promise))).lasso?.property).toBe('who waits enters');
    for (const users of [2, 3]) expect(explore(machine(await changed(promise, enter), { users })).lasso).toBeUndefined();
  });
});

test('each step shows the lines that it adds, and adds little', () => {
  const [first, ...others] = steps;
  expect(first!.adds).toBe(texts.state.replace(/^.*\n/, '').trimEnd());
  for (const { adds, name } of others) {
    expect(adds.split('\n').length, name).toBeLessThan(40);
    for (const line of adds.split('\n').filter((it) => it.trim() !== '' && it !== '// \u2026')) expect(texts[name]).toContain(line);
  }
  expect(stepOf('fault').adds).toContain("drops: 'the lock is free'");
  expect(stepOf('rule').adds).not.toContain('says:');
});
