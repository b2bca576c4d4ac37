/** One file for each collection: its records in the public shape. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { entries } from '../../../records/catalogue.ts';
import { publishedSimulations } from '../../../components/simulation/published-simulations.ts';
import { published } from '../../../exports/json/publish.ts';
import { publishedNames, version, type PublishedName } from '../../../schemas/published.ts';

export const getStaticPaths = (() => publishedNames.map((collection) => ({ params: { collection } }))) satisfies GetStaticPaths;

const prefix = import.meta.env.BASE_URL.replace(/\/$/, '');

export const GET: APIRoute = async ({ params }) => {
  const collection = params['collection'] as PublishedName;
  const records = collection === 'simulations' ? await publishedSimulations(prefix) : published(entries, collection, prefix);
  const file = { $schema: `${prefix}/api/v1/schema/${collection}.json`, version, collection, count: records.length, records };
  return new Response(`${JSON.stringify(file, null, 1)}\n`, { headers: { 'content-type': 'application/json' } });
};
