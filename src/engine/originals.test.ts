import { describe, expect, test } from 'vitest';
import { capabilitySpace } from '../models/themelios/capability-space.ts';
import { explore } from './explore.ts';
import { machine } from './machine.ts';
import type { Mechanism } from './model.ts';
import { originalPath } from './originals.ts';
import { aimAt, refusals } from './step.ts';
import { canonical } from './symmetry.ts';
import { twoPhaseCommit } from '../../bench/two-phase-commit.ts';
import { begin, follow, type Moment } from './run.ts';

const cases: [string, Mechanism, object][] = [
  ['two-phase commit', twoPhaseCommit, { managers: 4, hasty: true }],
  ['revoke', capabilitySpace, { forgetsGrandchildren: true }],
  ['generations', capabilitySpace, { keepsGeneration: true }],
  ['rights', capabilitySpace, { grantsMore: true }],
];

test.each(cases)('the path of a symmetric search is a run of the model as written: %s', (_, of, config) => {
  const m = machine(of, config);
  const { violation } = explore(m, { canon: canonical(m) });
  const end = violation!.path.reduce<Moment>((at, choice) => follow(m, at, choice) as Moment, begin(m));
  expect(end.broken).toContain(violation!.rule);
  expect(violation!.path).toHaveLength(explore(m).violation!.path.length);
});

/** Every state of a symmetric search, by a shortest path between forms. */
function paths(of: Mechanism, config: object): { path: number[]; form: string }[] {
  const m = machine(of, config);
  const canon = canonical(m)!;
  m.words.set(m.initial);
  canon(m.words);
  const found = new Map([[m.words.join(), { path: [] as number[], words: m.words.slice() }]]);
  for (const { path, words } of found.values()) {
    for (let choice = 0; choice < m.choices; choice++) {
      m.words.set(words);
      const verb = aimAt(m, choice);
      if (refusals(m, verb).length > 0) continue;
      verb.then(m.state, verb.args, m.config);
      canon(m.words);
      if (!found.has(m.words.join())) found.set(m.words.join(), { path: [...path, choice], words: m.words.slice() });
    }
  }
  return [...found].map(([form, { path }]) => ({ path, form }));
}

describe('every path of a symmetric search replays', () => {
  test.each([
    ['two-phase commit', twoPhaseCommit, {}],
    ['capability space', capabilitySpace, { slots: 3 }],
  ] as [string, Mechanism, object][])('%s', (_, of, config) => {
    const m = machine(of, config);
    const canon = canonical(m)!;
    for (const { path, form } of paths(of, config).filter((_, i) => i % 7 === 0)) {
      const run = originalPath(m, canon, path);
      m.words.set(m.initial);
      for (const choice of run) {
        const verb = aimAt(m, choice);
        expect(refusals(m, verb)).toEqual([]);
        verb.then(m.state, verb.args, m.config);
      }
      canon(m.words);
      expect(m.words.join()).toBe(form);
    }
  });
});
