import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const read = (file: string): string => readFileSync(file, 'utf8');
const words = read('cspell.words.txt').trimEnd().split('\n');

test('the words of this site stand in the order of the alphabet, each once', () => {
  const order = words.map((it) => it.toLowerCase());
  expect(order).toEqual([...new Set(order)].toSorted());
});

test('each of them is written somewhere in what is spelt', () => {
  const { files } = parse(read('cspell.config.yaml')) as { readonly files: readonly string[] };
  const written = new Set(
    files
      .flatMap((it) => globSync(it))
      .flatMap(
        (file) =>
          read(file)
            .toLowerCase()
            .match(/\p{L}+/gu) ?? [],
      ),
  );
  expect(words.filter((it) => !written.has(it.toLowerCase()))).toEqual([]);
});
