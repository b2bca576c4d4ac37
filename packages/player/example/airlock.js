/** A model of the page's own. It knows nothing of pages, so that a worker can load it too. */
import { bool, id, mechanism, table, withRuns } from 'https://elsewhere.example/language.js';

const door = id('door');

const airlock = mechanism({
  parameters: { doors: { label: 'Doors', least: 2, most: 4, default: 2 } },
  faults: { worn: { doc: 'The latch is worn and lets a door open while another one is.', drops: 'every other door is shut' } },
  state: ({ doors }) => ({ doors: table(door, doors, { open: bool }) }),
});

const open = airlock.action({
  says: '{it} opens.',
  args: { it: door },
  when: {
    'the door is shut': ({ it }) => !it.open,
    'every other door is shut': ({ it }, s) => s.doors.every((other) => other === it || !other.open),
  },
  then: ({ it }) => {
    it.open = true;
  },
});

const shut = airlock.action({
  says: '{it} is shut.',
  args: { it: door },
  when: { 'the door is open': ({ it }) => it.open },
  then: ({ it }) => {
    it.open = false;
  },
});

const model = airlock.model({
  id: 'example/airlock',
  title: 'Airlock',
  about: {
    question: 'Can two doors be open at once?',
    group: 'access',
    basis: 'illustration',
    standsFor: 'an example of the package',
    shows: 'doors of which one is open at a time',
    leavesOut: 'the air',
  },
  actions: { open, shut },
  always: { 'at most one door is open': (s) => s.doors.filter((each) => each.open).length <= 1 },
  sometimes: { 'a door is open': (s) => s.doors.some((each) => each.open) },
});

export const runs = withRuns(model, {
  scenarios: {
    through: { title: 'Through the lock', steps: [{ open: { it: 0 } }, { shut: { it: 0 } }, { open: { it: 1 } }], ends: 'safe' },
    both: {
      title: 'A second door stays shut',
      steps: [{ open: { it: 0 } }, { open: { it: 1 } }],
      ends: { refused: 'every other door is shut' },
    },
  },
  expect: [
    { states: 3, transitions: 4, depth: 1 },
    { with: { worn: true }, violates: 'at most one door is open', steps: 2 },
  ],
});
