/** The tests that every picture must pass. A view's own test file calls `checkView` and adds what is particular to it. */
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
// oxlint-disable-next-line eslint/no-restricted-imports -- it is part of tests, though not named like one
import { expect, test } from 'vitest';
import { explore } from '../../../engine/explore.ts';
import { machine, type Machine } from '../../../engine/machine.ts';
import type { Mechanism } from '../../../engine/model.ts';
import { begin, follow, type Moment } from '../../../engine/run.ts';
import { walk } from '../../../engine/walk.ts';
import { logOf, trace } from '../trace.ts';
import type { PictureProps, View } from '../views.ts';

export const drawn = ({ Picture }: View, props: PictureProps) => renderToString(h(Picture, props));

const machineOf = (mechanism: Mechanism, scenario: string) => machine(mechanism, mechanism.model.scenarios[scenario]!.with);

/** The moments of a scenario, the start first; a refused step repeats the moment before it. */
function momentsOf(mechanism: Mechanism, scenario: string): Moment[] {
  const m = machineOf(mechanism, scenario);
  return trace(m, logOf(m, mechanism.model.scenarios[scenario]!.steps)).map(({ moment }) => moment);
}

/** Which part breaks a sentence at the end of a scenario, as the view says it. */
export const explainedAtEndOf = (mechanism: Mechanism, view: View, scenario: string, rule: string): string | undefined =>
  view.explain(rule, momentsOf(mechanism, scenario).at(-1)!.state, machineOf(mechanism, scenario).config);

/** The pictures of a scenario, one a step, the start first. */
export function picturesOf(mechanism: Mechanism, view: View, scenario: string): string[] {
  const { config } = machineOf(mechanism, scenario);
  return momentsOf(mechanism, scenario).map(({ state, broken }, step, all) =>
    drawn(view, { now: state, before: all[step - 1]?.state, broken, caption: `after step ${step}`, config, step }),
  );
}

/** Registers the tests: every scenario is drawn for a server, and every broken sentence is explained and marked. */
export function checkView(mechanism: Mechanism, view: View): void {
  const { model } = mechanism;

  test.each(Object.keys(model.scenarios))('the scenario "%s" is drawn', (scenario) => {
    for (const html of picturesOf(mechanism, view, scenario)) {
      expect(html).toContain('<caption');
      expect(html).not.toMatch(/ style=|undefined|NaN|\[object/);
    }
  });

  test('it is drawn at its largest and at its smallest', () => {
    const knobs = Object.entries(mechanism.config);
    for (const end of ['least', 'most'] as const) {
      const m = machine(mechanism, Object.fromEntries(knobs.map(([name, knob]) => [name, knob[end]])));
      const { state, broken } = lastOf(m, walk(m, { seed: 1, steps: 12 }).log);
      const html = drawn(view, { now: state, before: undefined, broken, caption: '', config: m.config, step: 12 });
      expect(html).not.toMatch(/ style=|undefined|NaN|\[object/);
    }
  });

  const broken = model.expect.filter((each) => 'violates' in each);
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
  path.reduce((at: Moment, choice) => {
    const next = follow(m, at, choice);
    if ('because' in next) throw new Error(next.says);
    return next;
  }, begin(m));
