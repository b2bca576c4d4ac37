/** The scenarios of a reader's own file: played as any other, and each slip told in a sentence. */
import { describe, expect, test } from 'vitest';
import { bool, id, mechanism, option, scenariosOf, table } from '../../../engine/language.ts';
import { open } from '../session.ts';
import { slipsIn } from './own-scenarios.ts';
import { scenariosIn } from './sandbox/answering.ts';
import { toldModel } from './sandbox/answers.ts';
import type { ToldScenario } from './sandbox/protocol.ts';
import { toldOfModel } from './told.fixture.ts';
import { FROM_THE_START } from './told-mechanism.ts';

const user = id('user');
const lock = mechanism({
  parameters: { users: { least: 2, most: 3, default: 2 } },
  faults: { forgets: { doc: 'It forgets.', drops: 'the lock is free' } },
  state: ({ users }) => ({ holder: option(user), users: table(user, users, { inside: bool }) }),
});
const take = lock.action({
  says: '{by} takes the lock.',
  args: { by: user },
  when: { 'the lock is free': (_, s) => s.holder === null },
  then: ({ by }, s) => {
    s.holder = by;
    by.inside = true;
  },
});
const model = lock.model({
  id: 'test/lock',
  title: 'Lock',
  actions: { take },
  always: { 'one is inside': (s) => s.users.filter((it) => it.inside).length < 2 },
  sometimes: {},
  final: () => true,
});
const own = scenariosOf(model, {
  waits: { title: 'The second waits', steps: [{ take: { by: 0 } }, { take: { by: 1 } }], ends: { refused: 'the lock is free' } },
  breaks: {
    title: 'Both are inside',
    with: { forgets: true, users: 3 },
    steps: [{ take: { by: 0 } }, { take: { by: 2 } }],
    ends: { violates: 'one is inside' },
  },
}) as Readonly<Record<string, ToldScenario>>;

test('scenarios of a file are played as those of a page are', async () => {
  const told = toldOfModel(model, own);
  expect(await slipsIn(told)).toEqual([]);
  expect(Object.keys(told.scenarios)).toEqual(['waits', 'breaks', FROM_THE_START]);
  const { frames, m } = await told.elsewhere.settled(() => open(told, 'breaks', 'start'));
  expect(m.config).toMatchObject({ users: 3, forgets: true });
  expect(frames.at(-1)!.snapshot.broken).toEqual(['one is inside']);
});

describe('a scenario that does not fit says why', () => {
  const first = own['waits']!;
  test.each<[string, object, string]>([
    [
      'another end',
      { ends: 'safe' },
      'says that nothing is refused and no rule is broken, but \u201cthe lock is free\u201d refuses its last step, at step 2.',
    ],
    ['a step too many', { steps: [...first.steps, { take: { by: 0 } }] }, 'has ended at step 2, and 1 more stand behind it.'],
    ['an unknown action', { steps: [{ drop: {} }] }, "cannot be played: There is no action 'drop'; there are take."],
    ['an unknown row', { steps: [{ take: { by: 7 } }] }, "cannot be played: 'by' of 'take' cannot be 7."],
    ['an unknown argument', { steps: [{ take: { of: 0 } }] }, "cannot be played: 'take' has no argument 'of'."],
    ['no action', { steps: [{}] }, 'cannot be played: A step is one action and its arguments, not {}.'],
    ['an unknown setting', { with: { many: 2 } }, 'cannot be played:'],
  ])('%s', async (_, change, says) => {
    const told = toldOfModel(model, { waits: { ...first, ...change } });
    const slips = await slipsIn(told);
    expect(slips).toHaveLength(1);
    expect(slips[0]).toContain(`The scenario \u201cwaits\u201d ${says}`);
    expect(Object.hasOwn(told.scenarios, 'waits')).toBe(!says.startsWith('cannot'));
    expect(Object.keys(told.scenarios)).toContain(FROM_THE_START);
  });

  test('only some are told', async () => {
    const many = Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`s${i}`, { ...first, ends: 'safe' } as const]));
    expect((await slipsIn(toldOfModel(model, many))).slice(3)).toEqual(['3 more do not fit.']);
  });
});

test('what is exported as scenarios and is none is refused in a sentence', () => {
  expect(scenariosIn({})).toEqual({});
  expect(scenariosIn({ scenarios: own })).toBe(own);
  expect(() => scenariosIn({ scenarios: 7 })).toThrow('is none.');
  for (const wrong of [7, null, {}, { title: 'x', steps: [] }, { title: 'x', ends: 'safe' }, { steps: [], ends: 'safe' }])
    expect(() => scenariosIn({ scenarios: { wrong } })).toThrow("The scenario 'wrong' has not its title");
});

test.each<[string, object]>([
  ['a name', { 'two words': own['waits'] }],
  ['an end', { waits: { ...own['waits'], ends: 'well' } }],
  ['an end', { waits: { ...own['waits'], ends: {} } }],
  ['steps', { waits: { ...own['waits'], steps: Array.from({ length: 1_001 }, () => ({ take: { by: 0 } })) } }],
  ['a step', { waits: { ...own['waits'], steps: [{ take: { by: 0 }, drop: {} }] } }],
  ['an argument', { waits: { ...own['waits'], steps: [{ take: { by: [[[[0]]]] } }] } }],
  ['a number', { waits: { ...own['waits'], steps: [{ take: { by: 0.5 } }] } }],
  ['settings', { waits: { ...own['waits'], with: { users: 'many' } } }],
])('the page takes no other %s', (_, scenarios) => {
  const model = { id: 'x', title: 'x', parameters: {}, faults: {}, actions: [], always: [], sometimes: [], eventually: [] };
  expect(toldModel({ ...model, scenarios: own })).toMatchObject({ scenarios: own });
  expect(() => toldModel({ ...model, scenarios })).toThrow(/\.$/);
});
