/** The two files that a browser loads say what was written into them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extents, kinds, type SearchHit } from './hit.ts';
import { readNames, writeNames } from './names-file.ts';
import { readWords, writeWords } from './words-file.ts';

const words = fc.string({ minLength: 1, maxLength: 40 });
const hit = fc.record({
  title: words,
  kind: fc.constantFrom(...kinds),
  extent: fc.constantFrom(...extents),
  what: fc.option(words, { nil: undefined }),
  id: fc.option(words, { nil: undefined }),
  system: fc.option(words, { nil: undefined }),
  aliases: fc.array(words, { maxLength: 3 }),
  text: fc.string({ maxLength: 100 }),
});

test('names are read as they were written', () => {
  fc.assert(
    fc.property(fc.array(hit, { maxLength: 8 }), (list) => {
      const hits = list.map((it, i): SearchHit => ({ ...it, address: `/${i}/` }));
      const read = readNames(writeNames(hits, new Map(hits.map(({ address }, i) => [address, `en_${i}`]))));
      expect(read).toEqual(
        hits.map(({ text, ...it }, i) => ({ ...it, fragment: `en_${i}`, description: it.extent === 'record' ? '' : text })),
      );
    }),
  );
});

test('a long description is cut between words', () => {
  const text = 'turning '.repeat(40);
  const hits: SearchHit[] = [{ address: '/', title: 'It', kind: 'Page', aliases: [], text, extent: 'summary' }];
  const { description } = readNames(writeNames(hits, new Map([['/', 'en']])))[0]!;
  expect(description).toMatch(/turning …$/);
  expect(description.length).toBeLessThanOrEqual(162);
});

test('words are each there once, names at each of their places', () => {
  const first = { content: 'Boot. It calls sys_turn then. How Later sys_turn and make_img too.', headings: [{ id: '_top', location: 0 }, { id: 'how', location: 5 }] }; // prettier-ignore
  const second = { content: 'It turns make_img.', headings: [] };
  const cited = new Map([['src/turn.c', [{ hit: 1, section: 'ref-2' }]]]);
  const read = readWords(writeWords([first, second], cited));
  expect(read.cited).toEqual(cited);
  expect(read.words).toEqual(['and', 'boot', 'calls', 'how', 'img', 'it', 'later', 'make', 'sys', 'then', 'too', 'turn', 'turns']);
  expect(read.names.get('sys_turn')).toEqual([
    { hit: 0, section: undefined },
    { hit: 0, section: 'how' },
  ]);
  expect(read.names.get('make_img')).toEqual([
    { hit: 0, section: 'how' },
    { hit: 1, section: undefined },
  ]);
});
