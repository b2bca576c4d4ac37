/** The graph of a system: relations, flows, drawings and constraints name parts that exist, and a constraint is kept or its difference named. */
import { cyclesIn } from '../dependencies.ts';
import type { Entries, Entry, FieldPath, Problem } from '../entries.ts';
import { verdictOf } from '../graph/constraints.ts';
import { idsIn, panelsOf, standsFor, type Panel } from '../graph/drawing.ts';
import { nearest } from '../nearest.ts';
import type { Models } from './models.ts';

type Graph = Entry<'architecture'>;
type View = Graph['data']['views'][number];

/** More parts than these in one drawing are a list, and not a picture. In a grid nobody follows lines, so it may have more. */
const most = { plain: 15, columns: 20 };

export const brokenGraphs = (entries: Entries, models: Models): Problem[] =>
  entries.architecture.flatMap((entry) => [
    ...enclosures(entry),
    ...unknownIds(entry),
    ...foreignRules(entry),
    ...badMoments(entry, models),
    ...entry.data.views.flatMap((view, v) => badView(entry, view, ['views', v])),
    ...badConstraints(entry),
  ]);

type Finder = (path: FieldPath, id: string | undefined, known: readonly string[], what: string) => Problem[];
const finderOf =
  ({ file }: Graph): Finder =>
  (field, id, known, what) => {
    if (id === undefined || known.includes(id)) return [];
    const meant = nearest(id, [...known]);
    return [
      {
        file,
        field,
        says: `there is no ${what} '${id}'`,
        fix: meant ? `Did you mean '${meant}'?` : `Add the ${what} to this file.`,
      },
    ];
  };

/** Relations and steps stand on components that exist. */
function unknownIds(entry: Graph): Problem[] {
  const { components, relations, flows } = entry.data;
  const parts = components.map((it) => it.id);
  const edges = relations.map((it) => it.id);
  const missing = finderOf(entry);
  return [
    ...components.flatMap((it, i) => missing(['components', i, 'inside'], it.inside, parts, 'component')),
    ...relations.flatMap((it, i) => [
      ...missing(['relations', i, 'from'], it.from, parts, 'component'),
      ...missing(['relations', i, 'to'], it.to, parts, 'component'),
    ]),
    ...flows.flatMap((flow, f) =>
      flow.steps.flatMap((step, s) => [
        ...missing(['flows', f, 'steps', s, 'relation'], step.relation, edges, 'relation'),
        ...missing(['flows', f, 'steps', s, 'at'], step.at, parts, 'component'),
      ]),
    ),
  ];
}

/** A step that names a moment of a simulation names one that can be reached. That the model exists is asked of all references. */
function badMoments({ file, data }: Graph, models: Models): Problem[] {
  return data.flows.flatMap((flow, f) =>
    flow.steps.flatMap(({ moment }, s) => {
      const model = moment && models.get(moment.model);
      if (!moment || !model) return [];
      const field = ['flows', f, 'steps', s, 'moment'];
      const last = model.steps.get(moment.scenario);
      if (last === undefined)
        return [
          {
            file,
            field: [...field, 'scenario'],
            says: `${moment.model} has no scenario '${moment.scenario}'`,
            fix: `It has ${model.scenarios.join(', ')}.`,
          },
        ];
      return moment.step <= last
        ? []
        : [
            {
              file,
              field: [...field, 'step'],
              says: `step ${moment.step} of '${moment.scenario}' cannot be taken`,
              fix: `Its last is ${last}.`,
            },
          ];
    }),
  );
}

/** A part is bound by the rules of its own system. That a rule exists is checked with all references. */
const foreignRules = ({ id, file, data }: Graph): Problem[] =>
  data.components.flatMap(({ rules = [] }, c) =>
    rules.flatMap((rule, r): Problem[] => {
      const field = ['components', c, 'rules', r];
      if (!rule.startsWith(`${id}.`))
        return [{ file, field, says: `the rule '${rule}' is of another system`, fix: `Name a rule whose id begins with '${id}.'.` }];
      if (rules.indexOf(rule) < r) return [{ file, field, says: `the rule '${rule}' is named twice`, fix: 'Leave it once.' }];
      return [];
    }),
  );

