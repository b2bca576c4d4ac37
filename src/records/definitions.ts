/** The function, type or constant that cited lines are of, as pages name it. */
import { definitionIn, definitionsFile, readDefinitions } from '../facts/definition-names.ts';
import text from './definitions.txt?raw';

const names = readDefinitions(text);
if (typeof names === 'number')
  throw new Error(`${definitionsFile}:${names} is none of its lines; npm run citations -- <folder> --write writes it`);

export const definitionOf = definitionIn(names);
