/** The JSON Schema of each file of the public interface. */
import { z } from 'astro/zod';
import type { APIRoute, GetStaticPaths } from 'astro';
import { fileOf, indexFile, publishedNames, type PublishedName } from '../../../../schemas/published.ts';

export const getStaticPaths = (() => [...publishedNames, 'index'].map((name) => ({ params: { name } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => {
  const name = params['name'] as PublishedName | 'index';
  const schema = z.toJSONSchema(name === 'index' ? indexFile : fileOf(name), { target: 'draft-2020-12' });
  return new Response(`${JSON.stringify({ title: `Orrery: ${name}`, ...schema }, null, 1)}\n`, {
    headers: { 'content-type': 'application/schema+json' },
  });
};
