import { describe, expect, test } from 'vitest';
import { model as capabilitySpace } from '../../mechanisms/themelios/capability-space/model.ts';
import { explore } from '../search/explore.ts';
import { machine } from '../run/machine.ts';
import type { Mechanism } from '../language/model.ts';
import { originalPath } from './originals.ts';
import { aimAt, refusals } from '../run/step.ts';
import { canonical } from './symmetry.ts';
import { twoPhaseCommit } from '../../../bench/two-phase-commit.ts';
import { begin, follow, type Snapshot } from '../run/run.ts';

const cases: [string, Mechanism, object][] = [
  ['two-phase commit', twoPhaseCommit, { managers: 4, hasty: true }],
  ['revoke', capabilitySpace, { forgetsGrandchildren: true }],
  ['generations', capabilitySpace, { keepsGeneration: true }],
  ['rights', capabilitySpace, { grantsMore: true }],
];

test.each(cases)('the path of a symmetric search is a run of the model as written: %s', (_, of, config) => {
  const m = machine(of, config);
  const { violation } = explore(m, { canon: canonical(m) });
  const end = violation!.path.reduce<Snapshot>((at, instance) => follow(m, at, instance) as Snapshot, begin(m));
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
    for (let instance = 0; instance < m.instances; instance++) {
      m.words.set(words);
      const action = aimAt(m, instance);
      if (refusals(m, action).length > 0) continue;
      action.then(action.args, m.state, m.config);
      canon(m.words);
      if (!found.has(m.words.join())) found.set(m.words.join(), { path: [...path, instance], words: m.words.slice() });
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
      for (const instance of run) {
        const action = aimAt(m, instance);
        expect(refusals(m, action)).toEqual([]);
        action.then(action.args, m.state, m.config);
      }
      canon(m.words);
      expect(m.words.join()).toBe(form);
    }
  });
});
