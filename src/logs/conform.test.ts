import { describe, expect, test } from 'vitest';
import { loadMechanism } from '../mechanisms/registry.ts';
import { Conformance } from './conform.ts';

const ipc = await loadMechanism('themelios/ipc');
const audit = `# Messages.
model themelios/ipc
values task: shell=1 netd=2 files=0
hidden fallAsleep
skip ^\\[sched\\]
line ^(?<who>\\w+) waits => receive by=$who:task
line ^(?<who>\\w+) calls => call by=$who:task
line ^(?<who>\\w+) answers => reply by=$who:task
`;
const problemsOf = (text: string): string[] => {
  const found = Conformance.of(ipc, text);
  if (found instanceof Conformance) return [];
  return found.map(({ line, says, fix }) => `${line}: ${says}. ${fix}`);
};
function verdictOf(map: string, lines: readonly string[]) {
  const conformance = Conformance.of(ipc, map);
  if (!(conformance instanceof Conformance)) throw new Error(JSON.stringify(conformance));
  for (const line of lines) if (!conformance.take(line)) break;
  return conformance.result();
}

describe('a log', () => {
  const sound = ['[sched] tick', 'files waits', 'shell calls', 'files answers', 'something else'];

  test('is explained by a run, lines of other matters aside', () => {
    const { stop, lines, observed, run } = verdictOf(audit, sound);
    expect({ stop, lines, observed }).toEqual({ stop: undefined, lines: 5, observed: 3 });
    expect(run.length).toBeGreaterThanOrEqual(3);
  });

  test.each([
    ['dropped', sound.toSpliced(2, 1), 3],
    ['doubled', sound.toSpliced(3, 0, 'files answers'), 5],
    ['swapped', ['shell calls', 'files answers', 'files waits'], 2],
    ['altered', sound.with(3, 'netd answers'), 4],
  ])('with a line %s is refused at that line, with what was possible there', (_, lines, line) => {
    const { stop } = verdictOf(audit, lines);
    expect(stop).toMatchObject({ is: 'refused', line });
    if (stop?.is === 'refused') expect(stop.why.nearest[0]!.because.length).toBeGreaterThan(0);
  });

  test('with a name that the map does not know is unclear, and so is a line that nobody mapped where that is wanted', () => {
    expect(verdictOf(audit, ['disk calls']).stop).toMatchObject({
      is: 'unclear',
      line: 1,
      mapLine: 7,
      says: "'disk' is none of the values 'task'",
    });
    expect(verdictOf(`${audit}others refuse\n`, ['files waits', 'hello']).stop).toMatchObject({
      is: 'unclear',
      line: 2,
      mapLine: undefined,
    });
  });

  test('may name things as it likes: they are told apart in the order in which it names them', () => {
    const inOrder = audit.replace('task: shell=1 netd=2 files=0', 'task: in order');
    expect(verdictOf(inOrder, ['42 waits', '7 calls', '42 answers']).stop).toBeUndefined();
    expect(verdictOf(inOrder, ['a waits', 'b waits', 'c waits', 'd waits']).stop).toMatchObject({
      is: 'unclear',
      says: 'the model has no receive with by=3',
    });
  });

  test('may tell of the state after a step', () => {
    const sees = audit.replace('=> call by=$who:task', '=> call by=$who:task sees tasks.1.nothing=here');
    expect(verdictOf(sees, ['shell calls']).stop).toMatchObject({ is: 'refused', why: { seesOther: true } });
  });
});

describe('a map that is wrong', () => {
  const header = 'model themelios/ipc\n';
  test.each([
    ['a bad expression', `${header}line ^(?<who => call by=$who`, /^2: the expression cannot be read: /],
    ['a reference back', `${header}line (a)\\1 => call by=0`, /^2: the expression cannot be read: /],
    ['an unknown action', `${header}line ^x => cal by=0`, /^2: the model has no action 'cal'\. It has /],
    ['a missing argument', `${header}line ^x => call`, /^2: call lacks its argument 'by'\. Add by=\$/],
    ['an argument that is none', `${header}line ^x => call by=0 to=1`, /^2: call has no argument 'to'\. It has by\.$/],
    ['a group that is not caught', `${header}line ^(?<who>x) => call by=$whom`, /^2: the expression catches no 'whom'\. It catches who\.$/],
    ['values that are not there', `${header}line ^(?<who>x) => call by=$who:task`, /^2: there are no values 'task' above this line/],
    ['no model', 'line ^x => call by=0', /^1: the map names no model/],
    ['another word', `${header}lines ^x => call by=0`, /^2: a line of a map does not begin with 'lines'/],
    ['no step', `${header}line ^x`, /^2: the expression leads to no step/],
    ['a value without name', `${header}line ^x => call by`, /^2: 'by' has no value/],
    ['a setting that is none', `${header}with spokes=2\nline ^x => call by=0`, /^2: the model has no parameter and no fault 'spokes'/],
    ['a hidden action that is none', `${header}hidden sleeps\nline ^x => call by=0`, /^2: the model has no action 'sleeps'/],
    ['a field that is none', `${header}line ^x => call by=0 sees rows.0=1`, /^2: the state has no 'rows'/],
    ['another model', 'model starina/channel\nline ^x => call by=0', /^1: the map is of 'starina\/channel'\. /],
    ['nothing', '', /^1: the map names no model/],
  ])('(%s) is told with its line and what to do', (_, text, says) => {
    const problems = problemsOf(text);
    expect(problems[0]).toMatch(says);
  });

  test('has all its problems told at once', () => expect(problemsOf(`${header}line ( => x\nline ^x => cal\nwrong`)).toHaveLength(2));
});

test('an expression that would never end elsewhere ends here', () => {
  const { stop } = verdictOf(`model themelios/ipc\nline ^(a+)+$ => call by=0\n`, [`${'a'.repeat(8000)}b`]);
  expect(stop).toBeUndefined();
});
