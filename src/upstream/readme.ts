/** Reads a README, and whatever has no form of its own: sections and lists, whose lines are known by their fingerprints. */
import { Notes, type Reading, type Subject } from './subject.ts';

/** Says what an unknown heading or item is; everything else that is unknown stays unplaced. */
export function readLists(subject: Subject): Reading {
  const notes = new Notes(subject);
  const { pieces, known } = subject;
  for (const [i, { kind }] of pieces.entries()) {
    if (known[i] || subject.primary === undefined) continue;
    if (kind === 'heading') notes.roles.set(i, { what: 'a section', records: [] });
    if (kind !== 'item') continue;
    let [from, to] = [i, i];
    while (pieces[from - 1]?.kind === 'item') from--;
    while (pieces[to + 1]?.kind === 'item') to++;
    if (known.slice(from, to + 1).some(Boolean)) notes.roles.set(i, { what: 'an item of a list that the primary source has', records: [] });
  }
  return notes;
}
