/** A copy of the page of a blank model in Markdown, beside the page. */
import type { APIRoute } from 'astro';
import { written } from '../../components/new-model/written.ts';
import { languageBlocks } from '../../exports/markdown/language.ts';
import { markdownOf } from '../../exports/markdown/nodes.ts';

export const GET: APIRoute = async () =>
  new Response(markdownOf(languageBlocks(await written(), 1)), { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
