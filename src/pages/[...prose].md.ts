/** A copy of each page of prose in Markdown, beside the page. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { pageMarkdown } from '../exports/markdown/page.ts';
import { ground, prose } from '../exports/prose-pages.ts';

export const getStaticPaths = (() =>
  prose.map((page) => ({ params: { prose: page.copy.slice(1, -'.md'.length) }, props: { page } }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ props }) =>
  new Response(await pageMarkdown((props as ReturnType<typeof getStaticPaths>[number]['props']).page, ground), {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  });
