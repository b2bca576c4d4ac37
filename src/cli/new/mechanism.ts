/** A new mechanism: a folder with a small example that is checked, to be replaced by the mechanism itself. */
import type { Entries } from '../../facts/entries.ts';
import { WrongCall } from '../command/command.ts';
import { groundOf, slugOf, titleOf } from './ground.ts';
import type { Plan } from './plan.ts';

/** Their frames stand where that of a mechanism of the name would. */
const listsInFrames = ['milestones', 'platforms'];

const registry = 'src/mechanisms/registry.ts';

export function planMechanism(plan: Plan, entries: Entries, systemId: string, name: string, title: string | undefined): void {
  const { system } = groundOf(entries, systemId);
  const mechanism = slugOf('the name of a mechanism', name);
  if (listsInFrames.includes(mechanism))
    throw new WrongCall(`/embed/${system.id}/${mechanism}/ is a list of the system: give it another name.`);
  const id = `${system.id}/${mechanism}`;
  const called = title ?? titleOf(mechanism);
  if (/['\\\n]/.test(called)) throw new WrongCall('The title of a mechanism has no apostrophe and no backslash, and is one line.');
  const folder = `src/mechanisms/${id}`;
  plan.write(`${folder}/model.ts`, modelText(id, called, system.data.title));
  plan.write(`${folder}/runs.ts`, runsText(id));
  plan.write(`${folder}/tries.ts`, triesText(id));
  plan.write(`${folder}/view.tsx`, viewText(mechanism));
  plan.write(`${folder}/small.tsx`, smallText);
  plan.write(`${folder}/view.css`, styleText(mechanism));
  plan.write(`${folder}/model.test.ts`, modelTestText);
  plan.write(`${folder}/view.test.ts`, viewTestText);
  const parts = ['runs.ts', 'view.tsx'].map((file) => `${file.split('.')[0]}: () => import('./${id}/${file}')`);
  addToList(plan, registry, `  '${id}': { ${parts.join(', ')} },`);
  const plays = `src/mechanisms/${system.id}/plays.fixture.ts`;
  if (!plan.has(plays)) plan.write(plays, playsText);
  addToList(plan, plays, playsOf(id));
  plan.note(registry, `'${id}'`, 'its place in the list is its place in the catalogue');
}

/** Puts lines at the end of the list in a file. */
const addToList = (plan: Plan, file: string, lines: string): void =>
  plan.edit(file, (text) => {
    if (!text.includes('\n};\n')) throw new WrongCall(`${file} has no list that ends in a line of its own; nothing was written.`);
    return text.replace('\n};\n', () => `\n${lines}\n};\n`);
  });

const modelText = (id: string, title: string, system: string): string => `/**
 * An example to begin with: a lock that one task holds at a time. It stands for nothing in ${system} yet. @@ say what the mechanism is, and where its source describes it
 */
import { bool, id, mechanism, table } from '../../../engine/language.ts';

const task = id('task');

const lock = mechanism({
  parameters: { tasks: { label: 'Tasks', least: 2, most: 4, default: 2 } }, @@ the numbers that a reader may turn
  faults: { letsAnyoneIn: { doc: 'The lock is given without looking whether somebody holds it.', drops: 'nobody holds the lock' } }, @@ for each rule, what breaks it
  state: ({ tasks }) => ({ tasks: table(task, tasks, { holds: bool }) }), @@ the state, as small as the rules allow
});

const take = lock.action({
  says: '{by} takes the lock.', @@ the actions: one sentence, one condition a clause
  args: { by: task },
  when: {
    'the task does not hold it already': ({ by }) => !by.holds,
    'nobody holds the lock': (_, s) => s.tasks.every((each) => !each.holds),
  },
  then: ({ by }) => {
    by.holds = true;
  },
});

const release = lock.action({
  says: '{by} releases the lock.',
  args: { by: task },
  when: { 'the task holds it': ({ by }) => by.holds },
  then: ({ by }) => {
    by.holds = false;
  },
});

export const model = lock.model({
  id: '${id}',
  title: '${title}',
  about: {
    question: 'Can two tasks hold the lock?', @@ what a reader would ask
    group: 'turns', @@ access, turns, messages or lasting
    picture: { scenario: 'handedOver', step: 1 }, @@ the moment that the small picture of the catalogue shows, without a fault
    basis: 'illustration', @@ documented, observed or illustration; then what it stands for, shows, leaves out and scales down
    standsFor: 'an example to begin with',
    shows: 'a lock that one task holds at a time',
    leavesOut: 'whatever this mechanism is in the system itself: nothing of it has been written yet',
    scaledDown: 'as many tasks as there are there, two to four here',
  },
  actions: { take, release },
  always: { 'one task at most holds the lock': (s) => s.tasks.filter((each) => each.holds).length <= 1 }, @@ the rules of the source, in its words
  sometimes: { 'a task holds the lock': (s) => s.tasks.some((each) => each.holds) },
});
`;

const runsText = (id: string): string => `/** Runs of \`${id}\`: its scenarios, and what its searches must find. */
import { withRuns } from '../../../engine/language.ts';
import { model } from './model.ts';

export const runs = withRuns(model, {
  scenarios: { @@ the first scenario is the one that a page begins with
    handedOver: {
      title: 'The lock goes from one task to another',
      steps: [{ take: { by: 0 } }, { release: { by: 0 } }, { take: { by: 1 } }],
      ends: 'safe',
    },
    refused: {
      title: 'A lock that is held is not given',
      steps: [{ take: { by: 0 } }, { take: { by: 1 } }],
      ends: { refused: 'nobody holds the lock' },
    },
    both: {
      title: 'Without the look, two tasks hold it',
      with: { letsAnyoneIn: true },
      steps: [{ take: { by: 0 } }, { take: { by: 1 } }],
      ends: { violates: 'one task at most holds the lock' },
    },
  },
  expect: [ @@ the numbers that npm run sim -- check ${id} finds
    { states: 3, transitions: 4, depth: 1 },
    { symmetric: true, states: 2, transitions: 3, depth: 1 },
    { with: { letsAnyoneIn: true }, violates: 'one task at most holds the lock', steps: 2 },
  ],
});
`;

const triesText = (
  id: string,
): string => `/** Three things worth doing with \`${id}\`. Apart from its runs, because a page has them and a player does not. */
import type { Try } from '../../../engine/language.ts';

export const tries: readonly Try[] = [ @@ what is worth doing, and what is then seen; the steps of each stand in plays.fixture.ts
  {
    from: { scenario: 'handedOver', step: 1 },
    says: 'Try to \`take\` the lock as task 1: it is refused, because task 0 holds it.',
  },
  {
    from: { scenario: 'handedOver', step: 2 },
    says: 'Try to \`release\` the lock as task 0: it is refused, because nobody holds it.',
  },
  {
    from: { scenario: 'both', step: 1 },
    says: 'Take the lock as task 1. The fault is on, so nobody looks whether it is held, and two tasks hold it.',
  },
];
`;

const playsText = `/** What the tries of these mechanisms say, step by step: \`tries.test.ts\` does it. */
import type { Plays } from '../plays.fixture.ts';

// prettier-ignore
export const plays: Plays = {
};
`;

const playsOf = (id: string): string => `  '${id}': [
    { of: 0, steps: [[{ take: { by: 1 } }, 'nobody holds the lock']] },
    { of: 1, steps: [[{ release: { by: 0 } }, 'the task holds it']] },
    { of: 2, steps: [{ take: { by: 1 } }], breaks: ['one task at most holds the lock'] },
  ],`;

const viewText = (
  mechanism: string,
): string => `/** The state as a table, which marks the tasks that break a rule. */ @@ draw it: src/drawing/ has the parts of pictures
import { PlainTables } from '../../../drawing/PlainTables.tsx';
import type { PictureProps, View } from '../../../drawing/view.ts';
import { listed } from '../../../drawing/words.ts';
import type { model } from './model.ts';

type Model = typeof model;

const words: View<Model>['words'] = { @@ for each rule, which part of the state breaks it
  'one task at most holds the lock': ({ rows }) => \`Tasks \${listed(rows('task'))} hold the lock.\`,
};

const Picture = (props: PictureProps<Model>) => (
  <div class="${mechanism}-tables">
    <PlainTables {...props} kinds={{ tasks: 'task' }} />
  </div>
);

export const view: View<Model> = { Picture, words };
`;

const smallText = `/** Small: a cell for each task, filled for the one that holds the lock. */ @@ draw one moment with words on it: src/drawing/Small.tsx has the parts
import { Cell, Label, SmallFrame } from '../../../drawing/Small.tsx';
import type { Small } from '../../../drawing/view.ts';
import type { model } from './model.ts';

export const small: Small<typeof model> = ({ now: { tasks } }) => (
  <SmallFrame>
    <Label x={0} y={9} is="quiet">
      who holds the lock
    </Label>
    {tasks.map(({ holds }, i) => (
      <Cell key={i} x={i * 46} y={22} width={40} height={40} is={holds ? 'full' : 'empty'}>
        {i}
      </Cell>
    ))}
  </SmallFrame>
);
`;

const styleText = (mechanism: string): string => `/* A table of few columns needs no more room than this. */
.simulation {
  .${mechanism}-tables {
    max-inline-size: 24rem;
  }
}
`;

const modelTestText = `import { expect, test } from 'vitest';
import { after, checkModel } from '../../checked.fixture.ts';
import { runs } from './runs.ts';

checkModel(runs);

test('a lock that is released can be taken by another task', () => {
  const { state } = after(runs, [{ take: { by: 0 } }, { release: { by: 0 } }, { take: { by: 1 } }]);
  expect(state).toEqual({ tasks: [{ holds: false }, { holds: true }] });
});
`;

const viewTestText = `import { expect, test } from 'vitest';
import { checkView, wordsAfter } from '../../pictures.fixture.ts';
import { runs } from './runs.ts';
import { view } from './view.tsx';

checkView(runs, view);

test('it says which tasks hold the lock together', () => {
  expect(wordsAfter(runs, view, [{ take: { by: 0 } }, { take: { by: 1 } }], { letsAnyoneIn: true })).toEqual({
    'one task at most holds the lock': 'Tasks 0 and 1 hold the lock.',
  });
});
`;
