/** What the page of a lab is graded by. It stands beside the page, which must not say what a reader is to find. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { labData } from '../../components/learn/published-lab.ts';
import { entries } from '../../records/catalogue.ts';

export const getStaticPaths = (() =>
  entries.labs.map((entry) => ({ params: { lab: entry.id }, props: { entry } }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ props }) =>
  Response.json(await labData((props as ReturnType<typeof getStaticPaths>[number]['props']).entry.data));
