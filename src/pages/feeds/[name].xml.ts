/** What was observed, and what was added and corrected here, on a day, as Atom: of each system, and of all. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { entries, systems } from '../../records/catalogue.ts';
import { ownHistory } from '../../records/known-history.ts';
import { atomFeed } from '../../exports/feeds/atom.ts';
import { address } from '../../exports/site-address.ts';

export const getStaticPaths = (() =>
  ['all', ...systems.map(({ id }) => id)].map((name) => ({ params: { name } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) =>
  new Response(atomFeed(entries, address, params['name'] === 'all' ? undefined : params['name'], ownHistory), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
