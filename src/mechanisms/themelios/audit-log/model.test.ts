import { expect, test } from 'vitest';
import { explore, machine } from '../../../engine/checker.ts';
import { after, checkModel } from '../../checked.fixture.ts';
import { runs } from './runs.ts';

checkModel(runs);

const calls = (...operations: string[]) => operations.flatMap((what) => [{ append: { what } }, { carryOut: {} }]);

test('the first number is 1, and a new entry takes the place of the oldest', () => {
  expect(after(runs, calls('grant')).state['entries']).toMatchObject([{ number: 1 }, { number: 0 }, { number: 0 }]);
  const numbers = [{ number: 4, operation: 'revoke' }, { number: 2 }, { number: 3 }];
  expect(after(runs, calls('grant', 'grant', 'grant', 'revoke')).state).toMatchObject({ next: 1, entries: numbers });
});

test('a reader finds exactly the entries missing that were overwritten since it last read', () => {
  const steps = [...calls('grant', 'grant'), { read: {} }, ...calls('revoke', 'grant', 'grant', 'grant')];
  expect(after(runs, steps).state).toMatchObject({ gap: 0, missed: 1 });
  expect(after(runs, [...steps, { read: {} }]).state).toMatchObject({ gap: 1, missed: 0, seen: 6 });
});

test('with a chain a change raises an alarm, even after a gap, and nothing else does', () => {
  const steps = [...calls('grant', 'grant', 'grant', 'revoke'), { edit: { it: 1 } }, { read: {} }];
  expect(after(runs, steps, { editsEntry: true, chained: 1 }).state).toMatchObject({ gap: 1, alarm: true, believed: false });
  expect(after(runs, steps, { editsEntry: true }).state).toMatchObject({ gap: 1, alarm: false, believed: true });
  const alarms: unknown[] = [];
  const m = machine(runs, { chained: 1 });
  explore(m).each(() => alarms.push(m.state.alarm));
  expect(new Set(alarms)).toEqual(new Set([false]));
});
