/**
 * The boot graph: zinit starts the units of Zero-OS, each when all that it comes after is up.
 * Stands for: documented (threefoldtech/zinit at 92444a7, docs/services.md, lines 94-112 and 122-130: a test is tried until it passes; without one a
 * service runs once it is started; a one-shot is not started again, and what comes after it waits for a good end) with eight units of
 * threefoldtech/zos_v4 at 6caeb0ff (etc/zinit; bootstrap/etc/zinit/internet.yaml, 1-5). Where that is silent, observed in zinit's
 * src/zinit/lifecycle.rs, whose lines are named below.
 * Observed: what a unit comes after is looked at before each start (829-863), and while it runs only its own end is waited for (923), so that what
 * came after a daemon goes on when that stops; a test in vain changes nothing and comes again after two seconds, without a bound (787-809); a one-shot
 * runs from its start to its end (906-908); a daemon that has ended is looked at again after two seconds, a one-shot is not (923-954).
 * Differs: at 92444a7 no circle among the lines is found (708-742), and the units of one wait for ever: the fault `takesCircle`. There a daemon that
 * has ended well counts for two seconds, as only a one-shot should (724-728, 936-954): `countsSuccess`.
 * Illustration: a refusal of circles; a package that adds a line to a unit (packages bring units as files,
 * zos_v4 bootstrap/bootstrap/src/bootstrap.rs, 165-209); a bound on mishaps. All other faults are made up.
 * Not shown: a unit that zinit has not looked at yet is unknown (106), here blocked. There a blocked unit is looked at when another has come to run
 * or a one-shot has ended (791-799, 946-949), here at any time. A name that nobody has blocks too (730-732); a program that cannot be started ends
 * in failure, and is not tried again (896-903); a test that cannot be run is tried again without a pause (803-806).
 */
import { flags, mechanism, oneOf, option, range, type StateIn, tuple } from '../../../engine/language.ts';

/** In the order in which they can come up. */
export const units = ['node-ready', 'internet', 'storaged', 'boot', 'identityd', 'networkd', 'flistd', 'provisiond'] as const;
export type Unit = (typeof units)[number];
const oneShots = ['node-ready', 'internet', 'boot'] as const;
export const tested = ['storaged', 'identityd', 'networkd'] as const; // daemons with a test

export const isOneShot = (it: Unit): boolean => (oneShots as readonly Unit[]).includes(it);
export const isTested = (it: Unit): it is (typeof tested)[number] => (tested as readonly Unit[]).includes(it);

/** Which of the others each names under `after` at 6caeb0ff. */
const lines: Readonly<Record<Unit, readonly Unit[]>> = {
  'node-ready': [],
  internet: [],
  storaged: ['node-ready'],
  boot: ['node-ready', 'storaged', 'internet'],
  identityd: ['boot'],
  networkd: ['boot'],
  flistd: ['boot', 'identityd'],
  provisiond: ['boot', 'flistd', 'networkd'],
};

/** What a unit comes after, by its own lines and by the added one. */
export const afterOf = (it: Unit, line: { readonly to: Unit; readonly after: Unit } | null): readonly Unit[] =>
  line?.to === it ? [...lines[it], line.after] : lines[it];

/** All that must come up before it, by way of others too: in a circle that is the unit itself as well. */
function allBefore(it: Unit, line: Parameters<typeof afterOf>[1], found: readonly Unit[] = []): readonly Unit[] {
  let all = found;
  for (const each of afterOf(it, line)) if (!all.includes(each)) all = allBefore(each, line, [...all, each]);
  return all;
}

const unit = oneOf(...units);
const withTest = oneOf(...tested);
const states = oneOf('blocked', 'spawned', 'running', 'success', 'error');

