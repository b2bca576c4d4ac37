/** Everything in one text, for a language model with room for it. */
import type { APIRoute } from 'astro';
import { systems } from '../records/catalogue.ts';
import { written } from '../components/new-model/written.ts';
import { fullText } from '../exports/markdown/full.ts';
import { catalogueOf } from '../components/simulation/catalogue.ts';
import { ground, prose } from '../exports/prose-pages.ts';

export const GET: APIRoute = async () =>
  new Response(await fullText({ systems, prose, mechanisms: catalogueOf, language: await written() }, ground), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
