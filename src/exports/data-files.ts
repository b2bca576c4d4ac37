/** The files for other tools that are not records themselves: which there are, and where. */
import { ownStatementFile, ownStatementSchema } from '../schemas/own-statement.ts';
import { publishedNames, type PublishedName } from '../schemas/published.ts';

/** A collection as a file, and the schema of that file. */
export const jsonFile = (name: PublishedName | 'index'): string => `/api/v1/${name}.json`;
export const schemaFile = (name: PublishedName | 'index'): string => `/api/v1/schema/${name}.json`;
export const jsonFiles = publishedNames.map((name) => ({ name, file: jsonFile(name), schema: schemaFile(name) }));

/** The tables as comma-separated values: a route for each lies in `src/pages/api/v1`. */
export const csvFiles: readonly string[] = Object.keys(import.meta.glob('../pages/api/v1/*.csv.ts'))
  .map((route) => route.slice('../pages'.length, -'.ts'.length))
  .sort();

/** The schema of what a project states of itself, and for each project the file that it may begin with. */
export const statementSchema = `/api/v1/schema/${ownStatementSchema}.json`;
export const statementToBegin = (system: string): string => `/systems/${system}/keep-right/${ownStatementFile}`;
