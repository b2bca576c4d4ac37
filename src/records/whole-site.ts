/** Every citation of the site that rests on a repository: those of the records, and those of the pages of prose. */
import { statementsIn } from '../facts/statements.ts';
import { entries } from './catalogue.ts';
import { shownProse } from './shown-pages.ts';

export const citationsOfSite = statementsIn(entries, shownProse).flatMap(({ cites }) => cites.map(({ citation }) => citation));
