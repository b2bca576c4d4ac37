import { expect, test } from 'vitest';
import { additionWords, countWords } from './progress-words.ts';
import { nothing, withDraft, withSolved } from './progress.ts';
import { some } from './progress.fixture.ts';

test('progress is counted in words', () => {
  expect(countWords(nothing)).toBe('nothing yet');
  expect(countWords(withSolved(nothing, 'zos/a'))).toBe('1 solved lab');
  expect(countWords(some)).toBe('3 solved labs, 2 answers and 2 steps of paths');
});

test('what is added is told, and what stays as it is', () => {
  expect(additionWords(some, some)).toBe('nothing that is not here already.');
  expect(additionWords(nothing, withSolved(nothing, 'zos/a'))).toBe('1 solved lab that is not here.');
  expect(additionWords(nothing, some)).toBe('3 solved labs, 2 answers and 2 steps of paths that are not here.');
  expect(additionWords(some, withDraft(some, 'violetos/prism-turn', '[]'))).toBe(
    'nothing that is not here already. Of 1 lab you have begun an answer of your own, and that stays.',
  );
});
