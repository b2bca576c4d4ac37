import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rightsSpace } from '../run/rights.fixture.ts';
import { linkTo, modelOfLink, openLink } from './link.ts';
import { machine, type Machine } from '../run/machine.ts';
import type { Mechanism } from '../language/model.ts';
import { LearntSteps } from '../learning/learnt-steps.ts';
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

test('a link knows its model', () => {
  const link = linkTo(machine(twoPhaseCommit), []);
  expect(modelOfLink(link, ['test/rights', 'bench/two-phase-commit'])).toBe('bench/two-phase-commit');
  expect(modelOfLink('?', ['bench/two-phase-commit'])).toBeUndefined();
  expect(openLink(rightsSpace, link)).toEqual({ run: undefined, says: 'The link belongs to another model than "Rights".' });
});

test('what is wrong is a sentence', () => {
  const m = machine(twoPhaseCommit, { managers: 2 });
  const link = linkTo(m, [4, 5, 0].slice(0, 2));
  expect(openLink(twoPhaseCommit, '').says).toBe('This is not a link to a run.');
  expect(openLink(twoPhaseCommit, link.slice(0, 8)).says).toBe('The link is cut short.');
  expect(openLink(twoPhaseCommit, link.slice(0, -3))).toMatchObject({ run: { log: [4, 5] }, says: 'The link is cut short after step 2.' });
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

test('a hundred thousand random and changed links never throw', () => {
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
        base64.map((rest) => links[0]!.slice(0, 9) + rest),
        changed,
        changed,
      ),
      (text) => {
        const opened = openLink(rightsSpace, text);
        if (opened.says === undefined) sound++;
        else expect(opened.says).toMatch(/\.$/);
      },
    ),
    { numRuns: 100_000 },
  );
  expect(sound).toBeLessThan(30_000);
});
