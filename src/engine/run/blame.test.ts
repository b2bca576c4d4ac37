import { expect, test } from 'vitest';
import { rightsSpace } from './rights.fixture.ts';
import { blame } from './blame.ts';
import { explore } from '../search/explore.ts';
import { machine, type Machine } from './machine.ts';
import { mechanism } from '../language/model.ts';
import { begin, follow, type Snapshot } from './run.ts';
import { id, option, range, table } from '../language/schema.ts';
import { twoPhaseCommit } from './two-phase-commit.fixture.ts';

/** The machine in the state at the end of its shortest counterexample. */
function atViolation(m: Machine): string {
  const { rule, path } = explore(m).violation!;
  m.words.set(path.reduce<Snapshot>((at, instance) => follow(m, at, instance) as Snapshot, begin(m)).words);
  return rule;
}

test('the row at which an `every` failed', () => {
  const m = machine(rightsSpace, { forgetsGrandchildren: true });
  const found = blame(m, atViolation(m))!;
  expect(found.says).toMatch(/^slot \d$/);
  expect(found.parts).toMatchObject([{ by: 'every', kind: 'slot', rows: [{ kind: 'slot' }] }]);
  expect(JSON.parse(JSON.stringify(found))).toEqual(found);
});

test('the rows that met each `some`', () => {
  const m = machine(twoPhaseCommit, { managers: 3, hasty: true });
  expect(blame(m, atViolation(m))!.says).toMatch(/^manager \d; manager \d$/);
});

test('a rule that holds has nobody to blame, and one that does not exist is refused', () => {
  const m = machine(twoPhaseCommit);
  m.words.set(m.initial);
  expect(blame(m, 'no two managers decide differently')).toBeUndefined();
  expect(() => blame(m, 'no manager')).toThrow("There is no rule 'no manager'");
});

const frame = id('frame');
const page = id('page');
const memory = mechanism({
  parameters: {},
  state: () => ({ frames: table(frame, 2, { uses: range(0, 3) }), pages: table(page, 3, { to: option(frame) }) }),
  start: (s) => {
    for (const each of s.pages.filter((_, i) => i > 0)) each.to = s.frames[1]!;
  },
});
const mapped = memory.model({
  id: 'test/memory',
  title: 'Memory',
  actions: { rest: memory.action({ says: 'It rests.', then: () => {} }) },
  always: {
    'a frame has one page': (s) => s.frames.every((each) => s.pages.filter((other) => other.to === each).length <= 1),
    'some page is mapped twice': (s) => s.pages.some((each) => each.to?.uses === 2),
    'used frames are counted': (s) => s.frames.filter((each) => s.pages.some((other) => other.to === each)).every((each) => each.uses > 0),
    'no frame is counted': (s) => s.frames[0]!.uses > 0,
  },
  sometimes: {},
});

test('what was asked about other rows in the turn of a row, and what a filter kept', () => {
  const m = machine(mapped);
  m.words.set(m.initial);
  const says = (rule: string) => blame(m, rule)!.says;
  expect(says('a frame has one page')).toBe('frame 1 with page 1 and page 2');
  expect(says('some page is mapped twice')).toBe('no page');
  expect(says('used frames are counted')).toBe('frame 1');
  expect(says('no frame is counted')).toBeUndefined();
});
