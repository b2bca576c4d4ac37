/** The tests that every picture must pass. A view's own test file calls `checkView` and adds what is particular to it. */
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
// oxlint-disable-next-line eslint/no-restricted-imports -- it is part of tests, though not named like one
import { expect, test } from 'vitest';
import { explore } from '../../../engine/explore.ts';
import { machine, type Machine } from '../../../engine/machine.ts';
import type { MechanismWithRuns } from '../../../engine/model.ts';
import { begin, follow, type Moment } from '../../../engine/run.ts';
import { logOf, trace } from '../trace.ts';
import type { PictureProps, View } from '../views.ts';

export const drawn = ({ Picture }: View, props: PictureProps) => renderToString(h(Picture, props));

/** The moments of a scenario, the start first; a refused step repeats the moment before it. */
export function momentsOf(mechanism: MechanismWithRuns, scenario: string): Moment[] {
  const { steps, with: config } = mechanism.scenarios[scenario]!;
  const m = machine(mechanism, config);
  return trace(m, logOf(m, steps)).map(({ moment }) => moment);
}

/** The pictures of a scenario, one a step, the start first. */
export const picturesOf = (mechanism: MechanismWithRuns, view: View, scenario: string) =>
  momentsOf(mechanism, scenario).map(({ state, broken }, step, all) =>
    drawn(view, { now: state, before: all[step - 1]?.state, broken, caption: `after step ${step}`, step }),
  );

/** Registers the tests: every scenario is drawn for a server, and every broken sentence is explained and marked. */
export function checkView(mechanism: MechanismWithRuns, view: View): void {
  const { scenarios, expect: expected } = mechanism;

  test.each(Object.keys(scenarios))('the scenario "%s" is drawn', (scenario) => {
    for (const html of picturesOf(mechanism, view, scenario)) {
      expect(html).toContain('<caption');
      expect(html).not.toMatch(/ style=|undefined|NaN|\[object/);
    }
  });

  const broken = expected.filter((each) => 'violates' in each);
  test.each(broken)('what breaks is explained, and marked in the picture: %o', (expected) => {
    const m = machine(mechanism, expected.with);
    const { violation, lasso } = explore(m);
    const rule = violation?.rule ?? lasso?.property ?? '';
    const { state, broken } = lastOf(m, violation?.path ?? [...(lasso?.stem ?? []), ...(lasso?.loop ?? [])]);
    expect(view.explain(rule, state)).toMatch(/^[A-Z].*\.$/);
    if (violation) expect(drawn(view, { now: state, before: undefined, broken, caption: '', step: 0 })).toContain('is-broken');
  });
}

const lastOf = (m: Machine, path: readonly number[]) =>
  path.reduce((at: Moment, choice) => {
    const next = follow(m, at, choice);
    if ('because' in next) throw new Error(next.says);
    return next;
  }, begin(m));
