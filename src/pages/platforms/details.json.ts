/** What stands behind the cells of the matrix, by the ids of the platforms; the matrix asks for it when a reader comes near a cell or the search. */
import type { APIRoute } from 'astro';
import { entries } from '../../records/catalogue.ts';
import { detailsOf } from '../../components/platforms/details.ts';
import { addressBelow } from '../../exports/address-below.ts';
import { cellOf } from '../../facts/matrix.ts';

const address = addressBelow(import.meta.env.BASE_URL, undefined);

export const GET: APIRoute = () =>
  Response.json(Object.fromEntries(entries.platforms.map((it) => [it.id, detailsOf(entries, cellOf(entries, it), address)])));
