/** The JSON Schema of each file of the public interface, and of the one file that others write for it. */
import { z } from 'astro/zod';
import type { APIRoute, GetStaticPaths } from 'astro';
import { ownStatement, ownStatementSchema } from '../../../../schemas/own-statement.ts';
import { fileOf, indexFile, publishedNames, type PublishedName } from '../../../../schemas/published.ts';

type Name = PublishedName | 'index' | typeof ownStatementSchema;
const names: readonly Name[] = [...publishedNames, 'index', ownStatementSchema];

export const getStaticPaths = (() => names.map((name) => ({ params: { name } }))) satisfies GetStaticPaths;

const shapeOf = (name: Name): z.ZodType => (name === ownStatementSchema ? ownStatement : name === 'index' ? indexFile : fileOf(name));

export const GET: APIRoute = ({ params }) => {
  const name = params['name'] as Name;
  const schema = z.toJSONSchema(shapeOf(name), { target: 'draft-2020-12' });
  return new Response(`${JSON.stringify({ title: `Orrery: ${name}`, ...schema }, null, 1)}\n`, {
    headers: { 'content-type': 'application/schema+json' },
  });
};
