/** `npm run facts`: reads all records and says what is wrong with them, without building the site. */
import { modelProperties } from '../models/properties.ts';
import { describe, readContent } from '../content-reader.ts';
import { problemsIn } from '../facts/integrity.ts';

const { entries, prose, problems, lineOf } = readContent(process.cwd());
const found = [...problems, ...problemsIn(entries, await modelProperties(), prose)];
for (const problem of found) console.error(describe(problem, lineOf(problem.file, problem.field)));
for (const [name, records] of Object.entries(entries)) console.log(`${String(records.length).padStart(4)} ${name}`);
console.log(found.length === 0 ? 'no problem' : `${found.length} problems`);
process.exitCode = found.length === 0 ? 0 : 1;
