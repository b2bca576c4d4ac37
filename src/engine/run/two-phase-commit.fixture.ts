/**
 * Two-phase commit, the textbook's: its counts of states are public, so it is what the search is measured and tested with.
 * Leaves out messages as such: what was sent is a bit that stays. Its reference model for SPIN is bench/spin/two-phase-commit.pml.
 */
import { mechanism, withRuns } from '../language/model.ts';
import { bool, id, oneOf, table } from '../language/schema.ts';

const manager = id('manager');

const commit = mechanism({
  parameters: { managers: { least: 2, most: 14, default: 5 } },
  faults: { hasty: 'The coordinator commits without waiting for every vote.' },
  state: ({ managers }) => ({
    coordinator: oneOf('collecting', 'committed', 'aborted'),
    managers: table(manager, managers, {
      phase: oneOf('working', 'prepared', 'committed', 'aborted'),
      voted: bool,
      counted: bool,
    }),
    commitSent: bool,
    abortSent: bool,
  }),
});

const decideCommit = commit.action({
  says: 'The coordinator has every vote and orders a commit.',
  when: {
    'the coordinator is still collecting': (_, s) => s.coordinator === 'collecting',
    'every vote has been counted': (_, s, { hasty }) => hasty || s.managers.every((m) => m.counted),
  },
  then: (_, s) => {
    s.coordinator = 'committed';
    s.commitSent = true;
  },
});

const decideAbort = commit.action({
  says: 'The coordinator gives up and orders an abort.',
  when: { 'the coordinator is still collecting': (_, s) => s.coordinator === 'collecting' },
  then: (_, s) => {
    s.coordinator = 'aborted';
    s.abortSent = true;
  },
});

const countVote = commit.action({
  says: 'The coordinator counts the vote of {from}.',
  args: { from: manager },
  when: {
    'the coordinator is still collecting': (_, s) => s.coordinator === 'collecting',
    'the manager has voted': ({ from }) => from.voted,
    'the vote is not yet counted': ({ from }) => !from.counted,
  },
  then: ({ from }) => {
    from.counted = true;
  },
});

const prepare = commit.action({
  says: '{by} is ready and votes to commit.',
  args: { by: manager },
  when: { 'the manager is working': ({ by }) => by.phase === 'working' },
  then: ({ by }) => {
    by.phase = 'prepared';
    by.voted = true;
  },
});

const giveUp = commit.action({
  says: '{by} aborts on its own.',
  args: { by: manager },
  when: { 'the manager is working': ({ by }) => by.phase === 'working' },
  then: ({ by }) => {
    by.phase = 'aborted';
  },
});

const obeyCommit = commit.action({
  says: '{by} is told to commit.',
  args: { by: manager },
  when: {
    'a commit was ordered': (_, s) => s.commitSent,
    'the manager has not committed': ({ by }) => by.phase !== 'committed',
  },
  then: ({ by }) => {
    by.phase = 'committed';
  },
});

const obeyAbort = commit.action({
  says: '{by} is told to abort.',
  args: { by: manager },
  when: {
    'an abort was ordered': (_, s) => s.abortSent,
    'the manager has not aborted': ({ by }) => by.phase !== 'aborted',
  },
  then: ({ by }) => {
    by.phase = 'aborted';
  },
});

const twoPhase = commit.model({
  id: 'bench/two-phase-commit',
  title: 'Two-phase commit',
  about: {
    question: 'Can two managers decide differently?',
    group: 'messages',
    basis: 'illustration',
    standsFor: 'of the textbook protocol',
    shows: 'how managers that may fail agree to commit or to abort',
    leavesOut: 'time, and messages that are lost',
  },
  actions: { decideCommit, decideAbort, countVote, prepare, giveUp, obeyCommit, obeyAbort },
  always: {
    'no two managers decide differently': (s) =>
      !(s.managers.some((m) => m.phase === 'committed') && s.managers.some((m) => m.phase === 'aborted')),
  },
  sometimes: { 'all commit': (s) => s.managers.every((m) => m.phase === 'committed') },
  final: () => true,
});

export const twoPhaseCommit = withRuns(twoPhase, {
  scenarios: {
    hasty: {
      title: 'One manager gives up while the coordinator commits',
      with: { managers: 2, hasty: true },
      steps: [{ giveUp: { by: 0 } }, { decideCommit: {} }, { obeyCommit: { by: 1 } }],
      ends: { violates: 'no two managers decide differently' },
    },
  },
  expect: [
    { states: 8_832, transitions: 37_345, depth: 16 },
    { symmetric: true, states: 314, transitions: 1_332, depth: 16 },
    { with: { hasty: true }, violates: 'no two managers decide differently', steps: 3 },
  ],
});
