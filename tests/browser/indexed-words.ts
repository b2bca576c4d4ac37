/** Words of the built index, for tests that need one of a kind. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readNames } from '../../src/facts/search/names-file.ts';
import { readWords } from '../../src/facts/search/words-file.ts';
import { dist } from '../site/built-site.ts';

/** A word that stands in some text and in no name, whatever the texts say this year. */
export function aWordOfNoTitle(): string {
  const read = (file: string): string => readFileSync(join(dist, 'pagefind', file), 'utf8');
  const names = readNames(read('names.json')).map((hit) => JSON.stringify(hit).toLowerCase());
  const { words: all } = readWords(read('words.json'));
  return [...all].find((word) => /^[a-z]{9,}$/.test(word) && !names.some((it) => it.includes(word.slice(0, 5))))!;
}
