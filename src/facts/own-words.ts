/** What Orrery did on a day, in words: the same on the page of changes and in the feeds. Numbers stand in columns, so they are digits. */
import { byKind, ownChanges, ownKinds, type HistoryLine, type OwnChange, type OwnDay, type OwnKind } from './own-history.ts';

/** What each change is called, to stand before what was changed. */
export const changeWords: Readonly<Record<OwnChange, string>> = {
  added: 'Added',
  corrected: 'Corrected',
  recited: 'Cited anew',
  removed: 'Taken out',
};

/** `guide` or `guides`, as the number wants it. */
export const kindWord = (kind: OwnKind, count: number): string => ownKinds[kind][count === 1 ? 0 : 1];

/** `3 guides, 75 tasks`. */
export const countsOf = (lines: readonly HistoryLine[]): string =>
  byKind(lines)
    .map(({ kind, lines: { length } }) => `${length} ${kindWord(kind, length)}`)
    .join(', ');

/** `3 added, 56 corrected`: of a day. */
export const sumOf = ({ did }: Pick<OwnDay, 'did'>): string =>
  ownChanges
    .filter((change) => did[change].length > 0)
    .map((change) => `${did[change].length} ${changeWords[change].toLowerCase()}`)
    .join(', ');