function badView(entry: Graph, view: View, path: FieldPath): Problem[] {
  const missing = finderOf(entry);
  const parts = entry.data.components.map((it) => it.id);
  const shownAs = [...parts, ...(view.merge ?? []).map(({ as }) => as)];
  return [
    ...(view.merge ?? []).flatMap(({ as, of }, m) => [
      ...of.flatMap((id, i) => missing([...path, 'merge', m, 'of', i], id, parts, 'component')),
      ...(parts.includes(as)
        ? [
            {
              file: entry.file,
              field: [...path, 'merge', m, 'as'],
              says: `'${as}' is a component already`,
              fix: 'Give the merged part a name of its own.',
            },
          ]
        : []),
    ]),
    ...panelsOf(view).flatMap((panel, p) => {
      const at = view.panels ? [...path, 'panels', p] : path;
      const places = placesIn(view, panel.id, path);
      return [
        ...places.flatMap(({ id, field }) => missing(field, id, shownAs, 'component')),
        ...shownTwice(entry, places),
        ...badRelations(entry, view, panel, at),
        ...tooMany(entry, view, panel, at),
      ];
    }),
    ...view.groups.flatMap((group, g) => badGroup(entry, view, group, [...path, 'groups', g])),
    ...outsideColumns(entry, view, path),
  ];
}

interface Place {
  readonly id: string;
  readonly field: FieldPath;
}

/** Every id that a panel shows, with the field that shows it. */
const placesIn = ({ groups }: View, panel: string | undefined, path: FieldPath): Place[] =>
  groups.flatMap((group, g) => {
    if (panel !== undefined && group.panel !== panel) return [];
    const field = [...path, 'groups', g];
    return [
      ...(group.frames ?? []).map(({ of }, f) => ({ id: of, field: [...field, 'frames', f, 'of'] })),
      ...group.show.map((id, i) => ({ id, field: [...field, 'show', i] })),
    ];
  });

/** A group stands in a panel that there is, its border is a component, and a frame holds parts that it shows. */
function badGroup(entry: Graph, { panels }: View, { panel, show, frames = [], below }: View['groups'][number], path: FieldPath): Problem[] {
  const missing = finderOf(entry);
  const parts = entry.data.components.map((it) => it.id);
  const noPanel = (panels === undefined) !== (panel === undefined);
  return [
    ...missing([...path, 'below', 'of'], below?.of, parts, 'component'),
    ...missing([...path, 'panel'], panels && panel, panels?.map(({ id }) => id) ?? [], 'panel'),
    ...(noPanel
      ? [
          {
            file: entry.file,
            field: path,
            says: panels ? 'this drawing has panels, and the group names none' : 'the group names a panel, and this drawing has none',
            fix: 'Name in each group the panel that it stands in, or in none.',
          },
        ]
      : []),
    ...frames.flatMap((frame, f) =>
      frame.show.flatMap((id, i) => missing([...path, 'frames', f, 'show', i], id, show, 'part of this group')),
    ),
  ];
}

/** A drawing shows a component in one place. */
const shownTwice = ({ file }: Graph, places: readonly Place[]): Problem[] =>
  places
    .filter(({ id }, at) => places.findIndex((it) => it.id === id) < at)
    .map(({ id, field }) => ({
      file,
      field,
      says: `the component '${id}' is shown twice in this drawing`,
      fix: 'Leave it in one group.',
    }));

