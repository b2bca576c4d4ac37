import { expect, test } from 'vitest';
import { checkView, wordsAfter } from '../../pictures.fixture.ts';
import { runs } from './runs.ts';
import { view } from './view.tsx';

checkView(runs, view);

test('it says which tasks hold the lock together', () => {
  expect(wordsAfter(runs, view, [{ take: { by: 0 } }, { take: { by: 1 } }], { letsAnyoneIn: true })).toEqual({
    'one task at most holds the lock': 'Tasks 0 and 1 hold the lock.',
  });
});
