/** What a project could state of itself today, by the records: the file that it may put into its own repository. */
import type { APIRoute } from 'astro';
import { statementSchema } from '../../../../exports/data-files.ts';
import { ownStatementOf, ownStatementText } from '../../../../exports/json/own-statement.ts';
import { address } from '../../../../exports/site-address.ts';
import type { Entry } from '../../../../facts/entries.ts';
import { entries, pagesOf, systems } from '../../../../records/catalogue.ts';
import { atHeads } from '../../../../records/last-seen.ts';

export const getStaticPaths = pagesOf(systems);

export const GET: APIRoute<{ entry: Entry<'systems'> }> = ({ props }) =>
  new Response(ownStatementText(ownStatementOf(entries, props.entry, atHeads, address(statementSchema))), {
    headers: { 'content-type': 'application/json' },
  });
