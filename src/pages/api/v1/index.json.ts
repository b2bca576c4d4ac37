/** Which files the public interface has. */
import type { APIRoute } from 'astro';
import { entries } from '../../../records/catalogue.ts';
import { mechanismIds } from '../../../mechanisms/registry.ts';
import { publishedNames, version } from '../../../schemas/published.ts';

const prefix = `${import.meta.env.BASE_URL.replace(/\/$/, '')}/api/v1`;

export const GET: APIRoute = () => {
  const collections = publishedNames.map((name) => ({
    name,
    url: `${prefix}/${name}.json`,
    schema: `${prefix}/schema/${name}.json`,
    count: name === 'simulations' ? mechanismIds.length : entries[name].length,
  }));
  return new Response(`${JSON.stringify({ $schema: `${prefix}/schema/index.json`, version, collections }, null, 1)}\n`, {
    headers: { 'content-type': 'application/json' },
  });
};