/** A relation that is to be drawn exists, and both its ends are shown. */
function badRelations(entry: Graph, view: View, panel: Panel, path: FieldPath): Problem[] {
  const missing = finderOf(entry);
  const known = entry.data.relations.map((it) => it.id);
  const shown = new Set(panel.groups.flatMap(idsIn));
  const stand = standsFor(view);
  return (panel.relations ?? []).flatMap((id, i): Problem[] => {
    const field = [...path, 'relations', i];
    const relation = entry.data.relations.find((it) => it.id === id);
    if (!relation) return missing(field, id, known, 'relation');
    const hidden = [relation.from, relation.to].find((end) => !shown.has(stand(end)));
    if (hidden === undefined) return [];
    return [
      {
        file: entry.file,
        field,
        says: `the relation '${id}' ends at '${hidden}', which this drawing does not show`,
        fix: 'Show the component in a group, or leave the relation out.',
      },
    ];
  });
}

function tooMany({ file }: Graph, { columns }: View, { groups }: Panel, path: FieldPath): Problem[] {
  const limit = columns ? most.columns : most.plain;
  const count = groups.reduce((sum, { show }) => sum + show.length, 0);
  if (count <= limit) return [];
  return [
    {
      file,
      field: [...path, 'groups'],
      says: `this drawing shows ${count} components; at most ${limit} can be read`,
      fix: 'Merge some, or make two drawings of it.',
    },
  ];
}

/** With milestones as columns, each part has the phase that tells its column. */
function outsideColumns({ file, data }: Graph, view: View, path: FieldPath): Problem[] {
  const { columns, merge = [] } = view;
  if (!columns) return [];
  const phases = new Map(data.components.map(({ id, phase }) => [id, phase]));
  const phaseOf = (id: string): string | undefined => phases.get(merge.find(({ as }) => as === id)?.of[0] ?? id);
  return placesIn(view, undefined, path)
    .filter(({ id }) => !columns.includes(phaseOf(id) ?? ''))
    .map(({ id, field }) => ({
      file,
      field,
      says: `the component '${id}' has ${phaseOf(id) === undefined ? 'no phase' : `the phase ${phaseOf(id)}`}, which is no column of this drawing`,
      fix: 'Give it the phase that brings it, or leave it out here.',
    }));
}

/** A constraint names parts that exist; it holds, or the difference that breaks it is named. */
function badConstraints(entry: Graph): Problem[] {
  const missing = finderOf(entry);
  const parts = entry.data.components.map((it) => it.id);
  return entry.data.constraints.flatMap((it, c): Problem[] => {
    const field = ['constraints', c];
    const named = {
      'forbid from': it.forbid?.from,
      'forbid to': it.forbid?.to,
      'forbid through': it.forbid?.through,
      'only may': it.only?.may,
      'sole to': it.sole?.to,
      'sole from': it.sole?.from,
    };
    const unknown = [
      ...Object.entries(named).flatMap(([at, ids = []]) =>
        ids.flatMap((id, i) => missing([...field, ...at.split(' '), i], id, parts, 'component')),
      ),
      ...missing([...field, 'only', 'in'], it.only?.in, parts, 'component'),
    ];
    if (unknown.length > 0) return unknown;
    const verdict = verdictOf(entry.data, it);
    if (verdict.holds === (it.broken === undefined)) return [];
    const by = [...verdict.relations, ...verdict.parts].join(', ');
    return [
      {
        file: entry.file,
        field,
        says: verdict.holds ? `the graph keeps to this, so nothing breaks it` : `the graph breaks this: ${by}`,
        fix: verdict.holds ? 'Take out broken.' : 'Correct the graph, or name under broken the difference that explains it.',
      },
    ];
  });
}

/** A component that lies inside itself, at once or by way of others, could not be drawn. */
function enclosures({ file, data: { components } }: Graph): Problem[] {
  return cyclesIn(components.map(({ id, inside }) => ({ id, needs: inside === undefined ? [] : [inside] }))).map((cycle) => ({
    file,
    field: ['components', components.findIndex(({ id }) => id === cycle[0]), 'inside'],
    says:
      cycle.length === 1
        ? `the component '${cycle[0]}' is inside itself`
        : `a circle of components: ${[...cycle, cycle[0]].join(' inside ')}`,
    fix: 'Name the component that contains it, or leave inside out.',
  }));
}