const zinit = mechanism({
  parameters: { mishaps: { label: 'Mishaps', least: 0, most: 2, default: 1 } },
  faults: {
    startsAtOnce: { doc: 'A unit is started without regard to its lines.', drops: 'all that it comes after is up' },
    countsRunning: 'A one-shot counts as up while it still runs.',
    countsError: 'A one-shot that has failed counts as up.',
    countsSpawned: 'A daemon with a test counts as running once it is started.',
    countsSuccess: 'A daemon that has ended well counts as up until it is looked at again (as read at 92444a7).',
    takesCircle: { doc: 'A line is taken that closes a circle (as read at 92444a7).', drops: 'it closes no circle' },
    runsAgain: { doc: 'A one-shot that has ended is run again, as a daemon is.', drops: 'it is no one-shot' },
    neverThere: 'What a test looks for never comes.',
    stopsAgain: 'The mishaps of a daemon have no end.',
  },
  state: ({ mishaps }) => ({
    'node-ready': states,
    internet: states,
    storaged: states,
    boot: states,
    identityd: states,
    networkd: states,
    flistd: states,
    provisiond: states,
    there: flags(...tested), // of whom what the test looks for is there; zinit does not know it
    line: option(tuple({ to: unit, after: unit })), // the one that was added
    mishaps: range(0, mishaps), // so many have happened
    early: option(unit), // was started before its time; nothing but a rule reads these two
    again: option(unit), // is looked at again, and is a one-shot
  }),
});

type Boot = StateIn<typeof zinit>;

const isStarted = (it: Unit, s: Boot): boolean => s[it] === 'spawned' || s[it] === 'running';

/** Whether others may really rely on it, whatever zinit counts. */
const isReady = (it: Unit, s: Boot): boolean =>
  isOneShot(it) ? s[it] === 'success' : s[it] === 'running' && (!isTested(it) || s.there.has(it));

const hasFailed = (it: Unit, s: Boot): boolean => isOneShot(it) && s[it] === 'error';

/** It is up, or a one-shot has failed that it waits for: nobody starts that again. */
const isSettled = (it: Unit, s: Boot): boolean =>
  isReady(it, s) || hasFailed(it, s) || allBefore(it, s.line).some((each) => hasFailed(each, s));

const addLine = zinit.action({
  says: 'A package adds a line to {to}, by which it comes after {after}.',
  args: { to: unit, after: unit },
  when: {
    'nothing is started yet': (_, s) => units.every((each) => s[each] === 'blocked'),
    'no line is added yet': (_, s) => s.line === null,
    'it is a new line between two units': ({ to, after }) => to !== after && !afterOf(to, null).includes(after),
    'it closes no circle': ({ to, after }) => !allBefore(after, null).includes(to),
  },
  then: ({ to, after }, s) => (s.line = { to, after }),
});

const start = zinit.action({
  says: 'The unit {it} is started.',
  args: { it: unit },
  fair: 'weak',
  fairFor: ['it'],
  when: {
    'it is blocked': ({ it }, s) => s[it] === 'blocked',
    'all that it comes after is up': ({ it }, s, { countsRunning, countsError, countsSuccess }) =>
      afterOf(it, s.line).every((each) =>
        isOneShot(each)
          ? s[each] === 'success' || (countsRunning && s[each] === 'running') || (countsError && s[each] === 'error')
          : s[each] === 'running' || (countsSuccess && s[each] === 'success'),
      ),
  },
  then: ({ it }, s, { countsSpawned }) => {
    if (afterOf(it, s.line).some((each) => !isReady(each, s))) s.early = it;
    s[it] = isTested(it) && !countsSpawned ? 'spawned' : 'running';
  },
});

const finish = zinit.action({
  says: 'The one-shot {it} ends with success.',
  args: { it: oneOf(...oneShots) },
  fair: 'weak',
  fairFor: ['it'],
  when: { 'it runs': ({ it }, s) => s[it] === 'running' },
  then: ({ it }, s) => (s[it] = 'success'),
});

