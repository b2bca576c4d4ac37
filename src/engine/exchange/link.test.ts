import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BitWriter } from './bit-text.ts';
import { MOST_LINK_CHARACTERS, MOST_STEPS } from './bounds.ts';
import { versionOf } from './fingerprint.ts';
import { lampModel, reorderedLampModel } from './lamp.fixture.ts';
import { formerBeginnings, linkTo, modelOfLink, openLink } from './link.ts';
import { machine, type Machine } from '../run/machine.ts';
import type { Mechanism } from '../language/model.ts';
import { LearntSteps } from '../learning/learnt-steps.ts';
import { rightsSpace } from '../run/rights.fixture.ts';
import { aimAt, instanceOf, plainArgs } from '../run/step.ts';
import { twoPhaseCommit } from '../run/two-phase-commit.fixture.ts';

/** A run of at most so many steps: from each state the successor that the next number points at. */
function someRun(m: Machine, turns: readonly number[]): number[] {
  const log: number[] = [];
  m.words.set(m.initial);
  for (const turn of turns) {
    const next: { instance: number; words: Int32Array }[] = [];
    new LearntSteps(m).each(new Float64Array(m.actions.length), (instance) => next.push({ instance, words: m.words.slice() }));
    if (next.length === 0) break;
    const { instance, words } = next[turn % next.length]!;
    log.push(instance);
    m.words.set(words);
  }
  return log;
}

const turns = (maxLength: number) => fc.array(fc.nat(1000), { maxLength });
const settings: [Mechanism, object][] = [
  [rightsSpace, {}],
  [rightsSpace, { slots: 4, reuses: 3, grantsMore: true, keepsGeneration: true }],
  [twoPhaseCommit, { managers: 14, hasty: true }],
];
const someSetting = fc.constantFrom(...settings);

test('a run comes back from its link', () => {
  fc.assert(
    fc.property(someSetting, turns(60), fc.nat(60), ([of, config], some, at) => {
      const m = machine(of, config);
      const log = someRun(m, some);
      const position = at % (log.length + 1);
      expect(openLink(of, linkTo(m, log, position))).toEqual({ run: { config, log, position }, says: undefined });
    }),
  );
});

test('a hundred steps are at most 200 characters', () => {
  for (const [of, config] of settings) {
    const m = machine(of, config);
    const log = someRun(
      m,
      Array.from({ length: 100 }, (_, i) => i * 7),
    );
    expect(linkTo(m, log).length).toBeLessThanOrEqual(200);
  }
});

test('a link names its model, once', () => {
  const link = linkTo(machine(twoPhaseCommit), []);
  expect(link).toMatch(/^bench\/two-phase-commit:[\w-]+$/);
  expect(modelOfLink(link, ['test/rights', 'bench/two-phase-commit'])).toBe('bench/two-phase-commit');
  expect(modelOfLink('?', ['bench/two-phase-commit'])).toBeUndefined();
  expect(modelOfLink('bench/two', ['bench/two-phase-commit'])).toBeUndefined();
  expect(openLink(rightsSpace, link)).toEqual({
    run: undefined,
    says: 'The link is to a run of "bench/two-phase-commit", not of "test/rights".',
  });
});

test('what is wrong is a sentence', () => {
  const m = machine(twoPhaseCommit, { managers: 2 });
  const link = linkTo(m, [4, 5]);
  expect(openLink(twoPhaseCommit, '').says).toBe('This is not a link to a run.');
  expect(openLink(twoPhaseCommit, link.replace(/^.*:/, '')).says).toBe('This is not a link to a run.');
  expect(openLink(twoPhaseCommit, link.slice(0, link.indexOf(':') + 3)).says).toBe('The link is cut short.');
  expect(openLink(twoPhaseCommit, link.slice(0, -3))).toMatchObject({ run: { log: [4, 5] }, says: 'The link is cut short after step 2.' });
});

test('R2: more than a link may hold is told before any work', () => {
  const m = machine(lampModel);
  const turns = Array.from({ length: MOST_STEPS }, (_, i) => instanceOf(m, { turn: { to: i % 2 === 0 ? 'calm' : 'alert' } }));
  const longest = linkTo(m, turns);
  expect(longest.length).toBeLessThan(MOST_LINK_CHARACTERS);
  expect(openLink(lampModel, longest)).toMatchObject({ run: { position: MOST_STEPS }, says: undefined });
  expect(() => linkTo(m, [...turns, turns[0]!])).toThrow('A link holds at most 20000 steps; this run has 20001.');
  expect(openLink(lampModel, longest + 'A'.repeat(MOST_LINK_CHARACTERS)).says).toMatch(
    /^The link has \d+ characters; at most 131072 are read\.$/,
  );
  const out = new BitWriter();
  out.write(2, 4);
  out.write(versionOf(m), 24);
  for (const none of [0, 0]) out.writeAny(none);
  out.write(5, 5);
  out.writeAny(50_000);
  out.writeAny(0);
  expect(openLink(lampModel, `test/lamp:${out.text()}`).says).toBe('The link says that it has 50000 steps; at most 20000 are opened.');
});

