/** The tests that every picture must pass. A view's own test file calls `checkView` and adds what is particular to it. */
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
// oxlint-disable-next-line eslint/no-restricted-imports -- it is part of tests, though not named like one
import { expect, test } from 'vitest';
import type { MechanismWithRuns } from '../engine/language.ts';
import { begin, explore, follow, instanceOf, machine, type Machine, type Snapshot, walk } from '../engine/checker.ts';
import type { PictureProps, View } from '../drawing/view.ts';

export const drawn = ({ Picture }: View, props: PictureProps) => renderToString(h(Picture, props));

const machineOf = (mechanism: MechanismWithRuns, scenario: string) => machine(mechanism, mechanism.scenarios[scenario]!.with);

/** The snapshots of a scenario, the start first; a refused step repeats the snapshot before it. */
function snapshotsOf(mechanism: MechanismWithRuns, scenario: string): Snapshot[] {
  const m = machineOf(mechanism, scenario);
  const snapshots = [begin(m)];
  for (const step of mechanism.scenarios[scenario]!.steps) {
    const next = follow(m, snapshots.at(-1)!, instanceOf(m, step));
    snapshots.push('because' in next ? snapshots.at(-1)! : next);
  }
  return snapshots;
}

/** Which part breaks a sentence at the end of a scenario, as the view says it. */
export const explainedAtEndOf = (mechanism: MechanismWithRuns, view: View, scenario: string, rule: string): string | undefined =>
  view.explain(rule, snapshotsOf(mechanism, scenario).at(-1)!.state, machineOf(mechanism, scenario).config);

/** The pictures of a scenario, one a step, the start first. */
export function picturesOf(mechanism: MechanismWithRuns, view: View, scenario: string): string[] {
  const { config } = machineOf(mechanism, scenario);
  return snapshotsOf(mechanism, scenario).map(({ state, broken }, step, all) =>
    drawn(view, { now: state, before: all[step - 1]?.state, broken, caption: `after step ${step}`, config, step }),
  );
}

/** Registers the tests: every scenario is drawn for a server, and every broken sentence is explained and marked. */
export function checkView(mechanism: MechanismWithRuns, view: View): void {
  const { scenarios, expect: expected } = mechanism;

  test.each(Object.keys(scenarios))('the scenario "%s" is drawn', (scenario) => {
    for (const html of picturesOf(mechanism, view, scenario)) {
      expect(html).toContain('<caption');
      expect(html).not.toMatch(/ style=|undefined|NaN|\[object/);
    }
  });

  test('it is drawn at its largest and at its smallest', () => {
    const parameters = Object.entries(mechanism.parameters);
    for (const end of ['least', 'most'] as const) {
      const m = machine(mechanism, Object.fromEntries(parameters.map(([name, parameter]) => [name, parameter[end]])));
      const { state, broken } = lastOf(m, walk(m, { seed: 1, steps: 12 }).log);
      const html = drawn(view, { now: state, before: undefined, broken, caption: '', config: m.config, step: 12 });
      expect(html).not.toMatch(/ style=|undefined|NaN|\[object/);
    }
  });

  const broken = expected.filter((each) => 'violates' in each);
  test.each(broken)('what breaks is explained, and marked in the picture: %o', (expected) => {
    const m = machine(mechanism, expected.with);
    const { violation, lasso } = explore(m);
    const rule = violation?.rule ?? lasso?.property ?? '';
    const { state, broken } = lastOf(m, violation?.path ?? [...(lasso?.stem ?? []), ...(lasso?.loop ?? [])]);
    expect(view.explain(rule, state, m.config)).toMatch(/^[A-Z].*\.$/);
    if (violation)
      expect(drawn(view, { now: state, before: undefined, broken, caption: '', config: m.config, step: 0 })).toContain('is-broken');
  });
}

const lastOf = (m: Machine, path: readonly number[]) =>
  path.reduce((at: Snapshot, instance) => {
    const next = follow(m, at, instance);
    if ('because' in next) throw new Error(next.says);
    return next;
  }, begin(m));
