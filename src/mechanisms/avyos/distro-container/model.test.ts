import { expect, test } from 'vitest';
import { after, checkModel } from '../../checked.fixture.ts';
import { runs } from './runs.ts';

checkModel(runs);

test('a lock that is released can be taken by another task', () => {
  const { state } = after(runs, [{ take: { by: 0 } }, { release: { by: 0 } }, { take: { by: 1 } }]);
  expect(state).toEqual({ tasks: [{ holds: false }, { holds: true }] });
});
