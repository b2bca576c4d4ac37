/** What Orrery did on a day, in words: the same on the page of changes and in the feeds. */
import { capitalised, counted, countInWords } from './count-words.ts';
import { byKind, ownChanges, ownKinds, type HistoryLine, type OwnChange, type OwnDay } from './own-history.ts';

/** What each change is called, to stand before what was changed. */
export const changeWords: Readonly<Record<OwnChange, string>> = {
  added: 'Added',
  corrected: 'Corrected',
  recited: 'Cited anew',
  removed: 'Taken out',
};

/** `three guides, 75 tasks`. */
export const countsOf = (lines: readonly HistoryLine[]): string =>
  byKind(lines)
    .map(({ kind, lines: of }) => counted(of.length, ownKinds[kind][0], ownKinds[kind][1]))
    .join(', ');

/** `Three added, 56 corrected`: of a day. */
export const sumOf = ({ did }: Pick<OwnDay, 'did'>): string =>
  capitalised(
    ownChanges
      .filter((change) => did[change].length > 0)
      .map((change) => `${countInWords(did[change].length)} ${changeWords[change].toLowerCase()}`)
      .join(', '),
  );
