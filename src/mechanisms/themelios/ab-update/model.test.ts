import { expect, test } from 'vitest';
import { explore, machine } from '../../../engine/checker.ts';
import { after, checkModel } from '../../checked.fixture.ts';
import { runs } from './runs.ts';

checkModel(runs);

const written = (image: string) => [{ download: { to: 1, image } }, { write: { to: 1 } }, { write: { to: 1 } }, { tryNext: { it: 1 } }];
const rolledBack = { trial: null, running: 0, fallback: 0 };

test('a broken image is tried as often as the record allows, then the old one starts', () => {
  const tried = [{ boot: {} }, { fail: { it: 1 } }];
  const failed = [...written('broken'), ...tried, ...tried];
  expect(after(runs, failed).state).toMatchObject({ trial: 1, triesLeft: 0, running: null });
  expect(after(runs, [...failed, { boot: {} }]).state).toMatchObject(rolledBack);
});

test('power that fails before the confirmation costs a try, even of a working image', () => {
  const cut = [{ boot: {} }, { cutPower: {} }];
  expect(after(runs, [...written('working'), ...cut, ...cut, { boot: {} }]).state).toMatchObject(rolledBack);
});

test('after a confirmation the other slot is the one to overwrite', () => {
  const steps = [...written('working'), { boot: {} }, { confirm: { it: 1 } }, { download: { to: 0, image: 'broken' } }];
  expect(after(runs, steps).state).toMatchObject({ fallback: 1, running: 1, writing: 0 });
});

test('without a count of tries, one image fails and starts again for ever', () => {
  const { lasso } = explore(machine(runs, { countsNoTries: true }));
  expect(lasso?.loop).toHaveLength(2);
});
