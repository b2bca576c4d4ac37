import { describe, expect, test } from 'vitest';
import { architecture, cited, entriesOf } from '../entries.fixture.ts';
import { fieldName, type Entry } from '../entries.ts';
import { brokenGraphs } from './graph.ts';
import type { Models } from './models.ts';

const models: Models = new Map([
  [
    'orbit/wheel',
    { properties: [], scenarios: ['one turn'], steps: new Map([['one turn', 3]]), parameters: new Map(), faults: [], declares: [] },
  ],
]);

/** The problems of a graph as sentences: the record, the field, what is wrong. */
const problems = (...records: readonly Entry[]): string[] =>
  brokenGraphs(entriesOf(...records), models).map(
    ({ file, field, says }) => `${file.replace('src/content/', '').replace('.yaml', '')} ${fieldName(field)}: ${says}`,
  );

test('a graph on parts that do not exist is found', () => {
  const [kernel, shell] = architecture().data.components;
  const [calls] = architecture().data.relations;
  const steps = [{ relation: 'shell-calls-kernal', text: 'Asks.', cite: [cited()] }, { at: 'disk', text: 'Waits.', cite: [cited()] }]; // prettier-ignore
  const broken = architecture({
    components: [{ ...kernel!, inside: 'machine' }, shell!],
    relations: [calls!, { ...calls!, id: 'back', from: 'kernl', to: 'disk' }],
    flows: [{ id: 'call', title: 'A call', steps, cite: [cited()] }],
    views: [{ id: 'shape', title: 'Shape', groups: [{ title: 'All', show: ['kernel', 'disk', 'kernel'] }], text: 'Two.', cite: [cited()] }],
  });
  expect(problems(broken)).toEqual([
    "architecture/orbit components[0].inside: there is no component 'machine'",
    "architecture/orbit relations[1].from: there is no component 'kernl'",
    "architecture/orbit relations[1].to: there is no component 'disk'",
    "architecture/orbit flows[0].steps[0].relation: there is no relation 'shell-calls-kernal'",
    "architecture/orbit flows[0].steps[1].at: there is no component 'disk'",
    "architecture/orbit views[0].groups[0].show[1]: there is no component 'disk'",
    "architecture/orbit views[0].groups[0].show[2]: the component 'kernel' is shown twice in this drawing",
  ]);
});

test('a part is bound by rules of its own system, each named once', () => {
  const [kernel, shell] = architecture().data.components;
  const bound = (rules: string[]) => problems(architecture({ components: [{ ...kernel!, rules }, shell!] }));
  expect(bound(['orbit.turns', 'orbit.stops'])).toEqual([]);
  expect(bound(['comet.flies', 'orbit.turns', 'orbit.turns'])).toEqual([
    "architecture/orbit components[0].rules[0]: the rule 'comet.flies' is of another system",
    "architecture/orbit components[0].rules[2]: the rule 'orbit.turns' is named twice",
  ]);
});

test('a step that names a moment which a simulation does not reach is found', () => {
  const steps = [['one turn', 3], ['one turn', 4], ['two turns', 1]].map(([scenario, step]) => ({ at: 'kernel', text: 'It turns.', cite: [cited()], moment: { model: 'orbit/wheel', scenario: String(scenario), step: Number(step) } })); // prettier-ignore
  expect(problems(architecture({ flows: [{ id: 'turn', title: 'A turn', steps, cite: [cited()] }] }))).toEqual([
    "architecture/orbit flows[0].steps[1].moment.step: step 4 of 'one turn' cannot be taken",
    "architecture/orbit flows[0].steps[2].moment.scenario: orbit/wheel has no scenario 'two turns'",
  ]);
});

describe('a drawing', () => {
  const [kernel, shell] = architecture().data.components;
  const view = (more: object) => ({ id: 'shape', title: 'Shape', groups: [{ title: 'All', show: ['kernel', 'shell'] }], text: 'Two.', cite: [cited()], ...more }); // prettier-ignore
  const drawn = (more: object, record: object = {}) => problems(architecture({ views: [view(more)], ...record }));

  test('of relations that it cannot draw is refused with the relation', () => {
    expect(drawn({ relations: ['shell-calls-kernel'] })).toEqual([]);
    expect(drawn({ relations: ['shell-calls'] })).toEqual(["architecture/orbit views[0].relations[0]: there is no relation 'shell-calls'"]);
    expect(drawn({ groups: [{ title: 'All', show: ['kernel'] }], relations: ['shell-calls-kernel'] })).toEqual([
      "architecture/orbit views[0].relations[0]: the relation 'shell-calls-kernel' ends at 'shell', which this drawing does not show",
    ]);
  });
  test('with frames, panels and merged parts that do not fit is refused', () => {
    expect(drawn({ groups: [{ title: 'All', show: ['shell'], frames: [{ of: 'kernl', show: ['disk'] }] }] })).toEqual([
      "architecture/orbit views[0].groups[0].frames[0].of: there is no component 'kernl'",
      "architecture/orbit views[0].groups[0].frames[0].show[0]: there is no part of this group 'disk'",
    ]);
    expect(drawn({ panels: [{ id: 'a', title: 'A' }, { id: 'b', title: 'B' }] })).toEqual([
      'architecture/orbit views[0].groups[0]: this drawing has panels, and the group names none',
    ]); // prettier-ignore
    expect(drawn({ merge: [{ as: 'kernel', title: 'Both', kind: 'kernel', of: ['kernel', 'disk'] }] })).toEqual([
      "architecture/orbit views[0].merge[0].of[1]: there is no component 'disk'",
      "architecture/orbit views[0].merge[0].as: 'kernel' is a component already",
    ]);
  });
  test('of more parts than can be read is refused', () => {
    const components = Array.from({ length: 16 }, (_, i) => ({ ...kernel!, id: `part-${i}` }));
    const groups = [{ title: 'All', show: components.map(({ id }) => id) }];
    expect(drawn({ groups }, { components: [kernel!, shell!, ...components] })).toEqual([
      'architecture/orbit views[0].groups: this drawing shows 16 components; at most 15 can be read',
    ]);
  });
});

test('a constraint that the graph breaks is refused, with what breaks it, unless it names the difference', () => {
  const forbid = { from: ['shell'], to: ['kernel'], by: ['calls' as const] };
  const it = { id: 'apart', title: 'Apart', text: 'They do not speak.', cite: [cited()] };
  const asked = (more: object) => problems(architecture({ constraints: [{ ...it, forbid, ...more }] }));
  expect(asked({})).toEqual(['architecture/orbit constraints[0]: the graph breaks this: shell-calls-kernel']);
  expect(asked({ forbid: { ...forbid, to: ['kernl'] } })).toEqual([
    "architecture/orbit constraints[0].forbid.to[0]: there is no component 'kernl'",
  ]);
  expect(asked({ forbid: { ...forbid, by: ['event'] }, broken: 'orbit-stopped' })).toContain(
    'architecture/orbit constraints[0]: the graph keeps to this, so nothing breaks it',
  );
});
