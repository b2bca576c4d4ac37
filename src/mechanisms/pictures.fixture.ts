/** The tests that every picture must pass. A view's own test file calls `checkView` and adds what is particular to it. */
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
// oxlint-disable-next-line eslint/no-restricted-imports -- it is part of tests, though not named like one
import { expect, test } from 'vitest';
import type { MechanismWithRuns } from '../engine/language.ts';
import { begin, blamesAt, explore, follow, instanceOf, machine, type Machine, type Snapshot, walk } from '../engine/checker.ts';
import { brokenWords } from '../drawing/broken.ts';
import type { AnyPictureProps, AnyView } from '../drawing/view.ts';

const drawn = ({ Picture }: AnyView, props: AnyPictureProps) => renderToString(h(Picture, props));

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
export const explainedAtEndOf = (mechanism: MechanismWithRuns, view: AnyView, scenario: string, rule: string): string | undefined =>
  wordsAt(view, machineOf(mechanism, scenario), snapshotsOf(mechanism, scenario).at(-1)!, rule);

const wordsAt = (view: AnyView, m: Machine, at: Snapshot, rule: string): string | undefined => {
  const found = blamesAt(m, at).find((it) => it.rule === rule);
  return found && brokenWords(view, found, at.state, m.config);
};

const drawnAt = (view: AnyView, m: Machine, at: Snapshot, more: Pick<AnyPictureProps, 'before' | 'step' | 'caption'>): string =>
  drawn(view, { now: at.state, broken: blamesAt(m, at), config: m.config, ...more });

/** Where a run ends of which no step is refused, with the machine and the snapshot one step earlier. */
function endOf(mechanism: MechanismWithRuns, steps: readonly object[], config: object) {
  const m = machine(mechanism, config);
  const path = steps.map((step) => instanceOf(m, step));
  return { m, at: lastOf(m, path), before: path.length > 0 ? lastOf(m, path.slice(0, -1)) : undefined };
}

/** The picture after these steps, beside the state one step earlier. */
export function drawnAfter(mechanism: MechanismWithRuns, view: AnyView, steps: readonly object[], config: object = {}): string {
  const { m, at, before } = endOf(mechanism, steps, config);
  return drawnAt(view, m, at, { before: before?.state, caption: `after step ${steps.length}`, step: steps.length });
}

/** What is broken after these steps: for each rule, which part of the state breaks it, in the words of the view. */
export function wordsAfter(mechanism: MechanismWithRuns, view: AnyView, steps: readonly object[], config: object = {}): object {
  const { m, at } = endOf(mechanism, steps, config);
  return Object.fromEntries(at.broken.map((rule) => [rule, wordsAt(view, m, at, rule)]));
}

/** The pictures of a scenario, one a step, the start first. */
export function picturesOf(mechanism: MechanismWithRuns, view: AnyView, scenario: string): string[] {
  const m = machineOf(mechanism, scenario);
  return snapshotsOf(mechanism, scenario).map((at, step, all) =>
    drawnAt(view, m, at, { before: all[step - 1]?.state, caption: `after step ${step}`, step }),
  );
}

/** Registers the tests: every scenario is drawn for a server, and every broken sentence is explained and marked. */
export function checkView(mechanism: MechanismWithRuns, view: AnyView): void {
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
      const html = drawnAt(view, m, lastOf(m, walk(m, { seed: 1, steps: 12 }).log), { before: undefined, caption: '', step: 12 });
      expect(html).not.toMatch(/ style=|undefined|NaN|\[object/);
    }
  });

  const broken = expected.filter((each) => 'violates' in each && each.violates in mechanism.model.always);
  test.each(broken)('what breaks is explained, and marked in the picture: %o', (expected) => {
    const m = machine(mechanism, expected.with);
    const { violation } = explore(m);
    const at = lastOf(m, violation!.path);
    expect(wordsAt(view, m, at, violation!.rule)).toMatch(/^[A-Z].*\.$/);
    expect(drawnAt(view, m, at, { before: undefined, caption: '', step: 0 })).toContain('is-broken');
  });
}

const lastOf = (m: Machine, path: readonly number[]) =>
  path.reduce((at: Snapshot, instance) => {
    const next = follow(m, at, instance);
    if ('because' in next) throw new Error(next.says);
    return next;
  }, begin(m));
