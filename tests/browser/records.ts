/** The records and the pages that the built site was made of, so that no test tells their number by heart. */
import { join } from 'node:path';
import { readContent } from '../../src/records/reader.ts';

export const { entries, prose } = readContent(join(import.meta.dirname, '../..'));
