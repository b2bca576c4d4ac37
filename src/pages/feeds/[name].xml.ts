/** What was observed on a day, as Atom: of each system, and of all. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { entries, systems } from '../../records/catalogue.ts';
import { atomFeed } from '../../exports/feeds/atom.ts';
import { address } from '../../exports/site-address.ts';

export const getStaticPaths = (() =>
  ['all', ...systems.map(({ id }) => id)].map((name) => ({ params: { name } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) =>
  new Response(atomFeed(entries, address, params['name'] === 'all' ? undefined : params['name']), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
