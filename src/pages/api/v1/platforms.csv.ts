/** The matrix for a spreadsheet: one line for each platform, as documented and as found last. */
import type { APIRoute } from 'astro';
import { entries } from '../../../records/catalogue.ts';
import { platformsCsv } from '../../../exports/csv/platforms-csv.ts';

const prefix = import.meta.env.BASE_URL.replace(/\/$/, '');

export const GET: APIRoute = () =>
  new Response(platformsCsv(entries, prefix), { headers: { 'content-type': 'text/csv; charset=utf-8; header=present' } });