test('R12: a link that names anything is told shortly', () => {
  const { says } = openLink(lampModel, `${'x'.repeat(20_000)}:AAAA`);
  expect(says).toMatch(/^The link is to a run of "x+\u2026 \(20000 characters\)", not of "test\/lamp"\.$/);
  expect(says!.length).toBeLessThan(200);
});

test('a link does not depend on the order in which a model is written', () => {
  const settings = [{}, { lamps: 4 }, { levels: 5, fails: true }, { lamps: 3, levels: 1, sticks: true }];
  fc.assert(
    fc.property(fc.constantFrom(...settings), turns(30), (config, some) => {
      const [m, other] = [machine(lampModel, config), machine(reorderedLampModel, config)];
      const log = someRun(m, some);
      const steps = log.map((instance) => {
        const action = aimAt(m, instance);
        return { [action.name]: plainArgs(action) };
      });
      const otherLog = steps.map((step) => instanceOf(other, step));
      expect(linkTo(other, otherLog)).toBe(linkTo(m, log));
      expect(openLink(reorderedLampModel, linkTo(m, log))).toEqual({
        run: { config, log: otherLog, position: log.length },
        says: undefined,
      });
    }),
  );
});

test('a link of format 1 opens still, and is known by its beginning', () => {
  const former = 'F2Omxv23GJJFEWiZM7Nc0y9'; // made when links were of format 1
  expect(openLink(lampModel, former)).toEqual({
    run: { config: { lamps: 3, fails: true }, log: [9, 19, 22, 13], position: 3 },
    says: undefined,
  });
  expect(openLink(lampModel, 'F2OmwiSI4IBlRNA')).toEqual({ run: { config: {}, log: [], position: 0 }, says: undefined });
  expect(openLink(rightsSpace, former).says).toBe('The link belongs to another model than "Rights".');
  expect(modelOfLink(former, ['test/lamb', 'test/lamp'])).toBe('test/lamp');
  expect(formerBeginnings('test/lamp')).toContain(former.slice(0, 5));
  expect(new Set(formerBeginnings('test/lamp')).size).toBe(4);
});

test('a link of another version says so and gives its valid beginning', () => {
  const { actions } = twoPhaseCommit.model;
  const { obeyAbort: _, ...fewer } = actions as Record<string, unknown>;
  const older = { ...twoPhaseCommit, model: { ...twoPhaseCommit.model, actions: fewer } } as Mechanism;
  const before = machine(older, { managers: 2 });
  const link = linkTo(before, someRun(before, [1, 2, 3]));
  expect(openLink(twoPhaseCommit, link).says).toMatch('The link was made with another version of the model.');
  const stricter = {
    ...twoPhaseCommit,
    model: { ...twoPhaseCommit.model, actions: { ...actions, prepare: { ...actions.prepare, when: { never: () => false } } } },
  };
  const m = machine(twoPhaseCommit, { managers: 2 });
  const opened = openLink(stricter, linkTo(m, [6, 4], 2));
  expect(opened).toEqual({
    run: { config: { managers: 2 }, log: [6], position: 1 },
    says: 'Step 2, "manager 0 is ready and votes to commit.", is refused; it needs: never.',
  });
});

test('twenty thousand random and changed links never throw', () => {
  const m = machine(rightsSpace);
  const links = fc.sample(turns(12), { numRuns: 50, seed: 1 }).map((some) => linkTo(m, someRun(m, some)));
  const changed = fc
    .record({ link: fc.constantFrom(...links), at: fc.nat(), by: fc.string({ maxLength: 3 }), cut: fc.nat(2) })
    .map(({ link, at, by, cut }) => link.slice(0, at % (link.length + 1)) + by + link.slice((at % (link.length + 1)) + cut));
  const base64 = fc.string({ unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'), maxLength: 60 });
  let sound = 0;
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        base64,
        base64.map((rest) => links[0]!.slice(0, links[0]!.indexOf(':') + 6) + rest),
        base64.map((rest) => links[0]!.slice(0, links[0]!.indexOf(':') + 1) + rest),
        changed,
        changed,
      ),
      (text) => {
        const opened = openLink(rightsSpace, text);
        if (opened.says === undefined) sound++;
        else expect(opened.says).toMatch(/\.$/);
      },
    ),
    { numRuns: 20_000 },
  );
  expect(sound).toBeLessThan(6_000);
});
