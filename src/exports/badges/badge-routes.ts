/** The address of every badge, for the routes that give its picture and its data. */
import { entries } from '../../records/catalogue.ts';
import { badgesOf } from './badge.ts';

/** A new list for each route: Astro keeps notes of its own in the one that it is given. */
export const badgeRoutes = () =>
  entries.systems
    .flatMap((it) => badgesOf(entries, it))
    .map((badge) => ({ params: { system: badge.system, name: badge.name }, props: { badge } }));
