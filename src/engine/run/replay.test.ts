import { expect, test } from 'vitest';
import { explore } from '../search/explore.ts';
import { machine } from './machine.ts';
import { replay } from './replay.ts';
import { begin, follow, type Snapshot } from './run.ts';
import { twoPhaseCommit } from './two-phase-commit.fixture.ts';

const { hasty } = twoPhaseCommit.scenarios;

test('a scenario ends as it says, in the words of the model', () => {
  const { ends, said, log } = replay(twoPhaseCommit, hasty!);
  expect(ends).toEqual(hasty!.ends);
  expect(said).toEqual([
    'manager 0 aborts on its own.',
    'The coordinator has every vote and orders a commit.',
    'manager 1 is told to commit.',
  ]);
  expect(log).toHaveLength(3);
});

test('a replay is the same every time, whatever ran in between', () => {
  const once = replay(twoPhaseCommit, hasty!);
  explore(machine(twoPhaseCommit, { managers: 2 }));
  expect(replay(twoPhaseCommit, hasty!)).toEqual(once);
});

test('it stops at the first step that is refused', () => {
  const steps = [{ prepare: { by: 0 } }, { countVote: { from: 1 } }, { giveUp: { by: 1 } }];
  const { ends, said, log } = replay(twoPhaseCommit, { steps });
  expect(ends).toEqual({ refused: 'the manager has voted' });
  expect([said.length, log.length]).toEqual([1, 2]);
});

test('the log alone leads to the same snapshot', () => {
  const { log } = replay(twoPhaseCommit, hasty!);
  const m = machine(twoPhaseCommit, hasty!.with);
  const end = log.reduce<Snapshot>((at, instance) => follow(m, at, instance) as Snapshot, begin(m));
  expect(end.broken).toEqual(['no two managers decide differently']);
});

test('the path of a violation is such a log', () => {
  const m = machine(twoPhaseCommit, { hasty: true });
  const { violation } = explore(m);
  const end = violation!.path.reduce<Snapshot>((at, instance) => follow(m, at, instance) as Snapshot, begin(m));
  expect(end.broken).toEqual([violation!.rule]);
});
