import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meantIn, Vocabulary } from './vocabulary.ts';

const words = new Vocabulary(['scheduler', 'revoke', 'raspberry', 'page', 'cap']);

describe('a vocabulary', () => {
  test.each(['scheduler', 'schedulers', 'scheduling', 'revoking', 'pages'])('knows %s', (it) => expect(words.knows(it, false)).toBe(true));
  test.each(['schedular', 'sched', 'rss', 'deadlock'])('does not know %s', (it) => expect(words.knows(it, false)).toBe(false));
  test('knows the beginning of a word while it is being typed', () => expect(words.knows('sched', true)).toBe(true));
  test.each([
    ['schedular', 'scheduler'],
    ['raspbery', 'raspberry'],
    ['rasbperry', 'raspberry'],
    ['revoek', 'revoke'],
    ['pgae', 'page'],
  ])('takes %s for a slip of %s', (slip, meant) => expect(words.meantBy(slip)).toBe(meant));
  test.each(['cat', 'please', 'evoke', 'strawberry'])('takes %s for none', (it) => expect(words.meantBy(it)).toBeUndefined());

  test('knows each of its words, and takes none for a slip of another', () => {
    const word = fc.stringMatching(/^[a-z]{4,12}$/);
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 20 }), (list) => {
        const own = new Vocabulary(list);
        for (const it of list) {
          expect(own.knows(it, false)).toBe(true);
          expect(own.meantBy(it)).toBe(it);
        }
      }),
    );
  });
});

test('of two vocabularies the nearer word is meant, and of equals that of the first', () => {
  const near = (...list: string[]) => new Vocabulary(list);
  expect(meantIn('schedular', [near('scheduling'), near('scheduler')])).toBe('scheduler');
  expect(meantIn('bootx', [near('boots'), near('booty')])).toBe('boots');
  expect(meantIn('zxqvwk', [near('boots')])).toBeUndefined();
});
