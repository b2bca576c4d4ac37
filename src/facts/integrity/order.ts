/** Milestones: an order without circles, and nothing complete before what it needs. */
import { cyclesIn } from '../dependencies.ts';
import { find, type Entries, type Entry, type Problem } from '../entries.ts';
import { bySide, sourcesIn } from '../evidence.ts';

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
