/** Against a library of a few hits, whose text index finds what holds each word. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NamedHit } from '../../facts/search/names-file.ts';
import { readWords, writeWords, type Words } from '../../facts/search/words-file.ts';
import { wordsOf } from '../../facts/search/words.ts';
import { ask, type Library, type Wish } from './ask.ts';

interface Told extends Partial<NamedHit> {
  readonly title: string;
  readonly says?: string;
}

function libraryOf(told: readonly Told[], words?: () => Promise<Words | undefined>): Library & { asked: string[] } {
  const texts = told.map(({ title, says = '' }) => `${title}. ${says}`);
  const hits = told.map((it, i): NamedHit => ({
    address: `/${i}/`,
    kind: 'Page',
    what: undefined,
    id: undefined,
    system: undefined,
    aliases: [],
    extent: 'page',
    fragment: `en_${i}`,
    description: '',
    ...it,
  }));
  const asked: string[] = [];
  return {
    hits,
    asked,
    text(sought) {
      asked.push(sought);
      const holds = (text: string) => wordsOf(sought).every((word) => wordsOf(text).includes(word));
      return Promise.resolve(new Map(texts.flatMap((text, i) => (holds(text) ? [[`en_${i}`, 5] as const] : []))));
    },
    words: words ?? (() => Promise.resolve(readWords(writeWords(texts.map((content) => ({ content, headings: [] })))))),
  };
}

const told: Told[] = [
  { title: 'Scheduling', system: 'Orbit', says: 'The scheduler takes turns, and calls sys_yield.' },
  { title: 'Start with Orbit', kind: 'Start', system: 'Orbit', aliases: ['build'], extent: 'summary' },
  { title: 'Start with Comet', kind: 'Start', system: 'Comet', aliases: ['build'], extent: 'summary' },
  { title: 'wheel', kind: 'Term', extent: 'record', says: 'What turns.' },
];
const wish = (typed: string, more: Partial<Wish> = {}): Wish => ({ typed, systems: [], kinds: [], ...more });
const titles = async (library: Library, it: Wish) => (await ask(library, it)).hits.map(({ hit }) => hit.title);

describe('a question', () => {
  test('without words finds nothing and says nothing', async () => {
    expect(await ask(libraryOf(told), wish(' ?! '))).toMatchObject({ hits: [], nowhere: undefined });
  });
  test('asks the text index for its telling words', async () => {
    const library = libraryOf(told);
    await ask(library, wish('how does the scheduler work'));
    expect(library.asked).toEqual(['scheduler']);
  });
  test('asks it for no word that no text has: it would take a shorter one', async () => {
    const library = libraryOf(told);
    expect((await ask(library, wish('how do I build it'))).hits).toHaveLength(2);
    expect(library.asked).toEqual([]);
  });
  test('is answered within systems and kinds, and says how many there are without', async () => {
    expect(await titles(libraryOf(told), wish('build', { systems: ['Comet'] }))).toEqual(['Start with Comet']);
    const none = await ask(libraryOf(told), wish('build', { kinds: ['Term'] }));
    expect([none.hits.length, none.unfiltered, none.nowhere]).toEqual([0, 2, undefined]);
  });
  test('of several words that no place has together finds what is nearest, and says so', async () => {
    expect(await ask(libraryOf(told), wish('wheel scheduling'))).toMatchObject({ isLoose: true, nowhere: undefined });
  });
});

describe('a word that stands nowhere', () => {
  test('is told, with the word that was meant and its hits', async () => {
    const answer = await ask(libraryOf(told), wish('schedular'));
    expect(answer).toMatchObject({ nowhere: 'schedular', meant: 'scheduler' });
    expect(answer.hits[0]!.hit.title).toBe('Scheduling');
  });
  test('is one with accents as well', async () => {
    expect(await ask(libraryOf(told), wish('Schedülar'))).toMatchObject({ nowhere: 'schedular', meant: 'scheduler' });
  });
  test('may be two in one question', async () => {
    expect(await ask(libraryOf(told), wish('schedular whel'))).toMatchObject({ nowhere: 'schedular', meant: 'scheduler wheel' });
  });
  test('is left out where none was meant', async () => {
    const answer = await ask(libraryOf(told), wish('zxqvwk wheel'));
    expect(answer).toMatchObject({ nowhere: 'zxqvwk', meant: undefined });
    expect(answer.hits[0]!.hit.title).toBe('wheel');
  });
  test('is not one that is still being typed, nor another form of one that is there', async () => {
    for (const typed of ['schedu', 'schedulers', 'turn'])
      expect(await ask(libraryOf(told), wish(typed))).toMatchObject({ nowhere: undefined });
  });
  test('is not told while the list of words is not there', async () => {
    const library = libraryOf(told, () => Promise.resolve(undefined));
    for (const typed of ['schedular', 'sys_turn'])
      expect(await ask(library, wish(typed))).toMatchObject({ hits: [], nowhere: undefined, meant: undefined });
  });
});

test('every question has an answer', async () => {
  const typed = fc.array(fc.oneof(fc.string(), fc.constantFrom('schedular', 'wheel', 'sys_yeild', 'BuildOrbit', 'the', '…')), {
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(typed, async (words) => {
      const { hits, unfiltered } = await ask(libraryOf(told), wish(words.join(' ')));
      expect(hits.length).toBe(unfiltered);
    }),
  );
});

describe('a name from code', () => {
  test('is found where it stands, and nowhere else', async () => {
    expect(await titles(libraryOf(told), wish('sys_yield'))).toEqual(['Scheduling']);
  });
  test('that stands nowhere finds nothing, however many places have its parts', async () => {
    expect(await ask(libraryOf(told), wish('the_wheel'))).toMatchObject({ hits: [], nowhere: 'the_wheel' });
  });
  test('that is a slip is offered', async () => {
    expect(await ask(libraryOf(told), wish('sys_yeild'))).toMatchObject({ nowhere: 'sys_yeild', meant: 'sys_yield' });
  });
  test('that may be words is searched for as words when it stands nowhere', async () => {
    expect(await titles(libraryOf(told), wish('StartOrbit'))).toEqual(['Start with Orbit']);
  });
});
