import { expect, test } from 'vitest';
import type { Answer } from './ask.ts';
import { saysOf } from './says.ts';

const hit = {} as Answer['hits'][number];
const answer = (count: number, more: Partial<Answer> = {}): Answer => ({
  hits: Array.from({ length: count }, () => hit),
  unfiltered: count,
  nowhere: undefined,
  meant: undefined,
  isLoose: false,
  ...more,
});

test.each([
  [answer(1), '1 hit'],
  [answer(14), '14 hits'],
  [answer(63), '20 of 63 hits'],
  [answer(3, { isLoose: true }), 'Little has all of these words. The nearest 3 hits'],
  [answer(63, { nowhere: 'x', meant: 'a wheel' }), 'No hit for “x”. 20 of 63 hits for “a wheel”'],
  [answer(2, { nowhere: 'x' }), 'No hit for “x”. 2 hits without it'],
  [answer(0), 'No hit for “x wheel”. Try another word, or a shorter one.'],
  [answer(0, { nowhere: 'x' }), 'No hit for “x”. Try another word, or a shorter one.'],
  [answer(0, { nowhere: 'no_x' }), 'Nothing here has “no_x”. Try another word, or a shorter one.'],
  [answer(0, { unfiltered: 2 }), 'Nothing with these filters; 2 hits without them.'],
])('says what there is: %#', (it, says) => expect(saysOf(it, 'x wheel', Math.min(20, it.hits.length), false)).toBe(says));

test('nothing is said of what could not be loaded', () => {
  for (const it of [answer(0), answer(0, { nowhere: 'x' }), answer(0, { unfiltered: 2 })])
    expect(saysOf(it, 'x', 0, true)).toBe('The part of the index with “x” could not be loaded. Check the connection and search again.');
  expect(saysOf(answer(2), 'x', 2, true)).toBe('2 hits for “x”; others could not be loaded. Check the connection and search again.');
});
