/** The history of Orrery's own records as the pages and feeds see it, and what of it can still be read on the site. */
import { everyEntry } from '../facts/entries.ts';
import { ownAddress, type OwnHistory } from '../facts/own-history.ts';
import { entries } from './catalogue.ts';
import text from './history.txt?raw';
import { historyOf } from './own-history.ts';
import { shownProse } from './shown-pages.ts';

const there = new Set([
  ...everyEntry(entries).map(({ collection, id }) => `${collection}/${id}`),
  ...shownProse.map(({ address }) => `pages${address.replace(/\/$/, '')}`),
]);

/** Every line as it is kept; what was taken out since has no address. */
export const ownHistory: OwnHistory = {
  lines: historyOf(text),
  addressNow: (line) => (there.has(line.name) ? ownAddress(line) : undefined),
};
