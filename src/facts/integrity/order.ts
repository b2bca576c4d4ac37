/** Milestones and graphs: an order without circles, and relations and flows between parts that exist. */
import { cyclesIn } from '../dependencies.ts';
import { find, type Entries, type Entry, type FieldPath, type Problem } from '../entries.ts';
import { bySide, sourcesIn } from '../evidence.ts';
import { nearest } from '../nearest.ts';

/** Two milestones of one system cannot both be the third. */
export function badOrder(entries: Entries): Problem[] {
  const first = new Map<string, string>();
  return entries.milestones.flatMap((entry) => {
    const key = `${entry.data.system} ${entry.data.order}`;
    const earlier = first.get(key);
    first.set(key, entry.id);
    return earlier
      ? [
          {
            file: entry.file,
            field: ['order'],
            says: `${earlier} has the order ${entry.data.order} already`,
            fix: 'Give each milestone of a system its own place.',
          },
        ]
      : [];
  });
}

/** Reported at the first need of the circle; the others are found in the sentence. */
export function cycles(entries: Entries): Problem[] {
  return cyclesIn(entries.milestones.map(({ id, data }) => ({ id, needs: data.needs.map((it) => it.milestone) }))).map((cycle) => {
    const { file, data } = find(entries, 'milestones', cycle[0]!)!;
    const next = cycle[1] ?? cycle[0];
    return {
      file,
      field: ['needs', data.needs.findIndex((it) => it.milestone === next)],
      says: cycle.length === 1 ? 'this milestone needs itself' : `a circle of needs: ${[...cycle, cycle[0]].join(' needs ')}`,
      fix: 'Take out the need that is not so.',
    };
  });
}

/** A complete milestone on an incomplete stated dependency is either wrong here or a contradiction in the source. */
export function contradictions(entries: Entries): Problem[] {
  const isComplete = ({ data }: Entry<'milestones'>) => bySide(data.status, sourcesIn(entries)).documented?.status === 'complete';
  return entries.milestones.flatMap((entry) => {
    if (!isComplete(entry)) return [];
    return entry.data.needs.flatMap((need, i) => {
      const needed = find(entries, 'milestones', need.milestone);
      if (need.basis !== 'stated' || !needed || isComplete(needed)) return [];
      return [
        {
          file: entry.file,
          field: ['needs', i],
          says: `it is documented as complete, and ${need.milestone}, which it is stated to need, is not`,
          fix: 'Correct one of the two; if the source contradicts itself, make the status unknown with that as its why.',
        },
      ];
    });
  });
}

/** Relations and steps stand on components that exist. */
export function brokenGraphs(entries: Entries): Problem[] {
  return entries.architecture.flatMap((entry) => {
    const { components, relations, flows, views } = entry.data;
    const parts = components.map((it) => it.id);
    const edges = relations.map((it) => it.id);
    const missing = (path: FieldPath, id: string | undefined, known: string[], what: string): Problem[] => {
      if (id === undefined || known.includes(id)) return [];
      const meant = nearest(id, known);
      return [
        {
          file: entry.file,
          field: path,
          says: `there is no ${what} '${id}'`,
          fix: meant ? `Did you mean '${meant}'?` : `Add the ${what} to this file.`,
        },
      ];
    };
    return [
      ...enclosures(entry),
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
      ...views.flatMap((view, v) => [
        ...shownTwice(entry, v),
        ...view.groups.flatMap(({ show }, g) =>
          show.flatMap((id, i) => missing(['views', v, 'groups', g, 'show', i], id, parts, 'component')),
        ),
      ]),
    ];
  });
}

/** A drawing shows a component in one place. */
function shownTwice({ file, data }: Entry<'architecture'>, v: number): Problem[] {
  const places = data.views[v]!.groups.flatMap(({ show }, g) => show.map((id, i) => ({ id, g, i })));
  return places
    .filter(({ id }, at) => places.findIndex((it) => it.id === id) < at)
    .map(({ id, g, i }) => ({
      file,
      field: ['views', v, 'groups', g, 'show', i],
      says: `the component '${id}' is shown twice in this drawing`,
      fix: 'Leave it in one group.',
    }));
}

/** A component that lies inside itself, at once or by way of others, could not be drawn. */
function enclosures({ file, data: { components } }: Entry<'architecture'>): Problem[] {
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
