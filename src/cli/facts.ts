/** `npm run facts`: reads all records and says what is wrong with them, without building the site. */
import { modelProperties } from '../mechanisms/properties.ts';
import { checkRecords } from '../records/check.ts';

const { entries, faults } = checkRecords(process.cwd(), await modelProperties());
for (const fault of faults) console.error(fault);
for (const [name, records] of Object.entries(entries)) console.log(`${String(records.length).padStart(4)} ${name}`);
console.log(faults.length === 0 ? 'no problem' : `${faults.length} ${faults.length === 1 ? 'problem' : 'problems'}`);
process.exitCode = faults.length === 0 ? 0 : 1;