const appear = zinit.action({
  says: 'What the test of {it} looks for is there.',
  args: { it: withTest },
  fair: 'weak',
  fairFor: ['it'],
  when: {
    'it is started': ({ it }, s) => isStarted(it, s),
    'it is not there yet': ({ it }, s) => !s.there.has(it),
    'it comes at all': (_, __, { neverThere }) => !neverThere,
  },
  then: ({ it }, s) => (s.there = s.there.with(it)),
});

const testInVain = zinit.action({
  says: 'The test of {it} does not pass; zinit runs it again in two seconds.',
  args: { it: withTest },
  when: { 'it is spawned': ({ it }, s) => s[it] === 'spawned', 'what the test looks for is not there': ({ it }, s) => !s.there.has(it) },
  then: () => {},
});

const passTest = zinit.action({
  says: 'The test of {it} passes.',
  args: { it: withTest },
  fair: 'weak',
  fairFor: ['it'],
  when: { 'it is spawned': ({ it }, s) => s[it] === 'spawned', 'what the test looks for is there': ({ it }, s) => s.there.has(it) },
  then: ({ it }, s) => (s[it] = 'running'),
});

const stop = zinit.action({
  says: 'A mishap: {it} ends with {how}.',
  args: { it: unit, how: oneOf('success', 'error') },
  when: {
    'it is started': ({ it }, s) => isStarted(it, s),
    'it is a mishap': ({ it, how }) => how === 'error' || !isOneShot(it),
    'a mishap is left': (_, s, { mishaps }) => s.mishaps < mishaps,
  },
  then: ({ it, how }, s, { stopsAgain }) => {
    s[it] = how;
    if (isTested(it)) s.there = s.there.without(it);
    if (isOneShot(it) || !stopsAgain) s.mishaps++;
  },
});

const lookAgain = zinit.action({
  says: 'Two seconds later zinit looks at {it} again.',
  args: { it: unit },
  fair: 'weak',
  fairFor: ['it'],
  when: { 'it has ended': ({ it }, s) => s[it] === 'success' || s[it] === 'error', 'it is no one-shot': ({ it }) => !isOneShot(it) },
  then: ({ it }, s) => ([s[it], s.again] = ['blocked', isOneShot(it) ? it : s.again]),
});

export const model = zinit.model({
  id: 'zos/boot-graph',
  title: 'Boot graph',
  about: {
    question: 'Who waits for ever when one service fails at boot?',
    group: 'turns',
    picture: { scenario: 'whole', step: 8 },
    basis: 'documented',
    standsFor: 'zinit and the units of Zero-OS, details observed',
    shows: 'units that wait for what they name; one-shots, daemons with and without a test; a unit that fails; a circle of lines',
    leavesOut: 'the target of a unit, stopping and forgetting, logs, shutdown, names that nobody has, programs that cannot be started',
    scaledDown:
      'nineteen units in its repository there, eight here; many added lines and mishaps there, one of each here; a blocked unit is looked at once another runs or a one-shot has ended there, at any time here',
  },
  actions: { start, finish, appear, testInVain, passTest, stop, lookAgain, addLine },
  always: {
    'nothing is started before what it comes after is ready': (s) => s.early === null,
    'a one-shot that has ended is left alone': (s) => s.again === null,
    'a daemon with a test runs only once its test can pass': (s) => tested.every((it) => s[it] !== 'running' || s.there.has(it)),
  },
  sometimes: {
    'every unit is up': (s) => units.every((it) => isReady(it, s)),
    'a unit runs although what it came after has ended': (s) =>
      units.some((it) => isReady(it, s) && afterOf(it, s.line).some((each) => !isReady(each, s))),
    'a unit waits for a one-shot that has failed': (s) =>
      units.some((it) => s[it] === 'blocked' && afterOf(it, s.line).some((each) => hasFailed(each, s))),
  },
  eventually: {
    'every unit comes up, or waits for a one-shot that has failed': {
      once: (_, s) => units.some((it) => !isReady(it, s)),
      leadsTo: (_, s) => units.every((it) => isSettled(it, s)),
    },
  },
  final: (s) => units.every((it) => isSettled(it, s)),
});
